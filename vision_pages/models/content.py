"""What every page of ours has: title, summary, hero image, body, contacts, review date."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Locale, Page

from vision_pages.blocks import BodyBlock, SignLanguageVideoBlock, has_empty_link
from vision_pages.fields import BodyField, TermsField
from vision_pages.models.archive import is_archived
from vision_pages.models.preview import ShownByFrontends
from vision_pages.models.publication import Fault, PublicationForm, PublicationRules, Rows
from vision_pages.models.slugs import TITLE_MAX_LENGTH, slug
from vision_pages.models.tabs import TITLE
from vision_pages.models.term_choice import TermsPanel
from vision_pages.models.translatability import Translatability

# A mixin stands beside Page among a page type's bases; only the type checker need know it.
if TYPE_CHECKING:
    PageModel = Page
else:
    PageModel = models.Model


def in_twelve_months() -> date:
    today = timezone.localdate()
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # the 29th of February
        return today.replace(year=today.year + 1, day=28)


class ContentMixin(ShownByFrontends, PublicationRules, Translatability, PageModel):
    """The content every page shares."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        validators=[MaxLengthValidator(300)],
        help_text=_("One or two sentences for lists and search results, at most 300 characters."),
    )
    hero_image = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("hero image"),
    )
    hero_alt = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What the image shows, for people who do not see it."),
    )
    hero_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("The image says nothing that the text does not say."),
    )
    body = BodyField(BodyBlock(), blank=True, verbose_name=_("content"))
    sign_language_video = BodyField(
        [("video", SignLanguageVideoBlock())],
        blank=True,
        max_num=1,
        verbose_name=_("sign language video"),
        help_text=_("The page’s content in German Sign Language (DGS)."),
    )
    contacts = TermsField(
        "vision_pages.ContactPoint", blank=True, related_name="+", verbose_name=_("contact points")
    )
    is_archived = models.BooleanField(
        _("archived"),
        default=False,
        help_text=_("Left out of lists, still readable at its address."),
    )
    review_on = models.DateField(
        _("review on"),
        null=True,
        blank=True,
        default=in_twelve_months,
        help_text=_("When somebody should check this page. Never shown to the public."),
    )

    translated = [
        "title",
        "seo_title",
        "search_description",
        "summary",
        "hero_alt",
        "body",
    ]
    synchronised = [
        "hero_image",
        "hero_decorative",
        "sign_language_video",
        "is_archived",
        "show_in_menus",
        "contacts",
    ]
    own = ["slug", "review_on"]

    base_form_class = PublicationForm
    introduction_panels = [
        TITLE,
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("hero_image"), FieldPanel("hero_alt"), FieldPanel("hero_decorative")],
            heading=_("Hero image"),
        ),
    ]
    body_panels = [FieldPanel("body"), FieldPanel("sign_language_video")]
    contact_panels = [TermsPanel("contacts")]

    class Meta:
        abstract = True

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Refuse what would stand in lists while the page above it doesn't."""
        return super().can_create_at(parent) and not is_archived(parent)

    def can_move_to(self, parent: Page) -> bool:
        return super().can_move_to(parent) and self.is_archived >= is_archived(parent)

    @property
    def status_string(self) -> Any:
        """Say to editors that a page is archived, where they read whether it is live."""
        if not (self.live and self.is_archived):
            return super().status_string
        return _("archived + draft") if self.has_unpublished_changes else _("archived")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.choose_slug()
        super().save(*args, **kwargs)

    def choose_slug(self) -> None:
        """Make a slug of the title, where nobody has chosen one."""
        if self.slug in self.provisional_slugs():
            self.slug = self._get_autogenerated_slug(self.title)

    def faults(self, rows: Rows) -> Iterable[Fault]:
        yield from super().faults(rows)
        if len(self.title) > TITLE_MAX_LENGTH:
            yield Fault("title", _("The title has more than 120 characters."))
        yield from self.hero_faults()
        for field in self._meta.fields:
            if isinstance(field, RichTextField) and has_empty_link(getattr(self, field.name)):
                yield Fault(field.name, _("A link has no text."))

    def hero_faults(self) -> Iterable[Fault]:
        if not self.hero_image:
            return
        if bool(self.hero_alt) == self.hero_decorative:
            yield Fault(
                "hero_alt",
                _("Describe the image or mark it as decorative, exactly one of the two."),
            )
        if getattr(self.hero_image, "credit", None) == "":
            yield Fault("hero_image", _("This image names no credit. Add it in the image library."))

    def provisional_slugs(self) -> set[str]:
        """Give the slugs nobody chose for a translation that was never published.

        They are its source's, and the one its title gave when it was saved last.
        """
        if self.pk is None or self.alias_of_id or self.locale_id == Locale.get_default().pk:
            return set()
        unpublished = Page.objects.filter(pk=self.pk, first_published_at=None)
        title = unpublished.values_list("title", flat=True).first()
        if title is None:
            return set()
        others = Page.objects.filter(translation_key=self.translation_key).exclude(pk=self.pk)
        return {slug(title), *others.values_list("slug", flat=True)}

    def _get_autogenerated_slug(self, base_slug: str) -> str:
        return super()._get_autogenerated_slug(slug(base_slug) or base_slug)
