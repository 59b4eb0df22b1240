"""Which fields are translated, which are facts, and which each language keeps for itself."""

import pytest
from django.apps import apps
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.models import (
    COMMENTS_RELATION_NAME,
    DraftStateMixin,
    Orderable,
    Page,
    TranslatableMixin,
)
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.segments.extract import extract_segments

from vision_pages.fields import PartialDateBoundField

# Of what Wagtail gives every page, these are content; the rest is its state in its own language.
CONTENT_OF_A_PAGE = {"title", "slug", "seo_title", "search_description", "show_in_menus"}

CONTENT = {
    "translated": {"title", "seo_title", "search_description", "summary", "hero_alt", "body"},
    "synchronised": {
        "hero_image",
        "hero_decorative",
        "sign_language_video",
        "is_archived",
        "show_in_menus",
        "contacts",
    },
    "own": {"slug", "review_on"},
}
PERIOD = {
    "translated": {"date_text", "status_note"},
    "synchronised": {"start_date", "end_date", "status_override"},
}
EVIDENCE = {
    "translated": {"key_facts", "downloads"},
    "synchronised": {"council_decisions"},
}
INITIATIVE = {
    "translated": {"goal", "achievements", "outlook", "foundations", "former_names"},
    "synchronised": {"successor", "actors", "strategic_goals", "fields_of_action"},
}
TERM = {"translated": {"name", "description"}, "synchronised": {"code"}}
PLACE = {"synchronised": {"address", "latitude", "longitude", "district"}}


def table(*parts: dict[str, set[str]], **own: set[str]) -> dict[str, set[str]]:
    kinds = ("translated", "synchronised", "own")
    return {kind: set().union(*(part.get(kind, set()) for part in (*parts, own))) for kind in kinds}


DECLARED = {
    "ProgrammePage": table(CONTENT, synchronised={"featured"}),
    "VisionPage": table(
        CONTENT,
        PERIOD,
        EVIDENCE,
        INITIATIVE,
        translated={"motto", "vision_statement", "qualities"},
        synchronised={"scope", "linked_visions", "strategies"},
    ),
    "ProjectIndexPage": table(CONTENT),
    "ProjectPage": table(
        CONTENT,
        PERIOD,
        EVIDENCE,
        INITIATIVE,
        translated={"participation_reason", "target_groups", "costs", "locations"},
        synchronised={"participation_level", "citywide", "website_url", "visions"},
    ),
    "ProjectLocation": table(PLACE, translated={"label"}),
    "StagePage": table(
        CONTENT,
        PERIOD,
        EVIDENCE,
        translated={"results", "participation_events"},
        synchronised={"kind"},
    ),
    "ParticipationEvent": table(
        PLACE,
        translated={
            "title",
            "description",
            "venue_name",
            "accessibility_note",
            "target_group",
            "result_summary",
        },
        synchronised={
            "format",
            "level",
            "cancelled",
            "starts_at",
            "ends_at",
            "all_day",
            "attendance_mode",
            "participation_url",
            "registration_required",
            "registration_url",
            "registration_deadline",
            "languages",
            "participant_count",
        },
    ),
    "LeitbildHistoryPage": table(CONTENT, synchronised={"order"}),
    "LeitbildEntryPage": table(
        CONTENT,
        EVIDENCE,
        translated={"date_text", "statement", "sources"},
        synchronised={"date", "end_date", "is_highlight", "related_visions"},
    ),
    "Strategy": table(TERM, synchronised={"website_url"}),
    "StrategicGoal": table(TERM, synchronised={"strategy", "parent", "sdgs"}),
    "FieldOfAction": table(TERM),
    "District": table(TERM, synchronised={"number"}),
    "Actor": table(TERM, translated={"logo_alt"}, synchronised={"sector", "website_url", "logo"}),
    "ContactPoint": table(
        TERM,
        translated={"organisation", "opening_hours"},
        synchronised={"person", "phone", "email", "form_url", "address"},
    ),
    "SiteSettings": table(
        translated={"publisher_name", "newsletter_text", "main_navigation", "footer_navigation"},
        synchronised={
            "site",
            "newsletter_url",
            "social_profiles",
            "imprint_page",
            "privacy_page",
            "accessibility_page",
            "accessibility_feedback_email",
            "easy_language_page",
            "sign_language_page",
            "default_contact",
        },
    ),
}

# Rows that belong to a synchronised relation as a whole, and files, which have no translations.
WITHOUT_LANGUAGE = {
    "AccessibleDocument",
    "CreditedImage",
    "CreditedImageRendition",
    "ReaderGroupTask",
    "ReaderGroupTaskState",
    "Release",
    "FeaturedPage",
    "LeitbildEntryVision",
    "PageCheck",
    "PageFinding",
    "TranslationStart",
    "TranslationUpload",
    "ProjectActor",
    "ProjectVision",
    "VisionActor",
    "VisionLink",
}

WORDS_OF_BLOCKS = [
    ("accordion", "items"),
    ("call_to_action", "label"),
    ("call_to_action", "title"),
    ("download", "title"),
    ("heading", "text"),
    ("image", "alt_text"),
    ("image", "caption"),
    ("key_fact", "label"),
    ("key_fact", "note"),
    ("key_fact", "value"),
    ("link", "description"),
    ("link", "label"),
    ("notice", "content"),
    ("notice", "title"),
    ("participation_teaser", "title"),
    ("quality", "description"),
    ("quality", "title"),
    ("quote", "person"),
    ("quote", "role"),
    ("quote", "text"),
    ("rich_text", "content"),
    ("table", "0-0"),
    ("table", "0-1"),
    ("table", "1-0"),
    ("table", "caption"),
    ("video", "title"),
    ("video", "transcript"),
]
TARGETS_OF_BLOCKS = [
    ("call_to_action", "url"),
    ("download", "document"),
    ("image", "image"),
    ("link", "url"),
    ("participation_teaser", "page"),
    ("video", "file"),
]

