"""Measures what an operation asks for, in one pass; each fragment is walked once."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from math import prod
from typing import cast

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_object_type,
)

from graphql_api.limits import nesting
from graphql_api.limits.formula import Formula, joined
from graphql_api.limits.measure import Measure
from graphql_api.limits.weights import is_connection, is_nodes, length, weight


class Measuring:
    """One pass over an operation and the fragments it spreads.

    aliases, directives: as they are written, also of fragments that are spread often.
    """

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, page_size: int) -> None:
        self.schema = schema
        self.page_size = page_size
        self.aliases = 0
        self.directives = 0
        self.fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self.known: dict[str, Measure] = {}

    def operation(self, node: OperationDefinitionNode) -> Measure:
        root = self.schema.get_root_type(node.operation)
        variables = node.variable_definitions or ()
        for one in (node, *variables):
            self.count_directives(one)
        defaults = [one.default_value for one in variables if one.default_value]
        asked = self.selections(node.selection_set, root)
        return replace(asked, nesting=max(asked.nesting, nesting.depth(defaults)))

    def selections(self, node: SelectionSetNode | None, on: GraphQLNamedType | None) -> Measure:
        """Measure what is asked of one type; of fragments on others, only one will apply."""
        selections = node.selections if node else ()
        self.aliases += repeated(selections)
        exclusive: dict[str, list[Measure]] = {}
        for one in selections:
            exclusive.setdefault(self.only_on(one, on), []).append(self.selection(one, on))
        always = exclusive.pop("", [])
        costs = [joined(sum, *(part.cost for part in parts)) for parts in exclusive.values()]
        cost = joined(sum, *(part.cost for part in always), joined(max, *costs))
        return replace(Measure.of(chain(always, *exclusive.values())), cost=cost)

    def count_directives(self, node: Node) -> None:
        self.directives += len(getattr(node, "directives", None) or ())

    def only_on(self, node: SelectionNode, on: GraphQLNamedType | None) -> str:
        """Name the one type of several to which a fragment applies."""
        if isinstance(node, FragmentSpreadNode):
            fragment = self.fragments.get(node.name.value)
            condition = fragment.type_condition.name.value if fragment else ""
        elif isinstance(node, InlineFragmentNode) and node.type_condition:
            condition = node.type_condition.name.value
        else:
            condition = ""
        excludes = is_abstract_type(on) and is_object_type(self.schema.get_type(condition))
        return condition if excludes else ""

    def selection(self, node: SelectionNode, on: GraphQLNamedType | None) -> Measure:
        self.count_directives(node)
        if isinstance(node, FieldNode):
            return self.field(node, on)
        if isinstance(node, InlineFragmentNode):
            condition = node.type_condition
            narrowed = self.schema.get_type(condition.name.value) if condition else on
            return self.selections(node.selection_set, narrowed)
        return self.fragment(cast(FragmentSpreadNode, node).name.value)

    def fragment(self, name: str) -> Measure:
        if name in self.known or name not in self.fragments:
            return self.known.get(name, Measure())
        # What spreads itself is refused when it is validated; here it ends.
        self.known[name] = Measure()
        definition = self.fragments[name]
        self.count_directives(definition)
        on = self.schema.get_type(definition.type_condition.name.value)
        self.known[name] = self.selections(definition.selection_set, on)
        return self.known[name]

    def field(self, node: FieldNode, on: GraphQLNamedType | None) -> Measure:
        self.aliases += node.alias is not None
        field = self.definition(node, on)
        below = self.selections(node.selection_set, get_named_type(field.type) if field else None)
        introspects = on is not None and on.name.startswith("__")
        of_nodes = is_nodes(node, on)
        cost = self.cost(node, None if introspects else field, below, of_nodes=of_nodes)
        values = [argument.value for argument in node.arguments or ()]
        return Measure(
            fields=1,
            # Questions about the schema are deep but cheap; a rule keeps them from exploding.
            depth=0 if introspects else 1 + below.depth,
            nesting=max(below.nesting, nesting.depth(values)),
            cost=0 if of_nodes else cost,
            each=cost if of_nodes else 0,
        )

    def cost(
        self, node: FieldNode, field: GraphQLField | None, below: Measure, *, of_nodes: bool
    ) -> Formula:
        """Give the cost of a field; how many nodes there are, their connection says."""
        own = weight(node, field)
        size = 1 if of_nodes else length(node, field, self.page_size)
        if is_connection(field):
            return joined(sum, own, below.cost, joined(prod, size, below.each))
        return joined(sum, own, joined(prod, size, below.cost))

    def definition(self, node: FieldNode, on: GraphQLNamedType | None) -> GraphQLField | None:
        return self.schema.get_field(on, node.name.value) if is_composite_type(on) else None


def repeated(selections: Iterable[SelectionNode]) -> int:
    """Count the fields that are asked again beside themselves: each is as good as an alias."""
    names = [
        one.name.value for one in selections if isinstance(one, FieldNode) and one.alias is None
    ]
    return len(names) - len(set(names))
