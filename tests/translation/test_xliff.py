"""A translation goes out as XLIFF and comes back without loss."""

import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import StringTranslation

from tests.translation.content import in_english
from vision_pages.exchange import po, xliff_1, xliff_2
from vision_pages.exchange.exporting import document, export
from vision_pages.exchange.importing import Judge, Verdict
from vision_pages.exchange.inline import normal
from vision_pages.exchange.reading import documents
from vision_pages.exchange.taking import take
from vision_pages.exchange.units import Document, State, Unit
from vision_pages.translation.segments import Previous

DIALECTS = {"1.2": xliff_1, "2.1": xliff_2, "po": po}
VERSIONS = pytest.mark.parametrize("version", DIALECTS)
EXAMPLES = [
    "ProgrammePage",
    "VisionPage",
    "StagePage",
    "ProjectIndexPage",
    "ProjectPage",
    "LeitbildHistoryPage",
    "LeitbildEntryPage",
    "Actor",
    "SiteSettings",
]
TEXTS = [
    "Kurz &amp; knapp<br/>Zeile 2",
    "CO<sub>2</sub>-neutral bis <b>2035</b> <b><i>und</i> weiter</b>",
    '<a id="a1">Hier</a> und <a id="a2"><em>dort</em></a>, 5 &lt; 6',
    "  Leer \u00a0 \n und Тест <code>&amp;amp;</code> ",
    "http://example.org/",
]


def filled(text: str = "Köln", **values) -> Document:
    """Give a document of one unit in which all is said that a unit can say."""
    unit = Unit("s1", "body.x.'https://x.example'", text, text, State.TRANSLATED)
    return Document("uuid", "de", "en", (replace(unit, **values),), ("Köln 21",))


def said(file: Document) -> Document:
    """Give a document without what is not read back: it is for those who translate."""
    units = [replace(u, notes=(), max_length=None, previous=None) for u in file.units]
    return replace(file, notes=(), units=tuple(units))


def read_back(dialect, file: Document) -> list[Document]:
    """Write a document and read it; PO names texts by what they say, and the tool."""
    found = documents(dialect.write(file))
    ids = [unit.id for unit in file.units]
    return [
        replace(
            one,
            tool=file.tool,
            units=tuple(replace(u, id=id_) for u, id_ in zip(one.units, ids, strict=True)),
        )
        for one in found
    ]


@VERSIONS
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_comes_back_as_it_was(version, text):
    file = filled(text)
    assert read_back(DIALECTS[version], file) == [said(file)]


@VERSIONS
@pytest.mark.parametrize("state", State)
def test_a_state_comes_back(version, state):
    [file] = documents(DIALECTS[version].write(filled(state=state)))
    most = {"1.2": State.REVIEWED, "2.1": State.FINAL, "po": State.TRANSLATED}
    assert file.units[0].state == min(state, most[version])


@VERSIONS
def test_what_xml_cannot_say_is_left_out(version):
    [file] = documents(DIALECTS[version].write(filled("Eins\x0bZwei\r\nDrei")))
    assert file.units[0].source == normal("Eins\x0bZwei\r\nDrei") == "EinsZwei\nDrei"


