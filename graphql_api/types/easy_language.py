"""What a page may be called that is written in Leichte Sprache."""

from datetime import date
from typing import Any

import strawberry
from django.utils.translation import gettext, override

from graphql_api.documents.pages import TRANSLATION
from graphql_api.documents.rows import Row
from vision_pages.models.easy_language import LANGUAGE


@strawberry.type(description="What a page in `de-simple` may be called.")
class EasyLanguage:
    label: str = strawberry.field(
        description="“Leichte Sprache” once a group of readers has tested the texts as they are "
        "published, “Einfache Sprache, noch nicht geprüft” until then, in the page's language. "
        "To be shown on the page and where others lead to it."
    )
    tested_on: date | None = strawberry.field(
        description="When readers tested these texts last; null if nobody has."
    )
    people: int | None = strawberry.field(description="How many people tested them.")


def easy_language(row: Row) -> EasyLanguage | None:
    """Say what a page may be called; None in other languages, which need no test."""
    if row.locale != LANGUAGE:
        return None
    noted: dict[str, Any] = row.data.get(TRANSLATION) or {}
    day = noted.get("tested_on")
    return EasyLanguage(
        label=label(row.locale, tested=day is not None),
        tested_on=date.fromisoformat(day) if day else None,
        people=noted.get("tested_people"),
    )


def label(locale: str, *, tested: bool) -> str:
    with override(locale):
        return gettext("Leichte Sprache") if tested else gettext("Plain language, not tested yet")