MODELS = {model.__name__: model for model in apps.get_app_config("vision_pages").get_models()}
TRANSLATABLE = {
    name: model for name, model in MODELS.items() if issubclass(model, TranslatableMixin)
}


def declared(model) -> dict[str, set[str]]:
    return {kind: set(model.gathered(kind)) for kind in ("translated", "synchronised", "own")}


def content_fields(model) -> set[str]:
    """Name what editors fill in: fields, relations to many, inline rows."""
    relations = {relation.name for relation in get_all_child_relations(model)}
    fields = [*model._meta.fields, *model._meta.many_to_many]
    names = {field.name for field in fields if not isinstance(field, PartialDateBoundField)}
    return (names | relations) - housekeeping(model)


def housekeeping(model) -> set[str]:
    if issubclass(model, Page):
        return {f.name for f in Page._meta.get_fields()} - CONTENT_OF_A_PAGE | {"page_ptr"}
    inherited = {
        field.name
        for base in (DraftStateMixin, TranslatableMixin, Orderable)
        if issubclass(model, base)
        for field in base._meta.get_fields()
    }
    parent = {"page"} if issubclass(model, Orderable) else set()
    return inherited | parent | {"id", "latest_revision"}


def test_every_model_is_known():
    assert set(MODELS) == set(DECLARED) | WITHOUT_LANGUAGE
    assert set(TRANSLATABLE) == set(DECLARED)


@pytest.mark.parametrize("name", DECLARED)
def test_fields_are_declared_as_agreed(name):
    assert declared(MODELS[name]) == DECLARED[name]


@pytest.mark.parametrize("name", DECLARED)
def test_every_field_is_declared_exactly_once(name):
    kinds = declared(MODELS[name]).values()
    names = sorted(field for kind in kinds for field in kind)

    assert names == sorted(content_fields(MODELS[name]))


@pytest.mark.parametrize("name", DECLARED)
def test_no_language_may_override_a_fact(name):
    found = get_translatable_fields(MODELS[name])
    synchronised = {field.field_name for field in found if not field.is_translated(None)}

    assert synchronised == DECLARED[name]["synchronised"]
    assert not [field for field in found if not field.is_translated(None) and field.overridable]


@pytest.mark.parametrize("name", DECLARED)
def test_what_is_translated_has_a_panel(name):
    """T19: text without one counts as missing, and translators never see it."""
    model = MODELS[name]
    if issubclass(model, Page):
        handler = model.get_edit_handler()
        options = handler.get_form_options()
        names = {*options["fields"], *options.get("formsets", ())}
    else:
        names = set(fields_of(model.panels))

    assert DECLARED[name]["translated"] <= names


def fields_of(panels):
    for panel in panels:
        if hasattr(panel, "field_name"):
            yield panel.field_name
        yield from fields_of(getattr(panel, "children", ()))


@pytest.mark.parametrize("name", TRANSLATABLE)
def test_t04_rows_have_no_rows(name):
    """T4: wagtail-localize and Wagtail fail on rows inside of rows."""
    for relation in get_all_child_relations(TRANSLATABLE[name]):
        if relation.name != COMMENTS_RELATION_NAME:
            assert get_all_child_relations(relation.related_model) == []


@pytest.mark.parametrize("name", TRANSLATABLE)
def test_t28_what_is_unique_is_so_in_its_language_only(name):
    """T28: a translation has its source's code."""
    model = TRANSLATABLE[name]
    own = {field.name for field in model._meta.local_fields if field.unique}

    assert own <= {"id", "page_ptr"}
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            assert "locale" in constraint.fields


@pytest.mark.parametrize("name", TRANSLATABLE)
def test_t01_nothing_translatable_is_public_without_having_been_published(name):
    """T1: what cannot be a draft would be public as soon as it is submitted."""
    model = TRANSLATABLE[name]

    assert issubclass(model, DraftStateMixin) or issubclass(model, Orderable)


def test_translators_get_the_words_of_the_translated_fields_alone(example):
    names = [name for name, model in TRANSLATABLE.items() if not issubclass(model, Orderable)]

    found = {name: extract_segments(example(name)) for name in names}

    assert {
        name: {segment.path.partition(".")[0] for segment in segments}
        for name, segments in found.items()
    } == {name: DECLARED[name]["translated"] for name in names}


@pytest.mark.parametrize(
    ("name", "relation"), [("StagePage", "participation_events"), ("ProjectPage", "locations")]
)
def test_translators_get_the_words_of_rows_by_their_keys(name, relation, example):
    page = example(name)
    row = getattr(page, relation).get()

    paths = [segment.path for segment in extract_segments(page)]

    words = DECLARED[type(row).__name__]["translated"]
    assert {path for path in paths if path.startswith(relation)} == {
        f"{relation}.{row.translation_key}.{word}" for word in words
    }


def test_blocks_give_their_words_and_let_languages_choose_their_targets(example):
    page = example("VisionPage")
    types = {block.id: block.block_type for block in page.body}
    found = {
        (type(segment).__name__, types[path[1]], path[-1] if "items" not in path else "items")
        for segment in extract_segments(page)
        if (path := segment.path.split("."))[0] == "body"
    }

    def of(kind: str) -> list[tuple[str, str]]:
        return sorted((block, field) for name, block, field in found if name == kind)

    assert of("StringSegmentValue") == WORDS_OF_BLOCKS
    assert of("OverridableSegmentValue") == TARGETS_OF_BLOCKS
    assert of("RelatedObjectSegmentValue") == [("contact", "contact")]
