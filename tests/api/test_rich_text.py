"""Formatted text: a tree as documented, links that lead where a reader may go, safe HTML."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from graphql_api.documents import richtext
from graphql_api.http.schema_file import APP
from graphql_api.types.rich_text_tree import html, plain, with_addresses
from tests.factories import DocumentFactory, ImageFactory, VisionFactory

SCHEMA = json.loads((APP / "rich_text.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
QUERY = """{ vision(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) { goal {
  document html plain headings { level text }
  links { label kind href broken language page { title } document { title } } } } }"""

TAGS = ["p", "ul", "ol", "li", "h2", "h6", "blockquote", "b", "sup", "a", "script", "table"]
VOID = ["<br/>", '<embed embedtype="image" id="1" alt="Bild"/>', "<hr/>", "&amp;", "Wort", " "]
LINKS = ['<a href="javascript:x">', '<a href="https://example.org">', '<a linktype="page" id="9">']


@st.composite
def markup(draw):
    pieces = st.sampled_from(
        [*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), *VOID, *LINKS]
    )
    return "".join(draw(st.lists(pieces, max_size=30)))


def shown(text: str) -> dict:
    return with_addresses(richtext.tree(text), {})


@given(markup())
def test_any_markup_gives_a_tree_as_documented(text):
    VALIDATOR.validate(shown(text))


@given(st.text() | markup())
def test_the_words_survive_and_nothing_else_does(text):
    answer = html(shown(text))

    assert "<script" not in answer
    assert "javascript:" not in answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wort", "<p>Wort</p>"),
        ("<p>Eins<p>Zwei</p>", "<p>Eins</p><p>Zwei</p>"),
        ("<li>Eins", "<ul><li>Eins</li></ul>"),
        ("<ul>\n<li>Eins<li>Zwei</ul>", "<ul><li>Eins</li><li>Zwei</li></ul>"),
        (
            "<ol><li>Eins<ul><li>Zwei</li></ul></li></ol>",
            "<ol><li>Eins<ul><li>Zwei</li></ul></li></ol>",
        ),
        ("<p>CO<sub>2</sub> &lt; <b><i>5</i></b></p>", None),
        ("<blockquote>Wort<br/>Wort</blockquote>", "<blockquote>Wort<br>Wort</blockquote>"),
        (
            '<p><a href="tel:+49">1<a href="https://e.org">2</a></a></p>',
            '<p><a href="tel:+49">12</a></p>',
        ),
        ("<p><script>alert(1)</script>Wort</p>", "<p>Wort</p>"),
        ("<div><table><td>Wort</td></table></div>", "<p>Wort</p>"),
    ],
)
def test_html(text, expected):
    special = "<p>CO<sub>2</sub> &lt; <em><strong>5</strong></em></p>"
    assert html(shown(text)) == (expected or special)


def test_plain_text_has_a_line_for_each_paragraph():
    text = plain(shown("<h2>Titel</h2><p>Eins<br/>Zwei</p><ul><li>Drei</li><li>Vier</li></ul>"))

    assert text == "Titel\nEins\nZwei\nDrei\nVier"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "/de/intern/",
    ],
)
def test_no_other_scheme_comes_out(address):
    tree = shown(f'<p><a href="{address}">Wort</a></p>')

    assert html(tree) == "<p>Wort</p>"


def linked(city) -> dict[str, object]:
    """Write a goal that links to everything, and give what it links to."""
    draft = VisionFactory(parent=city.programme, title="Geheim", live=False)
    document = DocumentFactory(title="Bericht")
    image = ImageFactory(title="Dom")
    city.vision.goal = (
        f'<h3>Ziel</h3><p>Zur <a linktype="page" id="{city.administration.pk}">Verwaltung</a>, '
        f'zum <a linktype="document" id="{document.pk}">Bericht</a>, '
        f'<a linktype="page" id="{draft.pk}">dorthin</a>, '
        '<a href="https://www.stadt-koeln.de/?a=1&amp;b=2">zur Stadt</a>.</p>'
        f'<embed embedtype="image" id="{image.pk}" alt="Der Dom" format="fullwidth"/>'
    )
    city.vision.save_revision().publish()
    return {"document": document, "image": image}


def test_links_are_resolved(ask, city, statements):
    files = linked(city)
    [name, url] = [files["document"].filename, files["image"].file.url]
    file = f"http://testserver/documents/{files['document'].pk}/{name}"

    goal = ask(QUERY)["data"]["vision"]["goal"]

    path = "/de/stadt-der-zukunft/verwaltung/"
    assert goal["html"] == (
        f'<h3>Ziel</h3><p>Zur <a href="{path}" hreflang="de">Verwaltung</a>, '
        f'zum <a href="{file}">Bericht</a>, dorthin, '
        '<a href="https://www.stadt-koeln.de/?a=1&amp;b=2">zur Stadt</a>.</p>'
        f'<img src="http://testserver{url}" alt="Der Dom" width="100" height="100">'
    )
    assert goal["links"] == [
        link("Verwaltung", "PAGE", path, page={"title": "Verwaltung"}),
        link("Bericht", "DOCUMENT", file, document={"title": "Bericht"}),
        link("dorthin", None, None, broken=True),
        link("zur Stadt", "URL", "https://www.stadt-koeln.de/?a=1&b=2"),
    ]
    assert goal["headings"] == [{"level": 3, "text": "Ziel"}]
    assert goal["plain"] == "Ziel\nZur Verwaltung, zum Bericht, dorthin, zur Stadt."
    VALIDATOR.validate(goal["document"])
    assert len(statements) == 2


def link(label, kind, href, *, broken=False, page=None, document=None) -> dict:
    return {
        "label": label,
        "kind": kind,
        "href": href,
        "broken": broken,
        "language": None,
        "page": page,
        "document": document,
    }


def test_a_broken_link_reveals_nothing(ask, city):
    linked(city)

    text = json.dumps(ask(QUERY))

    assert "geheim" not in text.lower()


@pytest.mark.parametrize(
    ("address", "content_type"),
    [
        ("schema.graphql", "application/graphql; charset=utf-8"),
        ("rich-text.schema.json", "application/schema+json"),
        ("rich-text.d.ts", "text/plain; charset=utf-8"),
    ],
)
def test_what_describes_the_api_is_served(client, address, content_type):
    response = client.get(f"/graphql/{address}")

    assert (response.status_code, response["Content-Type"]) == (200, content_type)
    assert response.content


def test_the_documented_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)
