"""The terms that content is sorted by: strategies, goals, fields of action, districts."""

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.models import (
    DraftStateMixin,
    Locale,
    RevisionMixin,
    Site,
    TranslatableMixin,
    Workflow,
    WorkflowMixin,
)
from wagtail.search import index

from vision_pages.models.choice_array import ChoiceArrayField
from vision_pages.models.preview import ShownByFrontends
from vision_pages.models.translatability import Translatability
from vision_pages.models.uses import UsesPanel

SDG_TITLES = (
    _("No poverty"),
    _("Zero hunger"),
    _("Good health and well-being"),
    _("Quality education"),
    _("Gender equality"),
    _("Clean water and sanitation"),
    _("Affordable and clean energy"),
    _("Decent work and economic growth"),
    _("Industry, innovation and infrastructure"),
    _("Reduced inequalities"),
    _("Sustainable cities and communities"),
    _("Responsible consumption and production"),
    _("Climate action"),
    _("Life below water"),
    _("Life on land"),
    _("Peace, justice and strong institutions"),
    _("Partnerships for the goals"),
)
SDG_CHOICES = [(number, title) for number, title in enumerate(SDG_TITLES, start=1)]


class TermForm(WagtailAdminModelForm):
    """Saves a draft with what publishing refuses."""

    def _post_clean(self) -> None:
        self.instance.saves_as_draft = self.is_deferred_validation
        super()._post_clean()  # type: ignore[misc]


class Term(
    ShownByFrontends,
    WorkflowMixin,
    DraftStateMixin,
    RevisionMixin,
    Translatability,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """A named thing with a code that is the same in every language."""

    name = models.CharField(_("name"), max_length=200)
    code = models.SlugField(
        _("code"),
        max_length=60,
        help_text=_("Short and stable, for example “koelner-perspektiven-2030”. Not translated."),
    )
    description = models.TextField(_("description"), blank=True)

    translated = ["name", "description"]
    synchronised = ["code"]

    base_form_class = TermForm
    saves_as_draft = False

    panels = [
        UsesPanel(),
        FieldPanel("name"),
        FieldPanel("code", required_on_save=True),
        FieldPanel("description"),
        PublishingPanel(),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "code"],
                name="unique_%(class)s_code",
                violation_error_message=_("This code is already taken."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_workflow(self) -> Workflow | None:
        """Give the workflow of its kind; of a translation, that of its language's pages."""
        own = None if self.locale_id == Locale.get_default().pk else self.workflow_of_pages()
        return own or super().get_workflow()

    def workflow_of_pages(self) -> Workflow | None:
        if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
            return None
        trees = Site.objects.values("root_page__translation_key")
        return Workflow.objects.filter(
            active=True,
            workflow_pages__page__locale=self.locale_id,
            workflow_pages__page__translation_key__in=trees,
        ).first()

    def faults(self) -> Iterable[tuple[str, object]]:
        """Yield what stands against publishing: the field it stands beside, and the message."""
        return ()

    def clean(self) -> None:
        super().clean()
        found = {} if self.saves_as_draft else dict(self.faults())
        if self.code_is_taken():
            found["code"] = _("This code is already taken.")
        if found:
            raise ValidationError(found)

    def code_is_taken(self) -> bool:
        """Say whether a term that is no translation of this one has its code."""
        others = type(self)._default_manager.exclude(translation_key=self.translation_key)
        return others.filter(code=self.code).exists()


class Strategy(Term):
    """A strategy that visions and goals belong to."""

    website_url = models.URLField(_("website"), blank=True)

    synchronised = ["website_url"]
    panels = [*Term.panels, FieldPanel("website_url")]

    class Meta(Term.Meta):
        verbose_name = _("strategy")
        verbose_name_plural = _("strategies")


class StrategicGoal(Term):
    """A goal of a strategy, numbered as the strategy does."""

    code = models.CharField(
        _("code"), max_length=60, help_text=_("The goal’s number, for example “1.2”.")
    )
    strategy = models.ForeignKey(
        Strategy, on_delete=models.PROTECT, related_name="+", verbose_name=_("strategy")
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("part of"),
    )
    sdgs = ChoiceArrayField(
        models.PositiveSmallIntegerField(choices=SDG_CHOICES),
        default=list,
        blank=True,
        verbose_name=_("sustainable development goals"),
    )

    synchronised = ["strategy", "parent", "sdgs"]
    panels = [*Term.panels, FieldPanel("strategy"), FieldPanel("parent"), FieldPanel("sdgs")]

    class Meta(Term.Meta):
        verbose_name = _("strategic goal")
        verbose_name_plural = _("strategic goals")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def faults(self) -> Iterable[tuple[str, object]]:
        yield from super().faults()
        if self.pk and self in self.ancestors():
            yield "parent", _("A goal cannot be part of itself.")

    def ancestors(self) -> Iterable["StrategicGoal"]:
        seen: list[StrategicGoal] = []
        goal = self.parent
        while goal is not None and goal not in seen:
            seen.append(goal)
            goal = goal.parent
        return seen


class FieldOfAction(Term):
    """A field of action that projects work in."""

    class Meta(Term.Meta):
        verbose_name = _("field of action")
        verbose_name_plural = _("fields of action")


class District(Term):
    """A district of the city."""

    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)

    synchronised = ["number"]
    panels = [*Term.panels, FieldPanel("number")]

    class Meta(Term.Meta):
        verbose_name = _("district")
        verbose_name_plural = _("districts")
