"""By which properties the loader asks for documents, and how rows are known to have them."""

import re
from collections.abc import Iterable
from operator import attrgetter

from graphql_api.documents.choosing import Chain
from graphql_api.documents.reading import readable_by_all
from graphql_api.documents.rows import Row
from graphql_api.documents.sites import HERE

# How a property is asked for: `%(*)s` are its values, `%(locales)s` is every language that any
# request of the batch wants.
CONDITIONS = {
    "key": "d.locale = ANY(%(locales)s) AND d.key = ANY(%(*)s::uuid[])",
    "parent": "d.locale = ANY(%(locales)s) AND d.parent = ANY(%(*)s::uuid[])",
    "facet": "d.locale = ANY(%(locales)s) AND d.facets && %(*)s",
    "first": "d.id = ANY(ARRAY(SELECT first.id FROM first WHERE first.answers && %(*)s))",
    "translation": "d.key = ANY(%(*)s::uuid[])",
    "position": "d.position = ANY(%(*)s)",
    "path": "d.path = ANY(%(*)s)",
    # Some kinds are half of all documents, others a handful, which a plan made once has to know.
    "kind": "d.locale = ANY(%(locales)s) AND d.kind IN ({kinds})",
    "site": f"d.kind = ANY(%(*)s) AND {HERE}",
    "menu": """d.locale = ANY(%(locales)s) AND NOT d.is_archived
      AND (d.data -> 'show_in_menus') = 'true'::jsonb""",
    "redirect": "d.kind = 'Redirect' AND d.data->>'path' = ANY(%(*)s)",
}

# The first of those that carry a facet, with the values they answer. Only the statement can say
# that: a document may be there in one language because another request wants it, while it is not
# there in a better one. An index on facets leaves few; one on kinds and languages would be asked
# for all of them, so it is kept out of this.
FIRST = f"""SELECT one.id, array_agg(asked.value) AS answers
FROM (
  SELECT value, said[1] AS facet, said[2] AS kind, said[3]::int AS most,
    string_to_array(said[4], ',') AS languages
  FROM (SELECT value, string_to_array(value, ' ') AS said
    FROM unnest(%(firsts)s::text[]) AS firsts (value)) split OFFSET 0
) asked, LATERAL (
  SELECT best.id FROM (
    SELECT DISTINCT ON (f.key) f.id, f.position, f.is_archived FROM graphql_api_document f
    WHERE f.facets @> ARRAY[asked.facet] AND f.kind IS NOT DISTINCT FROM asked.kind
      AND array_position(asked.languages, f.locale) IS NOT NULL AND {readable_by_all("f")}
    ORDER BY f.key, array_position(asked.languages, f.locale)
  ) best WHERE NOT best.is_archived ORDER BY best.position NULLS FIRST LIMIT asked.most
) one GROUP BY one.id"""

KEY = re.compile("-".join(f"[0-9a-f]{{{digits}}}" for digits in (8, 4, 4, 4, 12)))


def is_key(value: object) -> bool:
    """Say whether a document can have a key; what is none would fail all that is read with it."""
    return isinstance(value, str) and KEY.fullmatch(value) is not None


def first_value(facet: str, kind: str, most: int, chain: Chain) -> str:
    """Say whose first are asked for; what has no language stands for every one."""
    return f"{facet} {kind} {most} {','.join(['', *chain])}"


def condition(by: str, name: str, values: Iterable[str]) -> str:
    """Say in SQL who is asked for, by the values of a parameter of this name."""
    kinds = ", ".join(f"'{kind}'" for kind in sorted(values) if kind.isidentifier())
    return CONDITIONS[by].replace("*", name).replace("{kinds}", kinds)


# The column by which a row is known to have a property.
COLUMNS = {
    "key": attrgetter("key"),
    "translation": attrgetter("key"),
    "parent": attrgetter("parent"),
    "position": attrgetter("position"),
    "path": attrgetter("path"),
    "site": attrgetter("kind"),
    "kind": attrgetter("kind"),
}


def grouped(rows: list[Row], by: str) -> dict[str | None, list[Row]]:
    """Give the rows by the values of a property that a request may have asked for."""
    groups: dict[str | None, list[Row]] = {}
    if by in COLUMNS:
        for row in rows:
            groups.setdefault(COLUMNS[by](row), []).append(row)
        return groups
    for row in rows:
        for value in values_of(row, by):
            groups.setdefault(value, []).append(row)
    return groups


def values_of(row: Row, by: str) -> Iterable[str | None]:
    """Give the values of a property of which a row may have several, or none."""
    if by == "menu":
        return (by,) if row.data.get("show_in_menus") and not row.is_archived else ()
    return (row.data.get("path"),) if by == "redirect" else row.facets
