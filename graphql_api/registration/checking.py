"""Whether an operation can be answered: it is valid, and within the limits."""

from dataclasses import dataclass, field
from itertools import islice

from django.utils.translation import gettext as _
from graphql import GraphQLError, OperationDefinitionNode

from graphql_api import conf
from graphql_api.frontends.operations import LONGEST_NAME
from graphql_api.preparation.prepared import Prepared, prepared
from graphql_api.preparation.validation import operations, problems
from graphql_api.schema import schema

MOST_FAULTS = 20  # of one document


@dataclass(frozen=True, slots=True)
class Checked:
    """A document that was looked at. name: its operations'. faults: "line 3: …", if it has some."""

    name: str = ""
    faults: list[str] = field(default_factory=list)


def checked(document: str) -> Checked:
    """Look at a document as it would be when it is asked."""
    if "\0" in document:
        return Checked(faults=[_("It has a character that stands for nothing.")])
    try:
        first = ready(document, None)
        found = operations(first.document)
        if not found:
            return Checked(faults=[_("It has no operation.")])
        errors = wrong(document, first, found)
    except GraphQLError as error:
        return Checked(faults=[described(error)])
    name = ", ".join(one.name.value for one in found if one.name)
    faults = islice(sorted(errors, key=line), MOST_FAULTS)
    return Checked(name[:LONGEST_NAME], [*map(described, faults)])


def ready(document: str, name: str | None) -> Prepared:
    return prepared(document, name, schema._schema, conf.limits())  # noqa: SLF001 (as it is run)


def wrong(
    document: str, first: Prepared, found: list[OperationDefinitionNode]
) -> list[GraphQLError]:
    """Give what is wrong with any of a document's operations; raise LimitExceeded."""
    names = [one.name.value if one.name else None for one in found]
    limits = conf.limits()
    for name in names:
        one = first if len(found) == 1 else ready(document, name)
        one.usage({}).refuse_excess(limits)
    inner = schema._schema  # noqa: SLF001
    impossible = [
        GraphQLError(f"Nothing can be asked by `{one.operation.value}`.", one)
        for one in found
        if inner.get_root_type(one.operation) is None
    ]
    introspection = conf.introspection()
    # Validation looks at the whole document, whichever operation is asked.
    return impossible or problems(
        first.document, names[0], inner, limits, introspection=introspection
    )


def described(error: GraphQLError) -> str:
    """Say what is wrong, and in which line if it is in one."""
    if not error.locations:
        return error.message
    return _("line %(line)d: %(message)s") % {"line": line(error), "message": error.message}


def line(error: GraphQLError) -> int:
    """Give the line in which it is; 0 where it is in none."""
    return error.locations[0].line if error.locations else 0
