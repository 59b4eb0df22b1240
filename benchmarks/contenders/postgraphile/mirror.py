"""Filling the tables that PostGraphile reads with what the pages say."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from psycopg.types.json import Jsonb
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from benchmarks.contenders.optimizer.blocks import Block, blocks, rendition
from vision_pages.models import CreditedImage, ProjectVision

TABLES = Path(__file__).parent / "mirror.sql"
SIZES = ("fill-1280x720", "fill-960x640", "fill-640x640")
CONTENT = "width-1280"  # the size of an image in a body
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
    keys = dict(found.values_list("path", "pk"))
    all_keys = list(keys.values())
    for start in range(0, len(keys), BATCH):
        batch = found.filter(pk__in=all_keys[start : start + BATCH])
        yield [row(page, keys) for page in batch.specific()]


def row(page: Any, keys: dict[str, int]) -> Values:
    return (
        page.pk, type(page).__name__, page.locale.language_code, page.translation_key,
        keys.get(page.path[: -Page.steplen]), page.path, page.url_path, page.title, page.summary,
        page.seo_title, page.search_description, page.hero_image_id, page.hero_alt,
        getattr(page, "starts_on", None), getattr(page, "ends_on", None),
        getattr(page, "status_override", ""), html(page, "goal"), html(page, "vision_statement"),
        Jsonb(body(page)),
    )  # fmt: skip


def html(page: Any, name: str) -> str | None:
    return expand_db_html(getattr(page, name)) if hasattr(page, name) else None


def body(page: Any) -> list[dict[str, Any]]:
    return [{"__typename": type(block).__name__, **said(block)} for block in blocks(page)]


def said(block: Block) -> dict[str, Any]:
    """Give what a block says; of an image, the size in which it is shown."""
    found = vars(block)
    return found | {"image": size(found["image"], CONTENT)} if "image" in found else found


def services() -> list[Values]:
    """Say which project serves which vision."""
    rows = ProjectVision.objects.order_by("page__path")
    return list(rows.values_list("target_id", "page__path", "page_id"))
