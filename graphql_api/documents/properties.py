"""By which properties the loader asks for documents, and how rows are known to have them."""

from collections.abc import Iterable

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

# The first of those that carry a facet, and which `first_values` they answer. Only the statement
# can say it: a document in one language may be there for another request, while that in a better
# one is not. One that is archived in a better language is left out, so that counts too.
FIRST = f"""SELECT one.id, array_agg(asked.value) AS answers
FROM unnest(%(firsts)s::text[]) AS asked (value),
LATERAL (SELECT string_to_array(asked.value, ' ') AS said) split,
LATERAL (
  SELECT f.id FROM graphql_api_document f
  WHERE f.facets @> ARRAY[said[1]] AND f.kind = said[2]
    AND f.locale = ANY(string_to_array(said[4], ','))
    AND NOT f.is_archived AND {readable_by_all("f")} AND NOT EXISTS (
      SELECT FROM graphql_api_document better
      WHERE better.key = f.key AND better.locale = ANY(string_to_array(said[5], ','))
        AND better.facets @> ARRAY[said[1]] AND better.kind = said[2]
        AND {readable_by_all("better")})
  ORDER BY f.position NULLS FIRST LIMIT said[3]::int
) one GROUP BY one.id"""


def first_values(facet: str, kind: str, most: int, chain: Chain) -> list[str]:
    """Ask for the first so many in each language: those that no better language has.

    >>> first_values("visions:1", "Project", 21, ("en", "de"))
    ['visions:1 Project 21 ,en ', 'visions:1 Project 21 de ,en']
    """
    languages = [f",{chain[0]}", *chain[1:]]
    return [
        f"{facet} {kind} {most} {locale} {','.join(languages[:rank])}"
        for rank, locale in enumerate(languages)
    ]


def condition(by: str, name: str, values: Iterable[str]) -> str:
    """Say in SQL who is asked for, by the values of a parameter of this name."""
    kinds = ", ".join(f"'{kind}'" for kind in sorted(values) if kind.isidentifier())
    return CONDITIONS[by].replace("*", name).replace("{kinds}", kinds)


def values_of(row: Row, by: str) -> Iterable[str | None]:
    """Give the values of a row that a request may have asked for."""
    if by in {"facet", "first"}:
        return row.facets
    if by == "site":
        return (row.kind,)
    if by == "menu":
        return (by,) if row.data.get("show_in_menus") and not row.is_archived else ()
    if by == "redirect":
        return (row.data.get("path"),)
    return (row.key if by in {"key", "translation"} else getattr(row, by),)
