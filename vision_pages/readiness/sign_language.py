"""Warnings about videos in sign language: what their viewers need, and whether they still hold."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vision_pages.models.content import ContentMixin
from vision_pages.models.sign_language import is_behind, video_of
from vision_pages.readiness.contents import place_of
from vision_pages.readiness.kinds import Kind
from vision_pages.readiness.rules import Spot, warns


@warns(
    _("The texts say something else than the video in sign language. Have it made anew."),
    ContentMixin,
    kind=Kind.SIGN_LANGUAGE,
)
def video_behind_its_texts(page: ContentMixin) -> Iterator[Spot]:
    if is_behind(page):
        yield Spot(place_of(page, "sign_language_video"))


@warns(
    _("Say how long the video in sign language is. Its viewers want to know before it starts."),
    ContentMixin,
    kind=Kind.SIGN_LANGUAGE,
)
def video_without_duration(page: ContentMixin) -> Iterator[Spot]:
    block = video_of(page)
    if block is not None and not block.value.get("duration"):
        place = place_of(page, "sign_language_video")
        yield Spot(place.below(f"{block.id}.duration", block.block.child_blocks["duration"].label))


@warns(
    _("Choose a file for the video in sign language: what lies elsewhere cannot be downloaded."),
    ContentMixin,
    kind=Kind.SIGN_LANGUAGE,
)
def video_without_file(page: ContentMixin) -> Iterator[Spot]:
    block = video_of(page)
    if block is not None and not block.value.get("file"):
        place = place_of(page, "sign_language_video")
        yield Spot(place.below(f"{block.id}.file", block.block.child_blocks["file"].label))
