"""Content for tests: each factory gives the least that may be published."""

from datetime import UTC, datetime

import factory
import wagtail_factories
from wagtail.models import Locale, Site

from vision_pages.models import (
    AccessibleDocument,
    Actor,
    ContactPoint,
    CreditedImage,
    District,
    FieldOfAction,
    LeitbildEntryPage,
    LeitbildHistoryPage,
    ParticipationEvent,
    ProgrammePage,
    ProjectActor,
    ProjectIndexPage,
    ProjectPage,
    ProjectVision,
    SiteSettings,
    StagePage,
    StrategicGoal,
    Strategy,
    VisionActor,
    VisionPage,
)
from vision_pages.models.actor import Role, Sector
from vision_pages.models.participation import AttendanceMode, EventFormat
from vision_pages.models.project import ParticipationLevel
from vision_pages.models.slugs import slug
from vision_pages.models.stage import StageKind
from vision_pages.models.vision import Scope


def source_locale() -> Locale:
    return Locale.get_default()


class ImageFactory(wagtail_factories.ImageFactory):
    credit = "© Stadt Köln"

    class Meta:
        model = CreditedImage


class DocumentFactory(wagtail_factories.DocumentFactory):
    class Meta:
        model = AccessibleDocument


class TermFactory(factory.django.DjangoModelFactory):
    locale = factory.LazyFunction(source_locale)
    name = factory.Sequence(lambda number: f"Begriff {number}")
    code = factory.Sequence(lambda number: f"begriff-{number}")

    class Meta:
        abstract = True


class StrategyFactory(TermFactory):
    class Meta:
        model = Strategy


class StrategicGoalFactory(TermFactory):
    strategy = factory.SubFactory(StrategyFactory)

    class Meta:
        model = StrategicGoal


class FieldOfActionFactory(TermFactory):
    class Meta:
        model = FieldOfAction


class DistrictFactory(TermFactory):
    class Meta:
        model = District


class ActorFactory(TermFactory):
    sector = Sector.ADMINISTRATION

    class Meta:
        model = Actor


class ContactPointFactory(TermFactory):
    email = "zukunft@example.org"

    class Meta:
        model = ContactPoint


class SiteSettingsFactory(factory.django.DjangoModelFactory):
    locale = factory.LazyFunction(source_locale)
    site = factory.LazyFunction(lambda: Site.objects.get(is_default_site=True))

    class Meta:
        model = SiteSettings


class ContentFactory(wagtail_factories.PageFactory):
    """A page below `parent`; give `parent=None` for a page that isn't in the tree yet."""

    slug = factory.LazyAttribute(lambda page: slug(page.title))
    summary = "Kurz gesagt."

    class Meta:
        abstract = True


class ProgrammeFactory(ContentFactory):
    title = factory.Sequence(lambda number: f"Stadt der Zukunft {number}")

    class Meta:
        model = ProgrammePage


class InitiativeFactory(ContentFactory):
    """A vision or project; `contacts` are its contact points, `serves` a project's visions."""

    goal = "<p>Eine lebenswerte Stadt.</p>"

    class Meta:
        abstract = True

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        contacts = kwargs.pop("contacts", None)
        serves = kwargs.pop("serves", ())
        page = model_class(**kwargs)
        page.contacts.set([ContactPointFactory()] if contacts is None else contacts)
        cls.relate(page, serves)
        if parent:
            parent.add_child(instance=page)
        return page


class VisionFactory(InitiativeFactory):
    title = factory.Sequence(lambda number: f"Vision {number}")
    scope = Scope.CITY
    vision_statement = "<p>So wollen wir leben.</p>"

    class Meta:
        model = VisionPage

    @classmethod
    def relate(cls, page, serves):
        page.actors.add(VisionActor(actor=ActorFactory(), role=Role.LEAD))


class ProjectIndexFactory(ContentFactory):
    title = "Projekte"

    class Meta:
        model = ProjectIndexPage


class ProjectFactory(InitiativeFactory):
    title = factory.Sequence(lambda number: f"Projekt {number}")
    participation_level = ParticipationLevel.CONSULTATION
    citywide = True

    class Meta:
        model = ProjectPage

    @classmethod
    def relate(cls, page, serves):
        page.actors.add(ProjectActor(actor=ActorFactory(), role=Role.LEAD))
        page.visions.set([ProjectVision(target=vision) for vision in serves])
        if not page.fields_of_action.all():
            page.fields_of_action.set([FieldOfActionFactory()])


class StageFactory(ContentFactory):
    title = factory.Sequence(lambda number: f"Stufe {number}")
    kind = StageKind.PARTICIPATION
    start_date = "2021"

    class Meta:
        model = StagePage


class ParticipationEventFactory(factory.django.DjangoModelFactory):
    title = "Umfrage"
    starts_at = datetime(2021, 4, 6, 8, tzinfo=UTC)
    format = EventFormat.ONLINE_SURVEY
    attendance_mode = AttendanceMode.ONLINE
    participation_url = "https://example.org/umfrage"
    locale = factory.LazyFunction(source_locale)

    class Meta:
        model = ParticipationEvent


class LeitbildHistoryFactory(ContentFactory):
    title = "Leitbild im Wandel"

    class Meta:
        model = LeitbildHistoryPage


class LeitbildEntryFactory(ContentFactory):
    title = factory.Sequence(lambda number: f"Ereignis {number}")
    date = "2009"

    class Meta:
        model = LeitbildEntryPage
