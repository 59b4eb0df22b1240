"""What a list can be narrowed to: the values of its facets, counted in one statement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphql_api.documents.listing import Listing
from graphql_api.documents.reading import Moment, fetch, is_marked
from graphql_api.documents.selecting import ELEMENTS
from graphql_api.documents.tags import KIND, note, note_listed

# Each condition on a facet is noted, not required: its own counts leave it out.
COUNTS = """{before} served AS ({served}
), matched AS MATERIALIZED (
  SELECT {columns} FROM served d {elements} WHERE {where})
{counts}"""

COUNT = """SELECT '{name}', v.value, count(*)::int FROM matched d
CROSS JOIN LATERAL (SELECT DISTINCT x.value::text FROM ({values}) x (value)) v
WHERE v.value IS NOT NULL AND {others} GROUP BY v.value"""

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Counting:
    """A list whose facets are to be counted.

    listing: which documents, without the conditions on facets. facets: by their names, SQL that
    selects a document's values over `d`. chosen: the conditions on facets, by the same names.
    before: what the statement begins with, where that SQL needs more than `d`. reads: the kinds
    of the other documents that it reads.
    """

    listing: Listing
    facets: Mapping[str, str]
    chosen: Mapping[str, str] = field(default_factory=dict)
    before: str = "WITH"
    reads: Sequence[str] = ()

    def only(self, names: Iterable[str]) -> "Counting":
        """Leave out the others; what is chosen of them narrows these nevertheless."""
        return replace(self, facets={name: self.facets[name] for name in names})

    def counts(self, moment: Moment) -> Counts:
        """Count how many documents have each value, under what is chosen of other facets."""
        listing = self.listing
        note_listed((listing.kind,), listing.chain)
        note(KIND, self.reads)
        found: dict[str, dict[str, int]] = {name: {} for name in self.facets}
        if not found:
            return found
        given = {**moment.parameters(), **listing.given()}
        for name, value, count in fetch(self.sql(), given, planned_once=not is_marked()):
            found[name][value] = count
        return found

    def sql(self) -> str:
        listing = self.listing
        element = "e.value" if listing.elements else "NULL::jsonb"
        held = [f"({condition}) IS TRUE AS holds_{name}" for name, condition in self.chosen.items()]
        return COUNTS.format(
            before=self.before,
            served=listing.selection.served,
            columns=", ".join(["d.status", "d.facets", f"{element} AS element", *held]),
            elements=ELEMENTS if listing.elements else "",
            where=listing.selection.where,
            counts="\nUNION ALL\n".join(
                COUNT.format(name=name, values=values, others=self.others(name))
                for name, values in self.facets.items()
            ),
        )

    def others(self, name: str) -> str:
        conditions: Sequence[str] = [f"d.holds_{one}" for one in self.chosen if one != name]
        return " AND ".join(conditions) or "TRUE"


def carried(name: str) -> str:
    """Select what a document carries of a facet."""
    return (
        f"SELECT substr(f, {len(name) + 2}) FROM unnest(d.facets) f WHERE starts_with(f, '{name}:')"
    )
