"""How a resolver of Strawberry's takes what it is called with."""

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any

from strawberry.types.field import StrawberryField

# Calls a resolver with a source, `info` and arguments.
Call = Callable[[Any, Any, dict[str, Any]], Any]
# By what a resolver takes before its arguments: sources (S) and `info` (I), in this order.
CALLS: dict[str, Callable[[Any], Call]] = {
    "S": lambda function: lambda source, info, given: function(source, **given),
    "SS": lambda function: lambda source, info, given: function(source, source, **given),
    "SI": lambda function: lambda source, info, given: function(source, info, **given),
    "SSI": lambda function: lambda source, info, given: function(source, source, info, **given),
}


def caller(declared: StrawberryField) -> Call:
    """Give what calls a resolver with the source, `info` and arguments, as it names them."""
    resolver: Any = declared.base_resolver
    function, takes_self = resolver.wrapped_func, resolver.self_parameter is not None
    sources = [one.name for one in (resolver.parent_parameter, resolver.root_parameter) if one]
    info_name = resolver.info_parameter and resolver.info_parameter.name
    kinds = dict.fromkeys(sources, "S") | ({info_name: "I"} if info_name else {})
    shape = order(function, kinds, takes_self=takes_self)
    if shape in CALLS:
        return CALLS[shape](function)

    def call(source: Any, info: Any, given: dict[str, Any]) -> Any:
        named = given | dict.fromkeys(sources, source) | ({info_name: info} if info_name else {})
        return function(source, **named) if takes_self else function(**named)

    return call


def order(function: Any, kinds: dict[str, str], *, takes_self: bool) -> str | None:
    """Say what a resolver begins with; None if it takes something else before, or by name alone."""
    parameters = [*signature(function).parameters.values()]
    begins = parameters[takes_self : takes_self + len(kinds)]
    if any(one.name not in kinds or one.kind is Parameter.KEYWORD_ONLY for one in begins):
        return None
    return "S" * takes_self + "".join(kinds[one.name] for one in begins)
