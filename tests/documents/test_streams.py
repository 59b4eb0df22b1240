"""What blocks of any kind say, a host's too."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StaticBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from graphql_api.documents.references import Reference
from graphql_api.documents.streams import of_stream
from vision_pages.blocks import HeadingBlock

PAGE = Reference(Page, 7)
LINK = '<p><a linktype="page" id="7">dort</a></p>'
TREE = {
    "type": "root",
    "children": [
        {
            "type": "paragraph",
            "children": [
                {
                    "type": "link",
                    "target": {"page": PAGE},
                    "children": [{"type": "text", "text": "dort", "marks": []}],
                }
            ],
        }
    ],
}


class TopicBlock(HeadingBlock):
    """A block that inherits from one with a type, and has none of its own."""

    colour = CharBlock()


class RaisingBlock(CharBlock):
    """Raises on purpose, whatever it is asked."""

    def get_default(self):
        raise RuntimeError("on purpose")


class OddBlock(StructBlock):
    """A struct that does not store its fields."""

    text = CharBlock()


class HoleBlock(StructBlock):
    """A struct that has a field more than it had when it was stored."""

    text = CharBlock()
    added = RaisingBlock()


def said(block, *stored):
    """Say what a stream with one kind of block stores."""
    raw = [{"id": str(number), "type": "it", "value": one} for number, one in enumerate(stored)]
    return of_stream(StreamBlock([("it", block)]), raw, "owner")


def item(value, kind="UnknownBlock", number=0):
    return {"@type": kind, "id": str(number), "type": "it", "value": value}


@pytest.mark.parametrize(
    ("block", "stored", "value"),
    [
        (CharBlock(), "Wort", {"value": "Wort"}),
        (StaticBlock(), None, {"value": None}),
        (RichTextBlock(), LINK, {"value": TREE}),
        (PageChooserBlock(), 7, {"value": PAGE}),
        (PageChooserBlock(), None, {"value": None}),
        (PageChooserBlock(), {"id": 7}, {"value": None}),
        (ImageChooserBlock(), 3, {"value": Reference(get_image_model(), 3)}),
        (
            ImageBlock(),
            {"image": 3, "alt_text": "Dom", "decorative": False},
            {
                "value": {
                    "image": Reference(get_image_model(), 3),
                    "alt": "Dom",
                    "decorative": False,
                }
            },
        ),
        (SnippetChooserBlock("auth.User"), 1, {"value": Reference(get_user_model(), 1)}),
        (ListBlock(CharBlock()), ["eins", "zwei"], {"value": ["eins", "zwei"]}),
        (
            ListBlock(CharBlock()),
            [{"type": "item", "value": "eins", "id": "a"}],
            {"value": ["eins"]},
        ),
        (
            StructBlock([("type", CharBlock()), ("value", CharBlock())]),
            {"type": "Mo", "value": "9–12"},
            {"type": "Mo", "value": "9–12"},
        ),
        (
            TypedTableBlock([("text", RichTextBlock()), ("page", PageChooserBlock())]),
            {
                "columns": [{"type": "text", "heading": "A"}, {"type": "page", "heading": "B"}],
                "rows": [{"values": [LINK, 7]}],
                "caption": "Zeiten",
            },
            {
                "value": {
                    "columns": [{"type": "text", "heading": "A"}, {"type": "page", "heading": "B"}],
                    "rows": [{"values": [TREE, PAGE]}],
                    "caption": "Zeiten",
                }
            },
        ),
        (
            TypedTableBlock([("text", CharBlock())]),
            None,
            {"value": {"columns": [], "rows": [], "caption": ""}},
        ),
    ],
)
def test_a_hosts_block_names_pages_and_files_and_says_the_rest_as_it_is(block, stored, value):
    assert said(block, stored) == [item(value)]


def test_a_block_has_the_kind_of_the_nearest_one_that_it_inherits_from():
    stored = {"text": "Ziele", "level": "h2", "colour": "rot"}

    assert said(TopicBlock(), stored) == [item(stored, "HeadingBlock")]


def test_a_list_keeps_structs_apart_from_blocks():
    """Its items have a type and a value of their own, which are no block's."""
    times = ListBlock(StructBlock([("type", CharBlock()), ("value", CharBlock())]))
    stored = [{"type": "item", "id": "a", "value": {"type": "Mo", "value": "9–12"}}]

    assert said(times, stored) == [item({"value": [{"type": "Mo", "value": "9–12", "id": "a"}]})]


def test_streams_stand_in_streams_lists_and_structs():
    inner = StreamBlock([("heading", HeadingBlock())])
    columns = StructBlock([("columns", ListBlock(StructBlock([("content", inner)])))])
    heading = {"type": "heading", "id": "h", "value": {"text": "Ziele", "level": "h2"}}
    column = {"type": "item", "id": "c", "value": {"content": [heading]}}

    assert said(columns, {"columns": [column]}) == [
        item({"columns": [{"id": "c", "content": [{"@type": "HeadingBlock", **heading}]}]})
    ]


@pytest.mark.parametrize(
    ("block", "stored"),
    [
        (OddBlock(), "kein Struct"),
        (HoleBlock(), {"text": "Wort"}),
        (ListBlock(CharBlock()), 7),
        (RichTextBlock(), 7),
    ],
)
def test_a_block_that_raises_is_empty_and_leaves_the_others(block, stored, caplog):
    both = StreamBlock([("odd", block), ("text", CharBlock())])
    raw = [
        {"id": "a", "type": "odd", "value": stored},
        {"id": "b", "type": "text", "value": "Wort"},
    ]

    assert of_stream(both, raw, "owner") == [
        {"@type": "UnknownBlock", "id": "a", "type": "odd", "value": {}},
        {"@type": "UnknownBlock", "id": "b", "type": "text", "value": {"value": "Wort"}},
    ]
    assert [record.getMessage() for record in caplog.records] == [
        f"The block a ({type(block).__qualname__}) cannot be read."
    ]


@pytest.mark.parametrize("raw", [None, [], ["text"], [{"value": "Wort"}], [{"type": "gone"}]])
def test_what_is_no_block_of_the_stream_is_left_out(raw):
    assert of_stream(StreamBlock([("text", CharBlock())]), raw, "owner") == []
