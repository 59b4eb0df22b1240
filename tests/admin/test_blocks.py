"""What a block must not lack: drafts save without it, publishing asks for it beside its field."""

import json

import pytest

from tests.admin.forms import REQUIRED, create, formatted, messages, streamfield
from tests.factories import DocumentFactory, ImageFactory
from vision_pages.blocks import BodyBlock
from vision_pages.models import StagePage

STAGE = {"title": "Beteiligung", "summary": "Kurz.", "kind": "participation", "start_date": "2021"}
EMPTY_LINK = '<p><a href="https://example.org/"> </a></p>'
NO_TEXT = "Ein Link hat keinen Text."
NO_CREDIT = "Diesem Bild fehlt der Bildnachweis. Bitte in der Bildverwaltung ergänzen."
NO_TARGET = "Bitte eine Seite, eine Adresse oder eine Datei angeben."
NO_HEADING = "Eine Zwischenüberschrift braucht eine Überschrift, unter der sie steht."
ONE_TARGET = "Ein Link führt nur zu einem Ziel."
NO_CAPTION = "Bitte die Tabelle beschriften: Was zeigt sie?"
NO_HEADERS = "Bitte auswählen, was Kopfzellen sind: die erste Zeile, die erste Spalte oder beide."
FILE_OR_ADDRESS = "Bitte entweder eine Datei auswählen oder eine Adresse angeben."
NO_POSTER = "Ein Video von einer anderen Website braucht ein eigenes Vorschaubild."
NO_SPEECH = "Bitte Untertitel hinzufügen oder angeben, dass im Video nicht gesprochen wird."
UNSAFE = "Bitte eine Adresse angeben, die mit https://, http://, mailto: oder tel: beginnt."
# Wagtail's own.
NO_ALT = "Bitte füge etwas Alternativtext für dein Bild hinzu oder markiere es als dekorativ"


def image(alt="Ein Dom", decorative="", **values):
    return {"image": ImageFactory(**values).pk, "alt_text": alt, "decorative": decorative}


def no_image():
    return {"image": "", "alt_text": "", "decorative": ""}


def table(caption="", headers=""):
    return json.dumps(
        {
            "data": [["Jahr", "Zahl"], ["2020", "1"]],
            "table_caption": caption,
            "table_header_choice": headers,
        }
    )


def link(label="Mehr zur Strategie", **target):
    return {"label": label, "page": "", "url": "", "document": "", "language": "", **target}


def video(**values):
    return {
        "title": "Ein Film",
        "file": DocumentFactory().pk,
        "url": "",
        "poster": no_image(),
        "captions": "",
        "without_speech": "",
        "transcript": "null",
        "language": "",
        **values,
    }


FAULTY = {
    "a subheading without heading": (
        lambda: ("heading", {"text": "Davor", "level": "h3"}),
        {"level": [NO_HEADING]},
    ),
    "a heading without text": (
        lambda: ("heading", {"text": "", "level": "h2"}),
        {"text": [REQUIRED]},
    ),
    "a text that is empty": (
        lambda: ("rich_text", {"content": "null", "language": ""}),
        {"content": [REQUIRED]},
    ),
    "a text with an empty link": (
        lambda: ("rich_text", {"content": formatted(EMPTY_LINK), "language": ""}),
        {"content": [NO_TEXT]},
    ),
    "a notice with an empty link": (
        lambda: ("notice", {"tone": "info", "title": "", "content": formatted(EMPTY_LINK)}),
        {"content": [NO_TEXT]},
    ),
    "an accordion with an empty link": (
        lambda: (
            "accordion",
            {"items": parts({"title": "Wer?", "content": formatted(EMPTY_LINK)})},
        ),
        {"items-0-content": [NO_TEXT]},
    ),
    "no image": (
        lambda: ("image", {"image": no_image(), "caption": ""}),
        {"image-image": [REQUIRED]},
    ),
    "an image not described": (
        lambda: ("image", {"image": image(alt=""), "caption": ""}),
        {"image-alt_text": [NO_ALT]},
    ),
    "an image without credit": (
        lambda: ("image", {"image": image(credit=""), "caption": ""}),
        {"image": [NO_CREDIT]},
    ),
    "a quote without words": (
        lambda: ("quote", {"text": "", "person": "", "role": ""}),
        {"text": [REQUIRED]},
    ),
    "a key fact that counts nothing": (
        lambda: ("key_fact", {"value": "2.391", "label": "", "note": ""}),
        {"label": [REQUIRED]},
    ),
    "a quality without name": (
        lambda: ("quality", {"title": "", "description": ""}),
        {"title": [REQUIRED]},
    ),
    "a download without file and title": (
        lambda: ("download", {"document": "", "title": "", "description": "", "kind": ""}),
        {"document": [REQUIRED], "title": [REQUIRED]},
    ),
    "a link to nowhere": (
        lambda: ("link", {"link": link(label=""), "description": ""}),
        {"link-label": [REQUIRED], "link-page": [NO_TARGET]},
    ),
    "a call to action with two targets": (
        lambda: (
            "call_to_action",
            {
                "title": "Mitreden",
                "description": "",
                "link": link(url="https://example.org/", document=DocumentFactory().pk),
            },
        ),
        {"link-document": [ONE_TARGET]},
    ),
    "a video without captions": (lambda: ("video", video()), {"captions": [NO_SPEECH]}),
    "a video from nowhere": (
        lambda: ("video", video(file="", without_speech="on")),
        {"file": [FILE_OR_ADDRESS]},
    ),
    "a video from elsewhere without poster": (
        lambda: (
            "video",
            video(file="", url="https://example.org/film", without_speech="on"),
        ),
        {"poster": [NO_POSTER]},
    ),
    "a poster without credit": (
        lambda: ("video", video(poster=image(credit=""), without_speech="on")),
        {"poster": [NO_CREDIT]},
    ),
    "a table without caption and headers": (
        lambda: ("table", {"table": table()}),
        {"table": [NO_CAPTION, NO_HEADERS]},
    ),
    "a table that was told to have no headers": (
        lambda: ("table", {"table": table("Zahlen", "neither")}),
        {"table": [NO_HEADERS]},
    ),
    "no contact": (lambda: ("contact", {"contact": ""}), {"contact": [REQUIRED]}),
    "a teaser of nothing": (
        lambda: ("participation_teaser", {"title": "Mitreden", "description": "", "page": ""}),
        {"page": [REQUIRED]},
    ),
}
BLOCKS = sorted(BodyBlock().child_blocks)


