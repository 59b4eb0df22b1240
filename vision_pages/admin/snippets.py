"""Where editors keep what pages refer to, in the words of the page editor's tabs."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from vision_pages.admin.own_language import OwnLanguageViewSet
from vision_pages.models import (
    Actor,
    ContactPoint,
    District,
    FieldOfAction,
    SiteSettings,
    StrategicGoal,
    Strategy,
)
from vision_pages.models.tabs import CLASSIFICATION, PARTICIPANTS


class TermViewSet(OwnLanguageViewSet):
    """A list of terms: its columns, then language, last change and status."""

    columns: tuple[str, ...] = ("name", "code")
    filters: tuple[str, ...] = ()
    ordering = ["code", "locale"]

    @cached_property
    def list_display(self) -> list[Any]:
        return [
            *self.columns,
            LocaleColumn(label=_("Language")),
            UpdatedAtColumn(),
            LiveStatusTagColumn(),
        ]

    @cached_property
    def list_filter(self) -> list[str]:
        return [*self.filters, "live"]


class ActorChooserViewSet(SnippetChooserViewSet):
    """A chooser in which an actor is added without leaving the page."""

    form_fields = ["name", "code", "sector"]


class ActorViewSet(TermViewSet):
    model = Actor
    icon = "group"
    columns = ("name", "sector")
    filters = ("sector",)
    ordering = ["name", "locale"]
    chooser_viewset_class = ActorChooserViewSet


class ContactPointViewSet(TermViewSet):
    model = ContactPoint
    icon = "mail"
    columns = ("name", "organisation", "email")
    ordering = ["name", "locale"]


class StrategyViewSet(TermViewSet):
    model = Strategy
    icon = "clipboard-list"


class StrategicGoalViewSet(TermViewSet):
    model = StrategicGoal
    icon = "crosshairs"
    columns = ("name", "code", "strategy")
    filters = ("strategy",)


class FieldOfActionViewSet(TermViewSet):
    model = FieldOfAction
    icon = "tag"


class DistrictViewSet(TermViewSet):
    model = District
    icon = "site"
    columns = ("name", "number")
    ordering = ["number", "locale"]


class ParticipantsGroup(SnippetViewSetGroup):
    menu_label = PARTICIPANTS
    menu_icon = "group"
    menu_order = 210
    items = (ActorViewSet, ContactPointViewSet)


class ClassificationGroup(SnippetViewSetGroup):
    menu_label = CLASSIFICATION
    menu_icon = "tag"
    menu_order = 220
    items = (StrategyViewSet, StrategicGoalViewSet, FieldOfActionViewSet, DistrictViewSet)


class SiteSettingsViewSet(OwnLanguageViewSet):
    model = SiteSettings
    icon = "sliders"
    add_to_settings_menu = True
    list_display = [
        "site",
        LocaleColumn(label=_("Language")),
        UpdatedAtColumn(),
        LiveStatusTagColumn(),
    ]
    list_filter = ["site", "live"]
    ordering = ["site", "locale"]
