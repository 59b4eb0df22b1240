"""A made-up city of real pages, the same for the same seed: planted, rendered and put in documents.

It has visions and projects with their stages in two languages. Every page has a hero image and a
body of twelve blocks.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import cycle
from random import Random
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from PIL import Image
from wagtail.models import Locale, Page, Site

from benchmarks.city import Words
from benchmarks.planting import Planter
from graphql_api.documents.refresh import rebuild
from graphql_api.documents.rendition_tasks import all_images, prepare
from vision_pages.models import (
    Actor,
    ContactPoint,
    CreditedImage,
    FieldOfAction,
    ProgrammePage,
    ProjectActor,
    ProjectIndexPage,
    ProjectPage,
    ProjectVision,
    StagePage,
    VisionActor,
    VisionPage,
)
from vision_pages.models.actor import Role, Sector
from vision_pages.models.project import ParticipationLevel
from vision_pages.models.stage import StageKind
from vision_pages.models.vision import Scope

LANGUAGES = ("de", "en")
VISIONS = 20
STAGES = 3
SNIPPETS = 12
SIZE_OF_IMAGES = (1600, 1000)

Say = Callable[[str], None]


def build(pages: int, say: Say) -> None:
    """Write so many pages, half of them in each language; say now and then how many there are."""
    random = Random(21)
    call_command("create_locales", verbosity=0)
    say(f"{SNIPPETS} images in all their sizes")
    library, planter = Library(random), Planter()
    keys: list[Any] = []
    for code in LANGUAGES:
        locale = Locale.objects.get(language_code=code)
        tree = Tree(library, planter, Words(code, random), locale, keys)
        for written in tree.grow(pages // len(LANGUAGES)):
            say(f"{code}: {written} pages")
        keys = tree.keys_so_far
    planter.finish()
    for done in rebuild():
        say(f"{done} rows put in documents")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


class Library:
    """What pages share: images, actors, contact points, fields of action; each in turn."""

    def __init__(self, random: Random) -> None:
        german = Locale.objects.get(language_code=LANGUAGES[0])
        named = [{"code": f"nr-{n}", "name": f"Nr. {n}", "locale": german} for n in range(SNIPPETS)]
        self.images = [picture(random, values["name"]) for values in named]
        self.actors = [
            Actor.objects.create(**values, sector=Sector.ADMINISTRATION) for values in named
        ]
        self.contacts = [
            ContactPoint.objects.create(**values, email="stadt@example.org") for values in named
        ]
        self.fields = [FieldOfAction.objects.create(**values) for values in named]
        for pk in all_images():
            prepare(pk)


def picture(random: Random, title: str) -> CreditedImage:
    """Put an image of coloured noise into the library."""
    noise = Image.effect_noise((160, 100), 90).resize(SIZE_OF_IMAGES)
    colours = [random.randrange(256) for _ in range(3)]
    drawn = Image.composite(
        Image.new("RGB", noise.size, tuple(colours)), noise.convert("RGB"), noise
    )
    output = BytesIO()
    drawn.save(output, "JPEG")
    file = ContentFile(output.getvalue(), name=f"{title}.jpg")
    return CreditedImage.objects.create(title=title, file=file, credit="© Benchmark")


class Tree:
    """The pages of a language, in an order that is the same in each: so `keys` makes them twins."""

    def __init__(
        self, library: Library, planter: Planter, words: Words, locale: Locale, keys: list[Any]
    ) -> None:
        self.library, self.planter, self.words, self.locale = library, planter, words, locale
        self.keys = iter(keys)
        self.keys_so_far: list[Any] = []
        self.pks: list[int] = []
        self.turns = cycle(range(SNIPPETS))

    def grow(self, pages: int) -> Iterator[int]:
        """Plant the pages, each initiative with its stages."""
        programme = self.page(
            ProgrammePage, Page.get_first_root_node(), slug=self.locale.language_code
        )
        self.planter.write()
        if self.locale == Locale.get_default():
            make_root(programme)
        index = self.page(ProjectIndexPage, programme)
        visions: list[Page] = []
        while len(self.pks) < pages:
            if len(visions) < VISIONS:
                visions.append(self.vision(programme))
            else:
                self.project(index, visions)
            yield len(self.pks)

    def vision(self, programme: Page) -> Page:
        statement, goal = self.paragraphs(2), self.paragraphs(1)
        page = self.page(
            VisionPage, programme, scope=Scope.CITY, vision_statement=statement, goal=goal,
            actors=[VisionActor(actor=self.one_of("actors"), role=Role.LEAD)],
        )  # fmt: skip
        self.stages(page)
        return page

    def project(self, index: Page, visions: list[Page]) -> None:
        page = self.page(
            ProjectPage, index, goal=self.paragraphs(1), citywide=True,
            participation_level=ParticipationLevel.CONSULTATION,
            visions=[ProjectVision(target=visions[len(self.pks) // (STAGES + 1) % VISIONS])],
            actors=[ProjectActor(actor=self.one_of("actors"), role=Role.LEAD)],
            fields_of_action=[self.one_of("fields")],
        )  # fmt: skip
        self.stages(page)

    def stages(self, page: Page) -> None:
        for number in range(STAGES):
            year = 2022 + number * 2
            self.page(
                StagePage, page, kind=StageKind.PARTICIPATION, start_date=f"{year}",
                end_date=f"{year + 1}", results=self.paragraphs(1),
            )  # fmt: skip

    def page(self, model: type[Page], parent: Page, **values: Any) -> Page:
        """Plant a page below `parent`, linked to some before it."""
        relations = {"contacts": [self.one_of("contacts")]}
        relations |= {name: value for name, value in values.items() if isinstance(value, list)}
        slug = values.pop("slug", f"p{len(self.pks)}")
        page = model(
            title=self.words.text(4).capitalize(), slug=slug, summary=self.words.text(14),
            locale=self.locale, translation_key=next(self.keys, uuid4()),
            hero_image=self.one_of("images"), hero_alt=self.words.text(5),
            search_description=self.words.text(14), body=self.body(),
            **{name: value for name, value in values.items() if name not in relations},
        )  # fmt: skip
        self.planter.plant(page, parent, relations)
        self.pks.append(page.pk)
        self.keys_so_far.append(page.translation_key)
        return page

    def body(self) -> list[Any]:
        """Give twelve blocks, with an image and with links to pages."""
        text = self.words.text
        image = {"image": self.one_of("images").pk, "alt_text": text(5), "decorative": False}
        blocks: list[tuple[str, dict[str, Any]]] = [
            ("heading", {"text": text(4), "level": "h2"}),
            ("rich_text", {"content": self.paragraphs(3), "language": ""}),
            ("image", {"image": image, "caption": text(8)}),
            ("rich_text", {"content": self.paragraphs(2), "language": ""}),
            ("key_fact", {"value": "43,8 %", "label": text(3), "note": text(6)}),
            ("heading", {"text": text(4), "level": "h2"}),
            ("rich_text", {"content": self.paragraphs(3), "language": ""}),
            ("quote", {"text": text(20), "person": text(2), "role": text(3)}),
            ("quality", {"title": text(2), "description": text(12)}),
            ("notice", {"tone": "info", "title": text(3), "content": self.paragraphs(1)}),
            ("heading", {"text": text(4), "level": "h3"}),
            ("rich_text", {"content": self.paragraphs(2), "language": ""}),
        ]
        return [{"type": kind, "value": value, "id": str(uuid4())} for kind, value in blocks]

    def paragraphs(self, count: int) -> str:
        """Give paragraphs of some 60 words, each with a link."""
        return "".join(
            f"<p>{self.words.text(40)} {self.link()} {self.words.text(16)}.</p>"
            for _ in range(count)
        )

    def link(self) -> str:
        if not self.pks:
            return '<a href="https://www.example.org/">example.org</a>'
        target = self.words.random.choice(self.pks)
        return f'<a linktype="page" id="{target}">{self.words.text(2)}</a>'

    def one_of(self, name: str) -> Any:
        return getattr(self.library, name)[next(self.turns)]


def make_root(programme: Page) -> None:
    """Let the site begin with the programme, and not with Wagtail's greeting."""
    site = Site.objects.get(is_default_site=True)
    greeting, site.root_page = site.root_page, programme
    site.hostname = "localhost"
    site.save()
    greeting.delete()
