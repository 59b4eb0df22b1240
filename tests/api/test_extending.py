"""What a host may declare, what is refused at once, and what the system checks find."""

import pytest
import strawberry
from django.core.exceptions import ImproperlyConfigured
from wagtail.blocks import CharBlock, StructBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page as PageModel
from wagtail.models import Site

from graphql_api import type_checks
from graphql_api.documents import registry
from graphql_api.extending import (
    Block,
    Page,
    fact,
    image_use,
    part_type,
    register_block_type,
    register_page_type,
    register_snippet_type,
)
from graphql_api.queries import Query
from graphql_api.schema import DocumentSchema, schema
from graphql_api.type_checks import check_types
from graphql_api.types import declaration
from graphql_api.types.blocks import HeadingBlockType
from vision_pages.blocks import HeadingBlock
from vision_pages.models import District, StagePage


class BoxBlock(StructBlock):
    text = CharBlock()


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    """Forget afterwards what a test declares."""
    for module, name in (
        (declaration, "DECLARED"),
        (registry, "_registrations"),
        (registry, "_blocks"),
    ):
        monkeypatch.setattr(module, name, {**getattr(module, name)})
    monkeypatch.setattr(type_checks, "DECLARED", declaration.DECLARED)
    return declaration.DECLARED


def refused(decorate, *bases, **fields):
    """Declare a type with these fields and give what is said against it."""
    cls = type("HostType", bases, {"__annotations__": dict.fromkeys(fields, str | None), **fields})
    with pytest.raises(ImproperlyConfigured) as error:
        decorate(cls)
    return str(error.value)


NAMED = {"name": "Host", "description": "The host's."}


def test_a_model_has_one_type():
    assert (
        refused(register_page_type(StagePage, **NAMED), Page)
        == "vision_pages.StagePage has a type already."
    )


def test_a_block_has_one_type():
    assert (
        refused(register_block_type(HeadingBlock, **NAMED), Block)
        == "HeadingBlock has a type already."
    )


def test_a_name_is_one_types():
    message = refused(register_page_type(PageModel, name="Stage", description="A page."), Page)

    assert message.endswith("HostType is called 'Stage', as graphql_api.types.stage.StageType is.")


@pytest.mark.parametrize(
    ("decorate", "interface"),
    [
        (register_page_type(PageModel, **NAMED), "Page"),
        (register_snippet_type(Site, **NAMED), "Node"),
        (register_block_type(BoxBlock, **NAMED), "Block"),
    ],
)
def test_a_type_extends_what_it_is(decorate, interface):
    message = refused(decorate, title=fact("Its title."))

    assert message.endswith(f"HostType does not extend {interface}.")


@pytest.mark.parametrize(
    ("register", "model", "message"),
    [
        (register_page_type, District, "vision_pages.District is no page."),
        (register_snippet_type, PageModel, "wagtailcore.Page is a page: use register_page_type."),
    ],
)
def test_pages_and_snippets_are_told_apart(register, model, message):
    with pytest.raises(ImproperlyConfigured) as error:
        register(model, **NAMED)

    assert str(error.value) == message


def test_a_field_reads_one_of_the_model():
    assert (
        refused(register_page_type(PageModel, **NAMED), Page, motto=fact("A motto."))
        == "wagtailcore.Page has no field 'motto'."
    )


@pytest.mark.parametrize(
    ("block", "name"), [(BoxBlock, "value"), (CharBlock, "text"), (ImageBlock, "image")]
)
def test_a_field_reads_one_of_the_block(block, name):
    message = refused(register_block_type(block, **NAMED), Block, **{name: fact("A field.")})

    assert message == f"{block.__qualname__} has no field {name!r}."


def test_a_field_may_read_another_name():
    @register_block_type(ImageBlock, name="PictureBlock", description="A picture.")
    class PictureType(Block):
        picture: str | None = image_use("The picture.", "value")

    assert registry.block_kind(ImageBlock()) == "PictureBlock"


def test_a_page_without_summary_and_image_lacks_them():
    @register_page_type(PageModel, name="Plain", description="A page.")
    class PlainType(Page):
        pass

    assert set(registry.registration(PageModel).fields) == {*registry.PAGE_FIELDS}


def test_our_own_types_pass_the_checks():
    assert check_types() == []


def test_a_type_that_comes_too_late_is_named():
    @part_type(name="Late", description="A piece.")
    class LateType:
        text: str | None = fact("Text.")

    [message] = check_types()

    assert message.id == "graphql_api.E009"
    assert message.msg.endswith(
        "LateType was declared after the schema was made, and is not in it."
    )


def test_a_block_that_no_stream_has_is_named():
    @register_block_type(BoxBlock, name="Box", description="A box.")
    class BoxType(Block):
        text: str | None = fact("Text.")

    messages = [(message.id, message.msg) for message in type_checks.unused()]

    assert messages == [
        ("graphql_api.W003", "No StreamField has the block BoxBlock: nothing is a Box.")
    ]


def number() -> int | None:
    return 1


def required() -> str:
    return "Wort"


def with_argument(much: int) -> str | None:
    return "Wort" * much


@pytest.mark.parametrize(
    ("resolver", "said"),
    [(number, "Int"), (required, "String!"), (with_argument, "(much: Int!): String")],
)
def test_a_field_with_two_meanings_is_named(monkeypatch, resolver, said):
    cls = type("BoxType", (Block,), {"text": strawberry.field(resolver=resolver)})
    box = strawberry.type(name="Box", description="A box.")(cls)
    types = [HeadingBlockType, box]
    made = DocumentSchema(query=Query, types=types, config=schema.config)
    monkeypatch.setattr(type_checks, "schema", made)

    [message] = type_checks.conflicts()

    assert message.id == "graphql_api.E010"
    assert message.msg == f"Box.text is {said}, but HeadingBlock.text is String."


def test_a_page_with_a_field_of_another_shape_is_named(monkeypatch):
    cls = type("HostType", (Page,), {"motto": strawberry.field(resolver=number)})
    host = strawberry.type(name="Host", description="The host's.")(cls)
    made = DocumentSchema(query=Query, types=[host], config=schema.config)
    monkeypatch.setattr(type_checks, "schema", made)

    messages = [message.msg for message in type_checks.conflicts()]

    assert messages == ["Vision.motto is String, but Host.motto is Int."]
