"""What search keeps of a document: written, changed and withdrawn with it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from strawberry.types.enum import StrawberryEnumDefinition
from wagtail.models import Page, Site

from graphql_api.documents import registry, verification
from graphql_api.documents.projection import DocumentRow
from graphql_api.documents.registry import Registration, Weight, registered_blocks
from graphql_api.documents.search import entries
from graphql_api.documents.search.models import SearchEntry, SearchWord
from graphql_api.documents.search.texts import CODES, text
from graphql_api.types.declaration import DECLARED
from graphql_api.types.evidence import CouncilDecision, SourceReference
from graphql_api.types.participation import ParticipationEventType
from graphql_api.types.project import LocationType
from tests.factories import StrategyFactory, VisionFactory
from tests.search.conftest import entry_of, matches


@pytest.fixture
def vision(programme):
    page = VisionFactory(
        parent=programme,
        title="Köln 21",
        summary="Eine Stadt am Rhein.",
        goal='<p>Mehr <a href="https://geheim.example">Grün</a>flächen<br/>und Ruhe</p>',
        start_date="2021",
    )
    page.former_names = [("name", "Smart City")]
    page.body = [
        ("quote", {"text": "Wir packen an.", "person": "Ada Müller", "role": ""}),
        ("heading", {"text": "Wege", "level": "h2"}),
    ]
    page.save_revision().publish()
    return page


def test_an_entry_says_what_the_page_says(vision):
    entry = entry_of(vision)

    assert entry.text.splitlines() == [
        "Eine Stadt am Rhein.",
        "Wir packen an. Ada Müller Wege",
        "Mehr Grünflächen und Ruhe",
        "So wollen wir leben.",
    ]
    assert entry.head == "'de:21':2A 'de:city':12B 'de:koln':1A 'de:smart':11B"
    assert matches(vision, "'de:koln':A & 'de:smart':B & 'de:rhein':C & 'de:grunflachen':D")
    assert matches(vision, "'de:wir' <-> 'de:packen' <-> 'de:an'")
    for absent in ("'de:geheim'", "'de:h2'", "'de:heading'", "'de:city':A", "'de:koln':B"):
        assert not matches(vision, absent)
    assert (entry.kind, entry.locale, entry.key) == ("Vision", "de", vision.translation_key)
    assert entry.starts_on.year == 2021


def test_all_words_are_listed_with_their_stems(vision):
    listed = dict(SearchWord.objects.filter(locale="de").values_list("word", "stem"))

    assert listed["grunflachen"] == "grunflach"
    assert {"koln", "21", "smart", "city", "rhein", "ruhe", "muller"} <= set(listed)


def test_what_has_no_address_is_not_found(vision):
    StrategyFactory(name="Unsichtbar")

    assert set(SearchEntry.objects.values_list("kind", flat=True)) == {
        "GenericPage",
        "Programme",
        "Vision",
    }
    assert not SearchWord.objects.filter(word="unsichtbar")


def test_entries_go_with_their_documents(vision):
    vision.unpublish()
    assert entry_of(vision) is None

    vision.save_revision().publish()
    assert entry_of(vision)
    Page.objects.filter(pk=vision.pk).update(live=False)
    assert entry_of(vision) is None


def test_entries_follow_their_documents(programme, vision):
    site = Site.objects.create(hostname="anderswo.example", root_page=programme)
    assert entry_of(vision).site == site.pk

    vision.expire_at = timezone.now().replace(microsecond=0) + timedelta(days=1)
    vision.is_archived = True
    vision.save_revision().publish()
    assert entry_of(vision).expires_at == vision.expire_at
    assert entry_of(vision).is_archived is True


def test_a_page_of_a_type_nobody_registered_is_found_by_its_title(root):
    page = root.add_child(instance=Page(title="Einfach", search_description="Schlicht gesagt"))

    assert matches(page, "'de:einfach':A & 'de:schlicht':C")
    assert entry_of(page).text == "Schlicht gesagt"


def test_a_hosts_type_says_which_of_its_fields_are_found(root, monkeypatch):
    monkeypatch.setattr(registry, "_registrations", {})
    registry.register(Page, "Hosted", ["seo_title"], weights={"seo_title": Weight.FORMER_NAME})
    page = root.add_child(instance=Page(title="Gastseite", seo_title="Ehemals Herberge"))

    assert matches(page, "'de:gastseite':A & 'de:herberge':B")


def differences() -> list[str]:
    return [str(difference) for difference in verification.differences()]


def test_a_wrong_entry_is_found_and_mended(vision, capsys):
    SearchEntry.objects.filter(pk=entry_of(vision).pk).update(text="falsch")
    assert ["search entry" in line for line in differences()] == [True]
    call_command("documents", "rebuild")
    assert differences() == []

    SearchEntry.objects.all().delete()
    assert len(differences()) == 3
    call_command("documents", "rebuild")
    assert differences() == []

    SearchWord.objects.filter(word="rhein").delete()
    assert len(differences()) == 1
    call_command("documents", "rebuild")
    assert differences() == []


def test_words_of_nothing_are_forgotten_at_a_rebuild(vision, capsys):
    SearchWord.objects.create(locale="de", word="vergessen", stem="vergess")
    SearchWord.objects.create(locale="en", word="koln", stem="koln")
    call_command("documents", "rebuild")

    assert not SearchWord.objects.filter(word="vergessen")
    assert list(SearchWord.objects.filter(word="koln").values_list("locale")) == [("de",)]


@pytest.mark.parametrize(
    "said",
    [
        "it's \\ a 'quote' & | ! ( ) : * <-> %s",
        "".join(chr(0x10000 + number) + " " for number in range(60_000)),
        " ".join(f"{number:064}ж" for number in range(20_000)),
        "дім " * 50_000,
        "a" * 300_000,
        "\ud800 halb",
    ],
    ids=["signs", "astral", "many", "often", "long", "surrogate"],
)
def test_any_text_can_be_stored(db, said):
    registration = Registration("Vision", (), weights={"said": Weight.BODY})
    row = DocumentRow("Vision", "", "a.b:1", {"said": said}, "", registration, "de", path="/")
    with connection.cursor() as cursor:
        cursor.execute("SELECT length(%s::tsvector)", [entries.entry(row)["vector"]])
        assert cursor.fetchone()[0] > 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (21, ""),
        ("  zwei\n Wörter ", "zwei Wörter"),
        ({"type": "h2", "value": {"text": "Wort", "level": "h2"}}, "Wort"),
        (["eins", {"a": ["zwei", {"b": "drei"}]}], "eins zwei drei"),
        ("https://example.org/a", ""),
        ("mailto:a@example.org", ""),
        ("/de/pfad/", ""),
        ("siehe https://example.org", "siehe https://example.org"),
        ("2f1d7f60-6a5c-4a38-9d0e-9a5b7e0a1c11", ""),
        ("2021-05-06T10:00:00+00:00", ""),
        ("2021-05", "2021-05"),
    ],
)
def test_words_and_no_codes_make_the_text(value, expected):
    assert text(value) == expected


INLINE_TYPES = [
    *(DECLARED[kind] for kind in registered_blocks().values()),
    CouncilDecision,
    LocationType,
    ParticipationEventType,
    SourceReference,
]


def test_every_field_of_a_block_that_is_a_code_is_known_as_one():
    coded = {
        field.python_name
        for declared in INLINE_TYPES
        for field in declared.__strawberry_definition__.fields
        if field.metadata.get("projected") and is_enum(field.type)
    }

    assert coded <= CODES
    assert {"tone", "level", "kind"} <= coded


def is_enum(found: object) -> bool:
    while hasattr(found, "of_type"):
        found = found.of_type
    return isinstance(found, StrawberryEnumDefinition)
