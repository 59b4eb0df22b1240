"""What editors have to fill in is declared as never null, and nothing else."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from graphql import (
    GraphQLField,
    get_named_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from wagtail.blocks import Block, StructBlock
from wagtail.models import Page

from graphql_api.documents.registry import GENERIC_PAGE, registered_blocks, registration
from graphql_api.types.blocks import AccordionItem
from graphql_api.types.declaration import DECLARED
from graphql_api.types.evidence import CouncilDecision, SourceReference
from graphql_api.types.site import SocialProfile
from tests.api.test_schema import SCHEMA
from vision_pages import blocks
from vision_pages.blocks.text import AccordionItemBlock

# The types of blocks that are not registered: they stand in streams of one kind.
PARTS: dict[type, type[StructBlock]] = {
    AccordionItem: AccordionItemBlock,
    CouncilDecision: blocks.CouncilDecisionBlock,
    SourceReference: blocks.SourceBlock,
    SocialProfile: blocks.SocialProfileBlock,
}
# Required by a rule of their block, or of rows that are no type's own.
RULED = {"TableBlock.caption", "ActorRole.role"}
# What a document names may be withdrawn while it stays: these are null without an error.
NAMED = {"Actor", "ContactPoint", "District", "File", "Image", "Page", "Strategy", "StrategicGoal"}


def declared() -> set[str]:
    """Name the fields of objects that are said to be never null."""
    return {
        f"{type_.name}.{name}"
        for type_ in SCHEMA.type_map.values()
        if is_object_type(type_) and not type_.name.startswith("__")
        for name, field in type_.fields.items()
        if is_semantic_non_null(field)
    }


def is_semantic_non_null(field: GraphQLField) -> bool:
    return any(one.name.value == "semanticNonNull" for one in field.ast_node.directives or ())


def is_required(owner: Any, name: str) -> bool:
    """Say whether a model or a block asks for a field."""
    if isinstance(owner, Block):
        child = owner.child_blocks.get(name)
        return child is not None and bool(child.required)
    try:
        field = owner._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return not getattr(field, "blank", True)


def owners() -> Iterator[tuple[Any, Any]]:
    """Yield each type with the model or the block that its fields are read from."""
    for model in apps.get_models():
        registered = registration(model)
        if registered and model._meta.app_label == "vision_pages":
            yield DECLARED[registered.kind], model
    for block, kind in registered_blocks().items():
        if issubclass(block, StructBlock) and block.__module__.startswith("vision_pages."):
            yield DECLARED[kind], block()
    yield DECLARED[GENERIC_PAGE], Page
    yield from ((type_, block()) for type_, block in PARTS.items())


def required() -> set[str]:
    found = set()
    for made, owner in owners():
        definition = made.__strawberry_definition__
        for field in definition.fields:
            read = field.metadata.get("name") or field.python_name
            name = field.python_name.split("_")
            coordinate = f"{definition.name}.{name[0]}{''.join(map(str.title, name[1:]))}"
            if field.metadata.get("projected") and is_required(owner, read):
                found.add(coordinate)
    return {one for one in found if may_be_null(one)}


def may_be_null(coordinate: str) -> bool:
    """Say whether a field is no list, no `!`, and no name of another document."""
    type_, name = coordinate.split(".")
    of = SCHEMA.type_map[type_].fields[name].type
    return not (is_non_null_type(of) or is_list_type(of) or get_named_type(of).name in NAMED)


def test_what_is_required_to_publish_is_never_null():
    assert declared() == required() | RULED
