"""How drafts are shown: by whoever serves frontends, of which the pages know nothing."""

from typing import Any, Protocol

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from wagtail.models import PreviewableMixin

Modes = list[tuple[str, Any]]


class Shows(Protocol):
    """Shows drafts in one way or several; a mode is one of them, with its name for editors."""

    def modes(self, instance: Model) -> Modes: ...

    def serve(self, instance: Model, request: HttpRequest, mode: str) -> HttpResponse: ...


_shown: list[Shows] = []


def register(shows: Shows) -> None:
    """Have drafts shown by this; before, and where it has no mode, there is no preview."""
    _shown[:] = [shows]


def modes(instance: Model) -> Modes:
    return _shown[0].modes(instance) if _shown else []


def serve(instance: Model, request: HttpRequest, mode: str) -> HttpResponse:
    return _shown[0].serve(instance, request, mode)


class ShownByFrontends(PreviewableMixin):
    """A page, snippet or settings whose drafts are shown; no model, so it has no Meta."""

    @property
    def preview_modes(self) -> Modes:
        return modes(self)  # type: ignore[arg-type]

    @property
    def default_preview_mode(self) -> str:
        """The first mode; empty where there is none, which Wagtail asks for all the same."""
        return next((name for name, _label in self.preview_modes), "")

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return serve(self, request, mode_name)  # type: ignore[arg-type]
