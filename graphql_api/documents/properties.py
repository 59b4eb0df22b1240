"""By which properties the loader asks for documents, and how rows are known to have them."""

from collections.abc import Iterable

from graphql_api.documents.reading import readable_by_all
from graphql_api.documents.rows import Row
from graphql_api.documents.sites import HERE

# How a property is asked for: `%(*)s` are its values, `%(locales)s` is every language that any
# request of the batch wants.
CONDITIONS = {
    "key": "d.locale = ANY(%(locales)s) AND d.key = ANY(%(*)s::uuid[])",
    "parent": "d.locale = ANY(%(locales)s) AND d.parent = ANY(%(*)s::uuid[])",
    "facet": "d.locale = ANY(%(locales)s) AND d.facets && %(*)s",
    # Each value says which facet, kind and language, and how many.
    "first": f"""d.id = ANY(ARRAY(
      SELECT one.id FROM unnest(%(*)s::text[]) AS asked(value),
      LATERAL (SELECT string_to_array(asked.value, ' ') AS said) split,
      LATERAL (
        SELECT f.id FROM graphql_api_document f
        WHERE f.facets @> ARRAY[said[1]] AND f.kind = said[2] AND f.locale IN ('', said[3])
          AND NOT f.is_archived AND {readable_by_all("f")}
        ORDER BY f.position NULLS FIRST LIMIT said[4]::int
      ) one))""",
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


def condition(by: str, name: str, values: Iterable[str]) -> str:
    """Say in SQL who is asked for, by the values of a parameter of this name."""
    kinds = ", ".join(f"'{kind}'" for kind in sorted(values) if kind.isidentifier())
    return CONDITIONS[by].replace("*", name).replace("{kinds}", kinds)


def values_of(row: Row, by: str) -> Iterable[str | None]:
    """Give the values of a row that a request may have asked for."""
    if by == "facet":
        return row.facets
    if by == "first":
        return (f"{facet} {row.kind}" for facet in row.facets)
    if by == "site":
        return (row.kind,)
    if by == "menu":
        return (by,) if row.data.get("show_in_menus") and not row.is_archived else ()
    if by == "redirect":
        return (row.data.get("path"),)
    return (row.key if by in {"key", "translation"} else getattr(row, by),)


def known_by(by: str, value: str) -> str:
    """Give what of a value that was asked for `values_of` gives."""
    return value.rsplit(" ", 2)[0] if by == "first" else value