SEGMENTED = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="de"
  trgLang="en"><file id="f" original="uuid"><group id="g"><unit id="s1" name="title">
  <segment state="final"><source>Eins.</source><target order="3">One.</target></segment>
  <ignorable><source> </source></ignorable>
  <segment state="translated"><source><mrk id="m1" type="term">Zwei</mrk>.</source>
  <target order="1">Two<pc id="b7" copyOf="b1">!</pc></target></segment>
  </unit></group></file></xliff>"""


def test_a_unit_that_a_tool_has_cut_is_put_together():
    assert documents(SEGMENTED.encode()) == [
        Document(
            "uuid",
            "de",
            "en",
            (Unit("s1", "title", "Eins. Zwei.", "Two<b>!</b> One.", State.TRANSLATED),),
        )
    ]


@pytest.mark.parametrize(
    "code",
    [
        '<g id="b1"',
        '<g id="script1">x</g>',
        "<g>x</g>",
        '<x id="b1"/>',
        '<bpt id="b1">x</bpt>',
        '<g id="b1">' * 30 + "</g>" * 30,
    ],
)
def test_tags_that_are_not_ours_break_a_unit_alone(code):
    text = xliff_1.write(filled("Köln")).decode()
    file = text.replace('<target state="translated">Köln', f"<target>{code}")
    if code.endswith('"'):
        with pytest.raises(ValidationError):
            documents(file.encode())
        return
    [found] = documents(file.encode())
    assert found.units == (Unit("s1", "body.x.'https://x.example'", "", broken=True),)


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
DTD = "Die Datei enthält eine Dokumenttyp-Deklaration (DTD). Zur Sicherheit wird sie nicht gelesen."
ENCODING = "Die Zeichenkodierung der Datei ist unbekannt. Bitte als UTF-8 speichern."
NONE = "Die Datei ist kein XLIFF 1.2, 2.0 oder 2.1."
NEITHER = "Die Datei ist weder XLIFF noch PO."


def damaged(line: int) -> str:
    return f"Die Datei ist beschädigt oder kein XML: Ab Zeile {line} ist sie nicht lesbar."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (LAUGHS.encode(), DTD),
        (OUTSIDE.encode(), DTD),
        (b"<!DOCTYPE x><x/>", DTD),
        ("<x>Köln</x>".encode("latin-1"), damaged(1)),
        (b'<?xml version="1.0" encoding="shift_jis"?><x/>', ENCODING),
        (b'<?xml version="1.0" encoding="unknown"?><x/>', ENCODING),
        (xliff_2.write(filled())[:-20], damaged(2)),
        (b"", NEITHER),
        (b"PK\x03\x04", NEITHER),
        (b"/etc/hostname msgid", "Die PO-Datei ist beschädigt."),
        (b'msgid "\nmsgstr', "Die PO-Datei ist beschädigt."),
        (b"msgid \xff\xfe", ENCODING),
        (b"<x/>", NONE),
        (b'<xliff version="2.2" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', NONE),
        (b" " * (1024 * 1024 + 1), "Die Datei ist größer als 1 MB."),
    ],
)
def test_a_hostile_or_damaged_file_is_refused(content, message):
    with pytest.raises(ValidationError) as refused:
        documents(content)
    assert refused.value.messages == [message]


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_lost_on_the_way(name, example, translator, admin_user):
    source = example(name)
    translator.submit(source, "en")
    translation = translator.translation(source, "en")
    given = document(translation)
    strings = {segment.string.data for segment in translator.segments(source, "en")}
    assert {unit.source for unit in given.units} == strings
    units = [
        replace(unit, target=in_english(unit.source), state=State.TRANSLATED)
        for unit in given.units
    ]
    filled_in = replace(given, units=tuple(units))
    for version, dialect in DIALECTS.items():
        assert len(documents(export(translation, version))[0].units) == len(units)
        assert read_back(dialect, given) == [said(given)]
        assert read_back(dialect, filled_in) == [said(filled_in)]

    judgements = Judge(said(filled_in), translation).judge()

    assert {one.verdict for one in judgements} == {Verdict.ACCEPTED}
    assert take(judgements, translation, admin_user, "XLIFF") == len(units)
    kept = set(StringTranslation.objects.values_list("data", flat=True))
    assert kept == set(map(in_english, strings))


def test_those_who_translate_are_told_what_a_text_is(example, translator):
    source = example("VisionPage")
    translator.submit(source, "en")
    file = document(translator.translation(source, "en"), "https://cms.example/preview/")
    notes = {unit.path.partition(".")[0]: (unit.notes, unit.max_length) for unit in file.units}
    labels = {unit.notes[0] for unit in file.units}

    assert file.notes == ("Wort title", "Vorschau: https://cms.example/preview/")
    assert notes["motto"] == (("Motto", "Höchstens 160 Zeichen"), 160)
    assert {"Inhalt › Zitat › Zitat", "Inhalt › Akkordeon › Abschnitte › Titel"} <= labels


def test_a_changed_text_brings_its_earlier_translation(city, translator):
    city.vision.motto = "Köln wird klimaneutral bis 2030"
    city.vision.save_revision().publish()
    translator.submit(city.vision, "en")
    translator.write(city.vision, "en", in_english)
    city.vision.motto = "Köln wird klimaneutral bis 2035"
    city.vision.save_revision().publish()
    translator.synchronise(city.vision)

    file = document(translator.translation(city.vision, "en"))

    [motto] = [unit for unit in file.units if unit.path == "motto"]
    before = "Köln wird klimaneutral bis 2030"
    assert (motto.target, motto.state) == ("", State.INITIAL)
    assert motto.previous == Previous(before, f"[{before}]", 97)
    assert {unit.state for unit in file.units if unit != motto} == {State.TRANSLATED}

    StringTranslation.objects.update(has_error=True)
    file = document(translator.translation(city.vision, "en"))
    assert {unit.previous for unit in file.units} == {None}


def test_what_a_machine_wrote_has_to_be_looked_at(city, translator):
    translator.submit(city.vision, "en")
    translator.write(city.vision, "en", in_english)
    StringTranslation.objects.update(translation_type="machine")

    file = document(translator.translation(city.vision, "en"))

    assert {unit.state for unit in file.units} == {State.INITIAL}
    assert all(unit.target for unit in file.units)


SCHEMAS = Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")
FULL = filled(
    '<a id="a1">Hier</a><br/>CO<sub>2</sub>',
    notes=("Motto",),
    max_length=160,
    previous=Previous("<b>Dort</b>", "There", 87),
)


@pytest.fixture
def schemas(tmp_path) -> Path:
    """Give the schemas of OASIS, which look for one another nowhere but beside them.

    They come with Debian's php-symfony-translation, and nobody has to have that to work on the
    rest: where everything is checked, they have to be there.
    """
    if not SCHEMAS.is_dir() and os.environ.get("CI") != "true":
        pytest.skip("There are no schemas: apt install php-symfony-translation libxml2-utils.")
    for path in SCHEMAS.glob("*.xsd"):
        local = re.sub(
            r'schemaLocation="[^"]*xml\.xsd"', 'schemaLocation="xml.xsd"', path.read_text()
        )
        (tmp_path / path.name).write_text(local)
    return tmp_path


@pytest.mark.parametrize(
    ("version", "schema"),
    [("1.2", "xliff-core-1.2-strict.xsd"), ("2.1", "xliff-core-2.0.xsd")],
)
def test_files_are_valid(version, schema, schemas):
    units = (*FULL.units, *(replace(u, id="s2", state=State.FINAL) for u in FULL.units))
    file = schemas / "file.xlf"
    file.write_bytes(DIALECTS[version].write(replace(FULL, units=units)))

    command = ["xmllint", "--nonet", "--noout", "--schema", schemas / schema, file]
    found = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (found.returncode, found.stderr.strip()) == (0, f"{file} validates")
