"""A city in which everything that can name something names what is to be secret, and back."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from tests.factories import (
    ActorFactory,
    ContactPointFactory,
    DistrictFactory,
    DocumentFactory,
    FieldOfActionFactory,
    ImageFactory,
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ParticipationEventFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndexFactory,
    SiteSettingsFactory,
    StageFactory,
    StrategicGoalFactory,
    StrategyFactory,
    VisionFactory,
)
from vision_pages.models import (
    FeaturedPage,
    LeitbildEntryVision,
    ProjectActor,
    ProjectLocation,
    VisionActor,
    VisionLink,
)
from vision_pages.models.actor import Role

SECRET_PAGE, SECRET_TERM, SECRET_FILE = "Geheim", "Vertraulich", "Verborgen"
CODE = "vertraulich"
# The same address, in the ways an editor may write it.
LINKS = (
    "/de/programm/geheim/",
    "/de/programm/geheim?a=1#b",
    "http://localhost/de/programm/%67eheim",
    "//localhost:8000/de//programm/geheim/",
)


def published(page: Page) -> Page:
    page.save_revision().publish()
    page.refresh_from_db()
    return page


class LinkedCity(SimpleNamespace):
    """The city's pages, terms and files, each under its name.

    home, programme, vision, project, entry, history, first: pages that stay public.
    secret_vision, secret_stage, secret_project, secret_entry, secret_plain, later: pages to hide;
    below_vision: a stage below `secret_vision`. contact, strategy, goal, field, district, actor:
    terms to hide. image, file: files to hide.
    """

    @property
    def secret_pages(self) -> list[Page]:
        return [page for name, page in vars(self).items() if name.startswith("secret_")]

    @property
    def terms(self) -> list[Any]:
        names = ("contact", "strategy", "goal", "field", "district", "actor")
        return [getattr(self, name) for name in names]

    @property
    def files(self) -> list[Any]:
        return [self.image, self.file]

    def read_again(self) -> "LinkedCity":
        """Give what is stored, whatever other tests did to the instances."""
        return LinkedCity(
            **{name: type(one).objects.get(pk=one.pk) for name, one in vars(self).items()}
        )


def linked_city(home: Page) -> LinkedCity:
    terms = secret_terms()
    files = {
        "image": ImageFactory(
            title=SECRET_FILE, credit=SECRET_FILE, file__filename="verborgen.png"
        ),
        "file": DocumentFactory(title=SECRET_FILE, file__filename="verborgen.pdf"),
    }
    city = LinkedCity(home=home, **terms, **files)
    city.actor.logo, city.actor.logo_alt = city.image, "Zeichen"
    city.actor.save()
    city.programme = ProgrammeFactory(parent=home, title="Programm", show_in_menus=True)
    add_secret_pages(city)
    add_open_pages(city)
    link_site(city)
    return city


def secret_terms() -> dict[str, Any]:
    said = {"name": SECRET_TERM, "description": SECRET_TERM, "code": CODE}
    strategy = StrategyFactory(**said)
    return {
        "contact": ContactPointFactory(**said, person=SECRET_TERM, email="vertraulich@example.org"),
        "strategy": strategy,
        "goal": StrategicGoalFactory(**said, strategy=strategy, sdgs=[13]),
        "field": FieldOfActionFactory(**said),
        "district": DistrictFactory(**said),
        "actor": ActorFactory(**said),
    }


def add_secret_pages(city: LinkedCity) -> None:
    city.secret_vision = VisionFactory(
        parent=city.programme, title=SECRET_PAGE, motto=SECRET_PAGE, show_in_menus=True
    )
    city.index = ProjectIndexFactory(parent=city.programme)
    city.vision = VisionFactory(
        parent=city.programme, title="Offen", start_date="2019", end_date="2020"
    )
    city.secret_below = stage(city.secret_vision, f"{SECRET_PAGE} Stufe", f"{SECRET_PAGE} Umfrage")
    city.secret_stage = stage(city.vision, f"{SECRET_PAGE} Stufe", f"{SECRET_PAGE} Werkstatt")
    city.secret_project = ProjectFactory(
        parent=city.index, title=f"{SECRET_PAGE} Vorhaben", serves=[city.vision]
    )
    city.history = LeitbildHistoryFactory(parent=city.programme)
    city.secret_entry = LeitbildEntryFactory(
        parent=city.history,
        title=f"{SECRET_PAGE} Eintrag",
        date="2020",
        statement=f"{SECRET_PAGE} Leitbild",
    )
    city.secret_entry.related_visions.add(LeitbildEntryVision(target=city.vision))
    published(city.secret_entry)
    city.secret_plain = city.programme.add_child(
        instance=Page(title=f"{SECRET_PAGE} Seite", slug="geheim-seite", seo_title=SECRET_PAGE)
    )


def stage(parent: Page, title: str, event: str) -> Page:
    found = StageFactory(parent=parent, title=title, start_date="2021")
    found.participation_events.add(
        ParticipationEventFactory.build(
            title=event, starts_at=datetime(2021, 4, 6, 8, tzinfo=UTC), locale=found.locale
        )
    )
    return published(found)


def add_open_pages(city: LinkedCity) -> None:
    vision, secret = city.vision, city.secret_vision
    vision.hero_image, vision.hero_alt = city.image, "Bild"
    vision.successor = secret
    vision.goal = text(city)
    vision.linked_visions.add(VisionLink(target=secret))
    vision.contacts.add(city.contact)
    vision.strategies.set([city.strategy])
    vision.strategic_goals.set([city.goal])
    vision.fields_of_action.set([city.field])
    vision.actors.add(VisionActor(actor=city.actor, role=Role.PARTNER))
    vision.foundations = [("link", {"link": link(page=secret), "description": ""})]
    vision.downloads = [("download", download(city))]
    vision.body = body(city)
    vision.sign_language_video = [
        ("video", {"file": city.file, "url": "", "poster": image(city), "transcript": text(city)})
    ]
    published(vision)
    for target in city.secret_pages:
        city.programme.featured.add(FeaturedPage(target=target))
    published(city.programme)
    city.first = stage(vision, "Erste", "Treffen")
    city.first.participation_events.set(
        [ParticipationEventFactory.build(locale=city.first.locale, district=city.district)]
    )
    published(city.first)
    city.project = ProjectFactory(parent=city.index, title="Vorhaben", serves=[vision, secret])
    city.project.fields_of_action.set([city.field])
    city.project.strategic_goals.set([city.goal])
    city.project.actors.add(ProjectActor(actor=city.actor, role=Role.PARTNER))
    city.project.citywide = False
    city.project.locations.add(
        ProjectLocation(label="Dom", district=city.district, locale=city.project.locale)
    )
    published(city.project)
    city.entry = LeitbildEntryFactory(
        parent=city.history, title="Ereignis", date="2003", statement="Offenes Leitbild"
    )
    city.entry.related_visions.add(LeitbildEntryVision(target=secret))
    city.entry.sources = [
        ("source", {"title": "Quelle", "url": "", "document": city.file, "accessed_on": None})
    ]
    published(city.entry)


def text(city: LinkedCity) -> str:
    targets = [*city.secret_pages]
    links = [f'<a linktype="page" id="{page.pk}">dort</a>' for page in targets]
    return f"<p>{' '.join(links)} <a linktype='document' id='{city.file.pk}'>da</a></p>"


def link(**target: Any) -> dict[str, Any]:
    return {"label": "dort", "page": None, "url": "", "document": None, "language": ""} | target


def image(city: LinkedCity) -> Any:
    city.image.contextual_alt_text, city.image.decorative = "Bild", False
    return city.image


def download(city: LinkedCity) -> dict[str, Any]:
    return {"document": city.file, "title": "Datei", "description": "", "kind": "other"}


def body(city: LinkedCity) -> list[Any]:
    """Every block that can name something."""
    call = {"title": "Los", "description": "", "link": link(page=city.secret_project)}
    video = {"title": "Film", "file": city.file, "captions": city.file, "poster": image(city)}
    teasers = (city.secret_vision, city.secret_project, city.secret_stage)
    return [
        ("rich_text", {"content": text(city), "language": ""}),
        ("accordion", {"items": [{"title": "Frage", "content": text(city)}]}),
        ("notice", {"tone": "info", "title": "", "content": text(city)}),
        ("image", {"image": image(city), "caption": "Bild"}),
        ("download", download(city)),
        ("link", {"link": link(page=city.secret_vision), "description": ""}),
        ("link", {"link": link(document=city.file), "description": ""}),
        ("call_to_action", call),
        ("video", video),
        ("contact", {"contact": city.contact}),
        *(
            ("participation_teaser", {"title": "Mit", "description": "", "page": page})
            for page in teasers
        ),
    ]


def link_site(city: LinkedCity) -> None:
    """Name the secret pages in the site's settings, and by redirects."""
    entries = [{"label": "", "page": page, "url": ""} for page in city.secret_pages]
    navigation = [("item", {**entry, "children": entries}) for entry in entries]
    pages = ("imprint", "privacy", "accessibility", "easy_language", "sign_language")
    city.settings = SiteSettingsFactory(
        **{f"{name}_page": city.secret_vision for name in pages},
        main_navigation=navigation,
        footer_navigation=navigation,
        default_contact=city.contact,
    )
    city.redirect = Redirect.objects.create(
        old_path="/de/alt", redirect_page_id=city.secret_vision.pk
    )
    for number, link in enumerate(LINKS):
        Redirect.objects.create(old_path=f"/de/link-{number}", redirect_link=link)
