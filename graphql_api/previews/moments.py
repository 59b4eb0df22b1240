"""A page as it will be at a moment, with everything that is scheduled until then."""

from datetime import datetime
from typing import Any

from wagtail.models import Page

from graphql_api.documents.projection import finished
from graphql_api.previews import future_pages, future_things
from graphql_api.previews.models import Draft
from graphql_api.previews.moving import move
from graphql_api.previews.rows import write
from graphql_api.previews.schedule import changes


def fill(draft: Draft, page: Page, moment: datetime) -> None:
    """Keep what publishing on schedule until a moment would write, and the page as published then.

    What expires until then is hidden as it is in public: the moment is "now" when the draft is
    read.
    """
    due = [change for change in changes(moment) if change.row is not None]
    pages: dict[int, Page] = {}
    times: dict[Any, datetime] = {}
    things = []
    for change in due:
        if isinstance(change.row, Page):
            pages[change.row.pk], times[change.row.pk] = change.row, change.at
        else:
            things.append(change.row)
    found = finished(
        [
            *future_pages.documents(page, pages, times | {page.pk: moment}),
            *future_things.documents(things, {change.row: change.at for change in due}),
        ]
    )
    write(draft, found)
    for row in found:
        if row.path is not None:
            move(draft, row)