def parts(*items):
    return streamfield([("item", item) for item in items])


def faulty():
    return streamfield([block() for block, _ in FAULTY.values()])


def test_publishing_names_the_faults_of_all_blocks_beside_their_fields(editor, vision):
    response = create(editor, vision, StagePage, "publish", **STAGE, body=faulty())

    assert messages(response) == {
        f"body-{number}-{field}": told
        for number, (_, fields) in enumerate(FAULTY.values())
        for field, told in fields.items()
    }
    assert len(response.context["form"]["body"].value()) == len(FAULTY)
    assert not StagePage.objects.exists()


def test_a_draft_may_have_all_these_faults(editor, vision):
    response = create(editor, vision, StagePage, body=faulty(), title="Beteiligung")

    assert response.status_code == 302
    draft = StagePage.objects.get().get_latest_revision_as_object()
    assert [child.block_type for child in draft.body] == [
        block()[0] for block, _ in FAULTY.values()
    ]


def test_every_block_can_be_refused(db):
    assert {block()[0] for block, _ in FAULTY.values()} == set(BLOCKS)


def test_publishing_takes_sound_blocks(editor, vision):
    sound = [
        ("heading", {"text": "Ziele", "level": "h2"}),
        ("heading", {"text": "Wege", "level": "h3"}),
        ("image", {"image": image(alt="", decorative="on"), "caption": ""}),
        ("table", {"table": table("Zahlen", "both")}),
        ("video", video(without_speech="on")),
        ("video", video(captions=DocumentFactory().pk)),
        ("link", {"link": link(url="mailto:zukunft@example.org"), "description": ""}),
    ]
    response = create(editor, vision, StagePage, "publish", **STAGE, body=streamfield(sound))

    assert messages(response) == {}
    assert len(StagePage.objects.live().get().body) == len(sound)


@pytest.mark.parametrize("action", ["", "publish"])
def test_a_link_has_a_safe_address_even_in_a_draft(editor, vision, action):
    block = ("link", {"link": link(url="javascript:alert(1)"), "description": ""})
    response = create(editor, vision, StagePage, action, **STAGE, body=streamfield([block]))

    assert messages(response) == {"body-0-link-url": [UNSAFE]}


def test_a_text_of_the_page_has_no_empty_link(editor, vision):
    values = {**STAGE, "results": formatted(EMPTY_LINK)}
    response = create(editor, vision, StagePage, "publish", **values)

    assert messages(response) == {"results": [NO_TEXT]}


@pytest.mark.parametrize("block", BLOCKS)
def test_the_picker_shows_a_block(editor, block):
    definition = BodyBlock().child_blocks[block]
    response = editor.get(f"/admin/block-preview/?id={definition.definition_prefix}")

    assert response.status_code == 200
    assert response.templates[0].name == f"vision_pages/block_previews/{block}.html"
    assert definition.get_description()
