"""The form in which a preview is shared: who gets it, which version, where, until when."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.models import Page, Revision

from graphql_api import conf
from graphql_api.frontends.models import Frontend
from graphql_api.previews.models import SharedPreview
from graphql_api.previews.moment_views import lying_ahead
from graphql_api.previews.serving import frontends

USUAL = 7  # days
# More are not looked for in a list.
VERSIONS = 30


class VersionField(forms.ModelChoiceField[Revision]):
    """A saved version of a page, by when it was saved and by whom."""

    def label_from_instance(self, obj: Any) -> str:
        moment = date_format(timezone.localtime(obj.created_at), "DATETIME_FORMAT")
        return f"{moment}, {obj.user}" if obj.user else moment


class ShareForm(forms.Form):
    """What a link leads to and until when, for a page."""

    name = forms.CharField(
        label=_("Name"),
        max_length=SharedPreview._meta.get_field("name").max_length,
        help_text=SharedPreview._meta.get_field("name").help_text,
    )
    version = VersionField(
        label=_("Version"),
        queryset=Revision.objects.none(),
        empty_label=None,
        help_text=_("Later changes are not seen through the link."),
    )
    frontend = forms.ModelChoiceField(
        label=_("Frontend"), queryset=Frontend.objects.none(), empty_label=None
    )
    moment = forms.DateTimeField(
        label=_("As of"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=_(
            "With everything that is scheduled until then. Left empty, it is as of whoever looks."
        ),
    )
    ends_on = forms.DateField(label=_("Valid until the end of"), widget=AdminDateInput)

    def __init__(self, *args: Any, page: Page, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        fields: dict[str, Any] = self.fields
        shown = [frontend.pk for frontend in frontends(page)]
        fields["frontend"].queryset = Frontend.objects.filter(pk__in=shown)
        versions = page.revisions.order_by("-created_at", "-pk").select_related("user")
        if versions.exists():
            newest = versions.values("pk")[:VERSIONS]
            fields["version"].queryset = versions.filter(pk__in=newest)
        else:
            # A program made it, and nobody has edited it since.
            del fields["version"]
        days, today = conf.max_shared_days(), timezone.localdate()
        self.last = today + timedelta(days=days)
        fields["ends_on"].initial = today + timedelta(days=min(USUAL, days))
        fields["ends_on"].help_text = gettext("At most %(days)s days from now.") % {"days": days}

    @property
    def shown(self) -> Page:
        """Give the page as it was saved in the version that was chosen."""
        version = self.cleaned_data.get("version")
        found: Page = version.as_object() if version else self.page
        return found

    def clean_moment(self) -> datetime | None:
        moment = self.cleaned_data["moment"]
        return lying_ahead(moment) if moment else None

    def clean_ends_on(self) -> date:
        day: date = self.cleaned_data["ends_on"]
        if day < timezone.localdate():
            raise ValidationError(gettext("This day is over."))
        if day > self.last:
            raise ValidationError(
                gettext("Links hold until %(last)s at most."),
                params={"last": date_format(self.last)},
            )
        return day

    @property
    def ends_at(self) -> datetime:
        """Give the last second of the last day, as a reader of the list takes it."""
        last = time.max.replace(microsecond=0)
        return datetime.combine(self.cleaned_data["ends_on"], last, timezone.get_current_timezone())
