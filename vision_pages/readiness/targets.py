"""Warnings about what a page refers to and the public cannot reach."""

from collections.abc import Iterator
from typing import Any

from django.db.models import ForeignKey, Model
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.models import CollectionMember, DraftStateMixin, Page

from vision_pages.readiness.content import Content, Place
from vision_pages.readiness.contents import place_of
from vision_pages.readiness.kinds import Kind
from vision_pages.readiness.reach import Barred, Reach, barred
from vision_pages.readiness.rules import Spot, reads

MESSAGES = {
    Reach.GONE: _("A link leads to a page or a file that no longer exists."),
    Reach.DRAFT: _("“%(title)s” is not published yet. The public does not see the reference."),
    Reach.LATER: _(
        "“%(title)s” is published on %(moment)s. Until then the public does not see the reference."
    ),
    Reach.WITHDRAWN: _(
        "“%(title)s” is no longer published. The public does not see the reference."
    ),
    Reach.EXPIRED: _("“%(title)s” has expired. The public does not see the reference."),
    Reach.RESTRICTED: _("“%(title)s” is protected. The public does not see the reference."),
}
REFERRED = (Page, CollectionMember, DraftStateMixin)


@reads(*MESSAGES.values(), kind=Kind.TARGETS)
def target_out_of_reach(page: Page, contents: list[Content]) -> Iterator[Spot]:
    found = list(dict.fromkeys(targets(page, contents)))
    out_of_reach = {
        model: barred(model, {key for _place, other, key in found if other is model})
        for model in {model for _place, model, _key in found}
    }
    for place, model, key in found:
        state = out_of_reach[model].get(key)
        if state and not (model is Page and key == page.pk) and not is_in_time(state, page):
            yield Spot(place, words(state), MESSAGES[state.reach])


def is_in_time(state: Barred, page: Page) -> bool:
    """Say whether something is published before the page that refers to it is."""
    return bool(state.until and page.go_live_at and state.until <= page.go_live_at)


def words(state: Barred) -> dict[str, str]:
    words = {"title": state.title}
    if state.until:
        moment = timezone.localtime(state.until)
        words["moment"] = formats.date_format(moment, "SHORT_DATETIME_FORMAT")
    return words


def targets(page: Page, contents: list[Content]) -> Iterator[tuple[Place, type[Model], Any]]:
    """Yield the places that refer to a page, a file or a term, with its model and key."""
    for content in contents:
        for model, key in referred(content):
            yield content.place, Page if issubclass(model, Page) else model, key
    for field in page._meta.many_to_many:
        if issubclass(field.related_model, REFERRED):
            for thing in getattr(page, field.name).all():
                yield place_of(page, field.name), field.related_model, thing.pk


def referred(content: Content) -> Iterator[tuple[type[Model], Any]]:
    """Yield what a value refers to: by a relation, a chooser, or links within a text."""
    if isinstance(content.value, REFERRED):
        yield type(content.value), content.value.pk
    elif isinstance(content.kind, ForeignKey) and content.value:
        model: Any = content.kind.related_model
        if issubclass(model, REFERRED):
            yield model, content.value
    for attributes, _text in content.links:
        key = attributes.get("id") or ""
        if key.isdigit() and attributes.get("linktype") == "page":
            yield Page, int(key)
        elif key.isdigit() and attributes.get("linktype") == "document":
            yield get_document_model(), int(key)
