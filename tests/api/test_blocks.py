"""Each block as the API gives it."""

import pytest

from graphql_api.documents import registry
from graphql_api.documents.models import Document
from tests.factories import ContactPointFactory, DocumentFactory, ImageFactory
from vision_pages import blocks

BODY = """{ vision(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) { body { __typename type
  ... on HeadingBlock { text level }
  ... on RichTextBlock { content { plain } contentLanguage: language }
  ... on ImageBlock { image { alt decorative caption } caption }
  ... on QuoteBlock { text person role }
  ... on KeyFactBlock { value label note }
  ... on QualityBlock { title description }
  ... on AccordionBlock { items { title content { plain } } }
  ... on DownloadBlock { title description downloadKind: kind document { title } }
  ... on LinkBlock { link { label href } description }
  ... on CallToActionBlock { title description link { label } }
  ... on VideoBlock { title file { title } url poster { alt } captions { title }
    withoutSpeech transcript { plain } videoLanguage: language }
  ... on TableBlock { caption rows headerRow headerColumn }
  ... on NoticeBlock { tone title content { plain } }
  ... on ContactBlock { contact { name } }
  ... on ParticipationTeaserBlock { title description page { title } }
  ... on UnknownBlock { raw }
} } }"""

LINK = {"label": "dort", "url": "https://example.org/"}


def body(ask, city, *stored):
    city.vision.body = list(stored)
    city.vision.save_revision(clean=False)
    city.vision.save(clean=False)
    return ask(BODY)["data"]["vision"]["body"]


def image():
    found = ImageFactory()
    found.contextual_alt_text, found.decorative = "Ein Dom", False
    return found


def text_blocks():
    table = {"data": [["Jahr", "Zahl"], ["2020", None]], "table_caption": "Zahlen"}
    yield (
        ("heading", {"text": "Ziele", "level": "h2"}),
        {"__typename": "HeadingBlock", "text": "Ziele", "level": "H2"},
    )
    yield (
        ("rich_text", {"content": "<p>Hallo</p>", "language": "en"}),
        {
            "__typename": "RichTextBlock",
            "content": {"plain": "Hallo"},
            "contentLanguage": "en",
        },
    )
    yield (
        ("quote", {"text": "Ja", "person": "Eine", "role": "Rätin"}),
        {"__typename": "QuoteBlock", "text": "Ja", "person": "Eine", "role": "Rätin"},
    )
    yield (
        ("key_fact", {"value": "7", "label": "Orte", "note": ""}),
        {"__typename": "KeyFactBlock", "value": "7", "label": "Orte", "note": None},
    )
    yield (
        ("quality", {"title": "Offen", "description": "Für alle"}),
        {"__typename": "QualityBlock", "title": "Offen", "description": "Für alle"},
    )
    yield (
        ("accordion", {"items": [{"title": "Wer?", "content": "<p>Alle</p>"}]}),
        {
            "__typename": "AccordionBlock",
            "items": [{"title": "Wer?", "content": {"plain": "Alle"}}],
        },
    )
    yield (
        ("table", {"table": table | {"first_row_is_table_header": True}}),
        {
            "__typename": "TableBlock",
            "caption": "Zahlen",
            "rows": [["Jahr", "Zahl"], ["2020", ""]],
            "headerRow": True,
            "headerColumn": False,
        },
    )
    yield (
        ("notice", {"tone": "warning", "title": "Achtung", "content": "<p>Neu</p>"}),
        {
            "__typename": "NoticeBlock",
            "tone": "WARNING",
            "title": "Achtung",
            "content": {"plain": "Neu"},
        },
    )
    yield (
        ("link", {"link": LINK, "description": "Mehr"}),
        {
            "__typename": "LinkBlock",
            "link": {"label": "dort", "href": "https://example.org/"},
            "description": "Mehr",
        },
    )
    yield (
        ("call_to_action", {"title": "Los", "description": "Mach mit", "link": LINK}),
        {
            "__typename": "CallToActionBlock",
            "title": "Los",
            "description": "Mach mit",
            "link": {"label": "dort"},
        },
    )


@pytest.mark.parametrize(("stored", "given"), list(text_blocks()))
def test_a_block_of_text(ask, city, stored, given):
    assert body(ask, city, stored) == [{"type": stored[0], **given}]


def test_blocks_that_name_things(ask, city, statements):
    file, film, captions = (DocumentFactory(title=name) for name in ("Plan", "Film", "Text"))
    contact = ContactPointFactory(name="Amt")
    video = {
        "title": "Film",
        "file": film,
        "url": "https://example.org/film",
        "poster": image(),
        "captions": captions,
        "without_speech": True,
        "transcript": "<p>Wort</p>",
        "language": "tr",
    }
    given = body(
        ask,
        city,
        ("image", {"image": image(), "caption": "Der Dom"}),
        ("download", {"document": file, "title": "Bericht", "description": "", "kind": "map"}),
        ("video", video),
        ("contact", {"contact": contact}),
        ("participation_teaser", {"title": "Mit", "description": "Jetzt", "page": city.first}),
    )

    assert given == [
        {
            "__typename": "ImageBlock",
            "type": "image",
            "image": {"alt": "Ein Dom", "decorative": False, "caption": "Der Dom"},
            "caption": "Der Dom",
        },
        {
            "__typename": "DownloadBlock",
            "type": "download",
            "title": "Bericht",
            "description": None,
            "downloadKind": "MAP",
            "document": {"title": "Plan"},
        },
        {
            "__typename": "VideoBlock",
            "type": "video",
            "title": "Film",
            "file": {"title": "Film"},
            "url": "https://example.org/film",
            "poster": {"alt": "Ein Dom"},
            "captions": {"title": "Text"},
            "withoutSpeech": True,
            "transcript": {"plain": "Wort"},
            "videoLanguage": "tr",
        },
        {"__typename": "ContactBlock", "type": "contact", "contact": {"name": "Amt"}},
        {
            "__typename": "ParticipationTeaserBlock",
            "type": "participation_teaser",
            "title": "Mit",
            "description": "Jetzt",
            "page": {"title": "Erste"},
        },
    ]
    assert len(statements) == 2


