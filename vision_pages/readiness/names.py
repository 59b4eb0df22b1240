"""A warning about names: what people know an initiative by should still find it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from vision_pages.models.former_names import name_to_keep
from vision_pages.models.initiative import InitiativeMixin
from vision_pages.readiness.contents import place_of
from vision_pages.readiness.rules import Spot, warns


@warns(
    _("The public knows this page as “%(name)s”. Keep the name here if people search for it."),
    InitiativeMixin,
)
def lost_name(page: Any) -> Iterator[Spot]:
    if name := name_to_keep(page):
        yield Spot(place_of(page, "former_names"), {"name": name})
