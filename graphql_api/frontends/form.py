"""The form in which frontends are registered: pages have one address in each language."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class FrontendForm(WagtailAdminModelForm):
    """Refuses a second frontend that gives the same pages their addresses."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("gives_addresses") and "sites" in cleaned and "languages" in cleaned:
            for other in self.others():
                if meet(cleaned["sites"], other.sites.all()) and meet(
                    cleaned["languages"], other.languages
                ):
                    message = _("“%(other)s” gives pages that it shows their address already.")
                    self.add_error("gives_addresses", message % {"other": other})
        return cleaned

    def others(self) -> Iterable[Any]:
        manager = type(self.instance)._default_manager
        return manager.filter(gives_addresses=True).exclude(pk=self.instance.pk)


def meet(some: Iterable[Any], others: Iterable[Any]) -> bool:
    """Say whether two choices have something in common; an empty one is all there is."""
    first, second = {*some}, {*others}
    return not first or not second or bool(first & second)
