"""Filling the tables that PostGraphile reads with what the pages say."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from psycopg.types.json import Jsonb
from wagtail.models import Page

from benchmarks.contenders.optimizer.blocks import KINDS, rendition
from vision_pages.models import CreditedImage, ProjectVision

TABLES = Path(__file__).parent / "mirror.sql"
SIZES = ("fill-1280x720", "fill-960x640", "fill-640x640")
CONTENT = "width-1280"  # the size of an image in a body
LINK = re.compile(r'linktype="page" id="(\d+)"')
BATCH = 200

Values = tuple[Any, ...]


def fill() -> None:
    """Make the tables and copy all pages into them, unless that was done before."""
    tables = TABLES.read_text()
    state = sha256(tables.encode()).hexdigest()
    if state == comment():
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(tables)
        copy("image", list(images()))
        for batch in pages():
            copy("page", batch)
        copy("service", services())
        cursor.execute(f"COMMENT ON SCHEMA mirror IS '{state}'")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE mirror.image, mirror.page, mirror.service")


def comment() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(to_regnamespace('mirror'), 'pg_namespace')")
        return cursor.fetchone()[0]


def copy(table: str, rows: Iterable[Values]) -> None:
    sql = f"COPY mirror.{table} FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(sql) as target:
        for values in rows:
            target.write_row(values)


def images() -> Iterator[Values]:
    for image in CreditedImage.objects.all():
        yield image.pk, image.title, *(Jsonb(size(image, name)) for name in SIZES)


def size(image: CreditedImage, name: str) -> dict[str, Any]:
    found = rendition(image, name)
    return {"src": found.url, "width": found.width, "height": found.height} if found else {}


def pages() -> Iterator[list[Values]]:
    """Give all pages in batches: a connection either reads or copies."""
    found = Page.objects.filter(depth__gt=1).order_by("path")
    copying = Copying()
    keys = list(copying.paths)
    for start in range(0, len(keys), BATCH):
        batch = found.filter(pk__in=keys[start : start + BATCH])
        yield [copying.row(page) for page in batch.select_related("locale").specific()]


class Copying:
    """What is known of all pages and images, so that links and images of bodies are written."""

    def __init__(self) -> None:
        found = Page.objects.filter(depth__gt=1).order_by("path")
        places = list(found.values_list("pk", "path", "url_path"))
        self.paths = {pk: url_path for pk, _path, url_path in places}
        self.keys = {path: pk for pk, path, _url_path in places}
        self.sizes = {image.pk: size(image, CONTENT) for image in CreditedImage.objects.all()}

    def row(self, page: Any) -> Values:
        return (
            page.pk, type(page).__name__, page.locale.language_code, page.translation_key,
            self.keys.get(page.path[: -Page.steplen]), page.path, page.url_path, page.title,
            page.summary, page.seo_title, page.search_description, page.hero_image_id,
            page.hero_alt, getattr(page, "starts_on", None), getattr(page, "ends_on", None),
            getattr(page, "status_override", ""), self.html(getattr(page, "goal", "")),
            self.html(getattr(page, "vision_statement", "")),
            Jsonb([self.block(**block) for block in page.body.raw_data]),
        )  # fmt: skip

    def html(self, text: str) -> str:
        """Write links to pages with their addresses."""
        return LINK.sub(lambda link: f'href="{self.paths[int(link[1])]}"', text)

    def block(self, type: str, value: dict[str, Any], **_id: str) -> dict[str, Any]:
        """Say what the questions ask of a block."""
        kind = KINDS[type]
        said = {name: self.part(value[name]) for name in kind.__annotations__}
        return {"__typename": kind.__name__, **said}

    def part(self, value: Any) -> Any:
        return self.html(value) if isinstance(value, str) else self.sizes[value["image"]]


def services() -> list[Values]:
    """Say which project serves which vision."""
    rows = ProjectVision.objects.order_by("page__path")
    return list(rows.values_list("target_id", "page__path", "page_id"))
