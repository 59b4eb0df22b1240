"""Asks everything the schema has: each root field, and each field of what it gives."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    build_schema,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_required_argument,
)

from tests.schema_file import SCHEMA_FILE

SCHEMA = build_schema(SCHEMA_FILE.read_text(encoding="utf-8"))
NODE: Any = SCHEMA.type_map["Node"]
LIST = "locale: $locale, first: 100"
LISTED = "locale: $locale"
BY = ("by: {path: $path}", "by: {translationKey: $key}, locale: $locale", "by: {id: $id}")

# How each root field is asked; one that is missing here fails the tests that ask everything.
ROOTS: dict[str, tuple[str, ...]] = {
    "route": ("path: $path", "path: $old"),
    "page": BY,
    "programme": (LISTED, *BY),
    "vision": BY,
    "project": BY,
    "visions": (
        LIST,
        f"{LISTED}, filter: {{archived: true}}",
        f"{LISTED}, filter: {{status: [RUNNING, PLANNED, COMPLETED]}}, order: [START_DESC]",
        f"{LISTED}, filter: {{strategy: $codes}}",
        f"{LISTED}, filter: {{goal: $codes}}",
        f"{LISTED}, filter: {{fieldOfAction: $codes}}",
        f"{LISTED}, filter: {{actor: $codes}}",
        f"{LISTED}, filter: {{sdg: [13]}}",
    ),
    "projects": (
        LIST,
        f"{LISTED}, filter: {{vision: [$key]}}",
        f"{LISTED}, filter: {{goal: $codes}}",
        f"{LISTED}, filter: {{fieldOfAction: $codes}}",
        f"{LISTED}, filter: {{actor: $codes}}",
        f"{LISTED}, filter: {{district: $codes}}",
        f"{LISTED}, filter: {{not: {{not: {{vision: [$key]}}}}}}",
        f"{LISTED}, filter: {{sdg: [13]}}",
    ),
    "leitbildHistory": (LISTED,),
    "stages": (LIST, f"{LISTED}, filter: {{initiative: [$key]}}"),
    "participationEvents": (
        LIST,
        f"{LISTED}, filter: {{state: [OPEN, CLOSED, UPCOMING]}}",
        f"{LISTED}, filter: {{initiative: [$key]}}",
        f"{LISTED}, filter: {{district: $codes}}",
    ),
    "strategy": ("code: $code, locale: $locale",),
    "strategies": (LISTED,),
    "strategicGoal": ("code: $code, locale: $locale",),
    "strategicGoals": (LISTED,),
    "fieldsOfAction": (LISTED,),
    "districts": (LISTED,),
    "actors": (LISTED,),
    "site": ("",),
    "search": (
        f"query: $text, {LIST}",
        f"query: $misspelt, {LIST}",
        f"query: $text, {LIST}, filter: {{archived: true}}",
        f"query: $text, {LIST}, filter: {{goal: $codes}}",
    ),
    "searchSuggestions": (f"query: $begun, {LIST}",),
    "changes": (),  # It names what was public once, and so has tests of its own.
    "node": ("id: $id",),
    "nodes": ("ids: $ids",),
}
# How fields below the root are asked that need arguments.
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "Image.responsive": ("(preset: HERO)",),
    "LeitbildHistory.changes": ('(from: "2010-01-01")',),
    "Site.navigation": tuple(
        f"(handle: {handle}, locale: $locale, activePath: $path)"
        for handle in ("MAIN", "FOOTER", "LEGAL", "MENU")
    ),
}
VARIABLES = {
    "path": "String!",
    "old": "String!",
    "key": "ID!",
    "id": "ID!",
    "ids": "[ID!]!",
    "code": "String!",
    "codes": "[String!]!",
    "locale": "LocaleCode",
    "text": "String!",
    "misspelt": "String!",
    "begun": "String!",
}


def types_of_fields() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kind in SCHEMA.type_map.values():
        for name, field in getattr(kind, "fields", {}).items():
            found[name].add(str(getattr(field, "type", "")))
    return found


TYPES = types_of_fields()


def response_name(kind: Any, name: str) -> str:
    """Fields of one name and several types cannot stand beside each other in an answer."""
    return name if len(TYPES[name]) == 1 else f"{kind.name}_{name}: {name}"


def called(kind: Any, name: str, field: GraphQLField) -> list[str]:
    """Write a field, once for each of the arguments that it cannot do without."""
    if not any(map(is_required_argument, field.args.values())):
        return [response_name(kind, name)]
    asked = ARGUMENTS[f"{kind.name}.{name}"]
    if len(asked) == 1:
        return [response_name(kind, name) + asked[0]]
    return [f"{name}{number}: {name}{arguments}" for number, arguments in enumerate(asked)]


class Question:
    """One operation that asks everything: a fragment for each type, as a thing or as a mention."""

    def __init__(self, roots: Mapping[str, Sequence[str]] = ROOTS) -> None:
        self.roots = roots
        self.fragments: dict[str, str] = {}

    def __str__(self) -> str:
        query: Any = SCHEMA.query_type
        fields = [
            f"{name}{number}: {name}{asked and f'({asked})'} {self.of(field, depth(field), ())}"
            for name, field in query.fields.items()
            if name in self.roots or self.roots is ROOTS
            for number, asked in enumerate(self.roots[name])
        ]
        fragments = self.fragments.values()
        operation = f"query Everything{declared([*fields, *fragments])} {{ {' '.join(fields)} }}"
        return "\n".join([operation, *fragments])

    def of(self, field: GraphQLField, mentions: int, above: tuple[str, ...]) -> str:
        """Select all of a field's type, and of what it mentions; at last only plain fields."""
        kind = get_named_type(field.type)
        if is_leaf_type(kind):
            return ""
        types: Iterable[Any] = SCHEMA.get_possible_types(kind) if is_abstract_type(kind) else [kind]
        spread = " ".join(f"...{self.fragment(one, mentions, above)}" for one in types)
        return f"{{ __typename {spread} }}"

    def fragment(self, kind: GraphQLObjectType, mentions: int, above: tuple[str, ...]) -> str:
        name = f"{kind.name}{mentions}{len([one for one in above if one == kind.name])}"
        if name not in self.fragments:
            self.fragments[name] = ""
            selected = " ".join(self.selections(kind, mentions, (*above, kind.name)))
            self.fragments[name] = f"fragment {name} on {kind.name} {{ {selected} }}"
        return name

    def selections(
        self, kind: GraphQLObjectType, mentions: int, above: tuple[str, ...]
    ) -> Iterable[str]:
        yield "__typename"
        for name, field in kind.fields.items():
            named: Any = get_named_type(field.type)
            if is_leaf_type(named):
                yield response_name(kind, name)
            elif (name == "edges" and is_told_by_nodes(named)) or (is_node(kind) and not mentions):
                continue
            elif is_node(named):
                for each in called(kind, name, field):
                    yield f"{each} {self.of(field, mentions - 1, ())}"
            elif above.count(named.name) < 2:
                for each in called(kind, name, field):
                    yield f"{each} {self.of(field, mentions, above)}"


def declared(fields: Iterable[str]) -> str:
    """Declare the variables that are used: GraphQL refuses any other."""
    used = set(re.findall(r"\$(\w+)", " ".join(fields)))
    types = [f"${name}: {kind}" for name, kind in VARIABLES.items() if name in used]
    return f"({', '.join(types)})" if types else ""


def depth(field: GraphQLField) -> int:
    """Say how deep a root field is asked; lists, routes and sites only lead to what is meant."""
    kind = get_named_type(field.type)
    return 1 if is_node(kind) and kind.name != "Site" else 2


def is_told_by_nodes(edge: GraphQLObjectType) -> bool:
    """Say whether an edge tells nothing beside its node, and where that stands."""
    return {*edge.fields} == {"node", "cursor"}


def is_node(kind: Any) -> bool:
    return kind is NODE or NODE in getattr(kind, "interfaces", ())


EVERYTHING = str(Question())
