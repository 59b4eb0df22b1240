"""What editors do in a form, as functions of something in memory and a few numbers."""

from typing import Any
from uuid import UUID, uuid5

from django.db.models import Model
from modelcluster.models import get_all_child_relations

from tests.factories import ParticipationEventFactory
from vision_pages.models import (
    ContactPoint,
    CreditedImage,
    District,
    FieldOfAction,
    Strategy,
    VisionPage,
)

BLOCKS = UUID("0b6c6f63-6b73-4000-8000-000000000000")
WORDS = ("Wasserschule", "Flussbad", "Stadtpark", "Offen", "Erste", "Häuser am Rhein", "Köln 21")
DATES = ("1999", "2020-10", "2021-04-30")
MANY = {"contacts": ContactPoint, "strategies": Strategy, "fields_of_action": FieldOfAction}


def pick(rows: Any, number: int) -> Any:
    found = list(rows)
    return found[number % len(found)] if found else None


def word(number: int) -> str:
    return WORDS[number % len(WORDS)]


def retitle(page: Any, number: int, other: int) -> None:
    page.title = f"{word(number)} {word(other)}"


def summarise(page: Any, number: int, other: int) -> None:
    page.summary = f"Hier geht es um {word(number)}."


def rename(page: Any, number: int, other: int) -> None:
    page.slug = f"{page.slug}-{number}"


def archive(page: Any, number: int, other: int) -> None:
    page.is_archived = not page.is_archived


def put_into_menus(page: Any, number: int, other: int) -> None:
    page.show_in_menus = not page.show_in_menus


def picture(page: Any, number: int, other: int) -> None:
    page.hero_image = None if number % 2 else CreditedImage.objects.first()
    page.hero_alt = "" if number % 2 else word(other)


def add_block(page: Any, number: int, other: int) -> None:
    stories = [
        {"type": "heading", "value": {"text": word(other), "level": "h2"}},
        {"type": "quote", "value": {"text": word(other), "person": "", "role": ""}},
        {"type": "rich_text", "value": {"content": rich(other), "language": ""}},
        {"type": "notice", "value": {"tone": "info", "title": "", "content": rich(other)}},
    ]
    blocks = [*page.body.raw_data]
    new = pick(stories, number) | {"id": str(uuid5(BLOCKS, f"{len(blocks)}.{number}.{other}"))}
    blocks.insert(number % (len(blocks) + 1), new)
    page.body = blocks


def rich(number: int) -> str:
    target = pick(VisionPage.objects.order_by("pk"), number)
    return f'<p>{word(number)}, <a linktype="page" id="{target.pk}">mehr</a></p>'


def change_block(page: Any, number: int, other: int) -> None:
    blocks = [*page.body.raw_data]
    for block in blocks:
        if block["type"] in {"heading", "quote"}:
            block["value"]["text"] = word(other)
    page.body = blocks


def move_block(page: Any, number: int, other: int) -> None:
    blocks = [*page.body.raw_data]
    if blocks:
        blocks.insert(other % len(blocks), blocks.pop(number % len(blocks)))
    page.body = blocks


def delete_block(page: Any, number: int, other: int) -> None:
    blocks = [*page.body.raw_data]
    if blocks:
        blocks.pop(number % len(blocks))
    page.body = blocks


def relations(page: Any) -> list[str]:
    found = (relation.get_accessor_name() for relation in get_all_child_relations(type(page)))
    return [name for name in found if not name.startswith(("wagtail", "comments", "form"))]


def reorder_rows(page: Any, number: int, other: int) -> None:
    if name := pick(relations(page), number):
        rows = [*getattr(page, name).all()]
        for place, row in enumerate(rows):
            row.sort_order = (place + other) % len(rows)
        getattr(page, name).set(rows)


def delete_row(page: Any, number: int, other: int) -> None:
    if name := pick(relations(page), number):
        rows = [*getattr(page, name).all()]
        getattr(page, name).set([row for row in rows if row != pick(rows, other)])


def add_row(page: Any, number: int, other: int) -> None:
    target = pick(VisionPage.objects.order_by("pk"), other)
    for name in ("linked_visions", "related_visions", "visions", "featured"):
        if hasattr(type(page), name):
            rows = [*getattr(page, name).all()]
            if target != page and target.pk not in {row.target_id for row in rows}:
                getattr(page, name).add(rows_of(page, name)(target=target, sort_order=len(rows)))
    if hasattr(page, "participation_events"):
        event = ParticipationEventFactory.build(
            title=word(other), locale=page.locale, district=pick(District.objects.all(), other)
        )
        page.participation_events.add(event)


def rows_of(page: Any, name: str) -> type[Model]:
    return type(page)._meta.get_field(name).related_model


def change_row(page: Any, number: int, other: int) -> None:
    for name in ("participation_events", "locations"):
        for row in getattr(page, name).all() if hasattr(page, name) else ():
            row.district = pick(District.objects.all(), number) if number % 3 else None
            row.participant_count = other


def relate(page: Any, number: int, other: int) -> None:
    for name, model in MANY.items():
        if hasattr(page, name):
            first, second = pick(model.objects.all(), number), pick(model.objects.all(), other)
            getattr(page, name).set({first, second} - {None})


def redate(page: Any, number: int, other: int) -> None:
    if hasattr(page, "start_date"):
        is_over = getattr(page, "successor", None) or number % 2
        page.start_date, page.end_date = pick(DATES, number), "2021-12" if is_over else None
    if hasattr(page, "date"):
        page.date, page.end_date = pick(DATES, number), None


def pause(page: Any, number: int, other: int) -> None:
    if hasattr(page, "status_override"):
        page.status_override, page.status_note = "paused", word(number)


PAGE_EDITS = (
    retitle, summarise, rename, archive, put_into_menus, picture, add_block, change_block,
    move_block, delete_block, reorder_rows, delete_row, add_row, change_row, relate, redate, pause,
)  # fmt: skip


def describe(term: Any, number: int, other: int) -> None:
    term.name, term.description = word(number), f"Mehr zu {word(other)}."


def recode(term: Any, number: int, other: int) -> None:
    term.code = f"{term.code}-{number}"


def state(term: Any, number: int, other: int) -> None:
    for name, value in {
        "phone": f"0221 {number}",
        "website_url": f"https://{number}.example",
        "number": number,
        "sdgs": sorted({number % 17 + 1, other % 17 + 1}),
        "sector": "science",
        "parent": None,
    }.items():
        if hasattr(term, name):
            setattr(term, name, value)


TERM_EDITS = (describe, recode, state)


def invite(settings: Any, number: int, other: int) -> None:
    settings.newsletter_text, settings.publisher_name = word(number), word(other)


def point(settings: Any, number: int, other: int) -> None:
    settings.imprint_page = pick(VisionPage.objects.order_by("pk"), number)
    settings.default_contact = pick(ContactPoint.objects.all(), other) if other % 3 else None


def shorten(settings: Any, number: int, other: int) -> None:
    items = [*settings.main_navigation.raw_data]
    settings.main_navigation = items[number % (len(items) + 1) :]


SETTINGS_EDITS = (invite, point, shorten)