def test_a_box_that_nobody_ticked_is_not_ticked(ask, city):
    """A block that is older than its field, or was stored by a script, says nothing of it."""
    (video,) = body(ask, city, ("video", {"title": "Film"}))

    assert video["withoutSpeech"] is False


@pytest.fixture
def unregistered(monkeypatch):
    """Take their types from two blocks."""
    known = registry._blocks
    gone = {blocks.ParticipationTeaserBlock, blocks.AccordionBlock}
    kept = {block: kind for block, kind in known.items() if block not in gone}
    monkeypatch.setattr(registry, "_blocks", kept)


def test_an_unknown_block_arrives_without_what_is_hidden(ask, city, unregistered):
    link = f'<p><a linktype="page" id="{city.second.pk}">dort</a></p>'
    stored = [
        ("participation_teaser", {"title": "Mit", "description": "", "page": city.first}),
        ("participation_teaser", {"title": "Mit", "description": "", "page": city.second}),
        ("accordion", {"items": [{"title": "Wer?", "content": link}]}),
    ]
    city.second.unpublish()

    public, hidden, accordion = body(ask, city, *stored)

    key = str(city.first.translation_key)
    assert public["__typename"] == "UnknownBlock"
    assert public["raw"] == {"title": "Mit", "description": "", "page": key}
    assert hidden["raw"] == {"title": "Mit", "description": "", "page": None}
    assert accordion["raw"]["items"][0]["title"] == "Wer?"
    assert str(city.second.translation_key) not in str(accordion)


def test_a_block_whose_type_left_the_schema_is_unknown(ask, city, monkeypatch):
    known = registry._blocks
    monkeypatch.setattr(registry, "_blocks", known | {blocks.QuoteBlock: "GoneBlock"})

    assert body(ask, city, ("quote", {"text": "Ja", "person": "", "role": ""})) == [
        {
            "__typename": "UnknownBlock",
            "type": "quote",
            "raw": {"text": "Ja", "person": "", "role": ""},
        }
    ]


def test_a_block_keeps_its_id(ask, city):
    city.vision.body = [("heading", {"text": "Ziele", "level": "h2"})]
    city.vision.save_revision().publish()
    query = (
        '{ page(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) { ... on Content { body { id } } } }'
    )
    first = ask(query)

    city.vision.title = "Anders"
    city.vision.save_revision().publish()

    assert ask(query) == first
    assert len(first["data"]["page"]["body"][0]["id"]) == 36


FLAT = """query ($flat: Boolean) { vision(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) {
  body(flat: $flat) { id type parentId ... on QuoteBlock { text } }
} }"""


def nested():
    """Give two columns, as a host's block may store them: streams in structs in a list."""

    def quote(number):
        value = {"text": f"Wort {number}", "person": "", "role": ""}
        return {"@type": "QuoteBlock", "id": f"q{number}", "type": "quote", "value": value}

    inner = {"@type": "HostBlock", "id": "inner", "type": "box", "value": {"value": [quote(2)]}}
    columns = [
        {"id": "c1", "title": "Links", "content": [quote(1), inner, quote(3)]},
        {"id": "c2", "title": "Rechts", "content": [quote(4)]},
    ]
    outer = {"@type": "HostBlock", "id": "outer", "type": "columns", "value": {"columns": columns}}
    return [quote(0), outer, quote(5)]


def flat_or_not(ask, city, *, flat):
    city.vision.save_revision().publish()
    document = Document.objects.get(key=city.vision.translation_key, locale="de")
    document.data["body"] = nested()
    document.save()
    return ask(FLAT, flat=flat)["data"]["vision"]["body"]


def test_a_flat_body_has_blocks_at_any_depth_in_the_order_of_reading(ask, city):
    assert flat_or_not(ask, city, flat=True) == [
        {"id": "q0", "type": "quote", "parentId": None, "text": "Wort 0"},
        {"id": "outer", "type": "columns", "parentId": None},
        {"id": "q1", "type": "quote", "parentId": "outer", "text": "Wort 1"},
        {"id": "inner", "type": "box", "parentId": "outer"},
        {"id": "q2", "type": "quote", "parentId": "inner", "text": "Wort 2"},
        {"id": "q3", "type": "quote", "parentId": "outer", "text": "Wort 3"},
        {"id": "q4", "type": "quote", "parentId": "outer", "text": "Wort 4"},
        {"id": "q5", "type": "quote", "parentId": None, "text": "Wort 5"},
    ]


@pytest.mark.parametrize("flat", [False, None])
def test_a_body_has_its_own_blocks_unless_asked_flat(ask, city, flat):
    assert [block["id"] for block in flat_or_not(ask, city, flat=flat)] == ["q0", "outer", "q5"]
