"""What filters demand of documents, as SQL over `d`."""

from typing import Any

from graphql_api.documents.pages import TRANSLATION
from graphql_api.documents.properties import is_key
from graphql_api.documents.reading import READABLE
from graphql_api.documents.tags import KIND, note
from graphql_api.types.language import LanguageFilter
from graphql_api.types.period import DateRange
from graphql_api.types.place import BoundingBox

# Whoever serves a goal serves the goals it is a part of. A goal that cannot be read joins nothing.
GOALS = f"""WITH RECURSIVE goal (key, above) AS (
  SELECT d.key, d.key FROM graphql_api_document d
  WHERE {READABLE} AND d.kind = 'StrategicGoal'
  UNION
  SELECT d.key, goal.above FROM graphql_api_document d JOIN goal
    ON d.data->>'parent' = goal.key::text
  WHERE {READABLE} AND d.kind = 'StrategicGoal'
)"""
GOAL = "StrategicGoal"
SERVED = "strategic_goals:"


class Conditions:
    """SQL conditions with their parameters, which never mix.

    locale: the language that is asked for.
    """

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.parameters: dict[str, Any] = {}

    def bind(self, value: Any) -> str:
        name = f"filter{len(self.parameters)}"
        self.parameters[name] = value
        return f"%({name})s"

    def facet(self, name: str, values: list[Any]) -> str:
        """The document carries one of the values of a facet."""
        wanted = [f"{name}:{getattr(value, 'value', value)}" for value in values]
        return f"d.facets && {self.bind(wanted)}::text[]"

    def coded(self, name: str, kind: str, codes: list[str]) -> str:
        """The document names one of the readable terms with these codes."""
        return self.naming(name, self.terms(kind, codes))

    def keyed(self, name: str, kind: str, keys: list[str]) -> str:
        """The document names one of the readable documents with these keys."""
        return self.naming(name, self.documents([kind], keys))

    def naming(self, name: str, named: str) -> str:
        prefix = self.bind(f"{name}:")
        return f"""d.facets && (
            SELECT COALESCE(array_agg({prefix} || named.key), '{{}}') FROM {named} AS named)"""

    def terms(self, kind: str, codes: list[str]) -> str:
        return self.readable([kind], f"d.data->>'code' = ANY({self.bind(codes)})")

    def documents(self, kinds: list[str], keys: list[str]) -> str:
        known = [key for key in keys if is_key(key)]
        return self.readable(kinds, f"d.key = ANY({self.bind(known)}::uuid[])")

    def readable(self, kinds: list[str], which: str) -> str:
        """What cannot be read is named by nobody, or filters would tell of it."""
        note(KIND, kinds)
        named = ", ".join(f"'{kind}'" for kind in kinds)
        return f"""(SELECT d.key FROM graphql_api_document d
            WHERE {READABLE} AND d.kind IN ({named}) AND {which})"""

    def serving(self, which: str) -> str:
        """The document serves a readable goal, or a part of one, of which `which` (`d`) holds."""
        note(KIND, [GOAL])
        return f"""d.facets && ({GOALS}
            SELECT COALESCE(array_agg('{SERVED}' || goal.key), '{{}}')
            FROM goal JOIN graphql_api_document d ON d.key = goal.above WHERE {which})"""


def by_status(conditions: Conditions, values: list[Any]) -> str:
    return f"d.status = ANY({conditions.bind([value.value for value in values])})"


def in_period(conditions: Conditions, period: DateRange) -> str:
    """The document's own days and the period have a day in common."""
    starts, ends = conditions.bind(period.end), conditions.bind(period.start)
    return (
        f"({starts}::date IS NULL OR d.starts_on <= {starts}::date) AND "
        f"({ends}::date IS NULL OR d.ends_on IS NULL OR d.ends_on >= {ends}::date) AND "
        "d.starts_on IS NOT NULL"
    )


def below_initiative(conditions: Conditions, keys: list[str]) -> str:
    initiatives = conditions.documents(["Vision", "Project"], keys)
    return f"""d.id IN (
        SELECT below.id FROM graphql_api_document below WHERE below.parent IN {initiatives})"""


def in_language(conditions: Conditions, language: LanguageFilter) -> str:
    wanted = {
        f"d.locale <> {conditions.bind(conditions.locale)}": language.is_fallback,
        translation("outdated"): language.outdated,
        translation("machine_translated"): language.machine_translated,
    }
    return (
        " AND ".join(
            f"({condition}) = {conditions.bind(value)}"
            for condition, value in wanted.items()
            if value is not None
        )
        or "TRUE"
    )


def translation(name: str) -> str:
    return f"COALESCE((d.data->'{TRANSLATION}'->>'{name}')::boolean, FALSE)"


def serves_goals(conditions: Conditions, codes: list[str]) -> str:
    return conditions.serving(f"d.data->>'code' = ANY({conditions.bind(codes)})")


def serves_sdgs(conditions: Conditions, numbers: list[int]) -> str:
    return conditions.serving(conditions.facet("sdgs", numbers))


def has_location_within(conditions: Conditions, box: BoundingBox) -> str:
    return (
        "EXISTS (SELECT FROM jsonb_array_elements(d.data->'locations') AS l (value)"
        f" WHERE {within(conditions, box, 'l.value')})"
    )


def within(conditions: Conditions, box: BoundingBox, place: str) -> str:
    """The place, JSON with `latitude` and `longitude`, lies in the box."""
    west, south, east, north = (
        conditions.bind(edge) for edge in (box.checked().west, box.south, box.east, box.north)
    )
    longitude = f"({place}->>'longitude')::float8"
    beyond = "AND" if box.west <= box.east else "OR"
    return (
        f"({place}->>'latitude')::float8 BETWEEN {south} AND {north}"
        f" AND ({longitude} >= {west} {beyond} {longitude} <= {east})"
    )
