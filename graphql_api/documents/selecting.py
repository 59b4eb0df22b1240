"""Which documents a list has, and which of them a page has: the SQL of lists, over `d`."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphql_api.documents.reading import FILTERED, FROM, READABLE, columns

IN_USE = "NOT d.is_archived"
BY_PLACE = "d.place, d.key"
ELEMENTS = "CROSS JOIN LATERAL jsonb_array_elements(d.data->%(elements)s) e"

SAID = f"d.id, {FILTERED}, d.sort_key"
STORED = "FROM graphql_api_document d"
# Kinds are names of our types. Written out, a plan that is made once knows how many there are.
OF_KIND = f"WHERE {READABLE} AND d.kind = '{{kind}}'"

# By equality, so that an index gives the order.
IN_ONE = f"SELECT {SAID}, d.position AS place {FROM} {OF_KIND} AND d.locale = %(locale)s {{among}}"

# Of each document the best language of those asked for. Each language has a tree of its own, so in
# a list of several the tree of the last one says what stands where.
IN_THE_BEST = f"""SELECT DISTINCT ON (d.key) {SAID},
    last_value(d.position) OVER (
      PARTITION BY d.key ORDER BY array_position(%(locales)s::text[], d.locale)
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS place
  {FROM} {OF_KIND} AND d.locale = ANY(%(locales)s) {{among}}
  ORDER BY d.key, array_position(%(locales)s::text[], d.locale)"""

# No more is looked at than the page has, where an index gives the order.
FOUND = """SELECT row_number() OVER () AS rank, found.* FROM (
    SELECT d.id, {element} AS element FROM ({served}) d {elements} WHERE {where}
    ORDER BY {order} OFFSET %(start)s LIMIT %(most)s
  ) found"""

# A page of a long list is looked for among those up to a border at first: what the document says
# that stands so far in an index. Only where they don't fill it, it is looked for among all.
NEAR = f"""WITH border AS MATERIALIZED (
    SELECT {{stored}} AS said {STORED} WHERE d.kind = '{{kind}}' AND d.locale = %(bordering)s
      AND EXISTS (
        SELECT {STORED} WHERE d.kind = '{{kind}}' AND d.locale = %(bordering)s OFFSET %(long)s)
    ORDER BY {{stored}} {{direction}} OFFSET %(reach)s LIMIT 1
  ), near AS MATERIALIZED ({{near}})
  SELECT * FROM near WHERE (SELECT count(*) FROM near) = %(most)s
  UNION ALL
  SELECT * FROM ({{all}}) every WHERE (SELECT count(*) FROM near) < %(most)s"""
AMONG = f"""AND d.key = ANY(ARRAY(
    SELECT d.key {STORED}
    WHERE d.kind = '{{kind}}' AND d.locale = ANY(%(locales)s) AND {{before}}))"""

PAGE = """SELECT m.rank, m.element, {columns} {from} JOIN ({found}) m ON m.id = d.id"""
UNCOUNTED = "SELECT NULL::int, page.* FROM ({page}) page ORDER BY page.rank"

# What is not filtered is counted in an index, for which nothing needs to be put in order.
IN_USE_IN_ONE = f"""SELECT count(*)::int AS n
  {STORED} {OF_KIND} AND d.locale = %(locale)s AND {IN_USE}"""
# The least number is that of the best language; it is even if the document is in use there.
IN_USE_IN_THE_BEST = f"""SELECT count(*)::int AS n FROM (
    SELECT {STORED} {OF_KIND} AND d.locale = ANY(%(locales)s) GROUP BY d.key
    HAVING mod(min(2 * array_position(%(locales)s::text[], d.locale) + d.is_archived::int), 2) = 0
  ) best"""
COUNTED_BESIDE = """SELECT total.n, page.* FROM ({total}) total LEFT JOIN ({page}) page ON TRUE
ORDER BY page.rank"""

# What the filter leaves is counted and put in order; only of a page more than that is read.
COUNTED = """WITH matched AS MATERIALIZED (
  SELECT d.id, row_number() OVER (ORDER BY {order}) AS rank, {element} AS element
  FROM ({served}) d {elements} WHERE {where}
), bounds AS (
  SELECT n, LEAST(COALESCE(%(before)s, n), n) AS stop
  FROM (SELECT count(*)::int AS n FROM matched) total
)
SELECT bounds.n, page.* FROM bounds LEFT JOIN LATERAL (
  SELECT m.rank, m.element, {columns} {from} JOIN (
    SELECT * FROM matched ORDER BY rank
    OFFSET GREATEST(%(start)s, COALESCE(bounds.stop - %(last)s, 0))
    LIMIT GREATEST(0, LEAST(%(size)s, bounds.stop - %(start)s))
  ) m ON m.id = d.id
) page ON TRUE ORDER BY page.rank"""


@dataclass(frozen=True, slots=True)
class Lead:
    """What an order begins with, where an index has it.

    stored, served: SQL for it, over what is stored and over what is listed. is_place: the tree of
    the last language says it, else what is served.
    """

    stored: str
    served: str
    direction: str = ""
    is_place: bool = False

    def before(self, said: str) -> str:
        """Say that something stands up to the border, of what it says."""
        return f"{said} {'>=' if self.direction else '<='} (SELECT said FROM border)"


# An index row cannot hold more of the longest titles in all alphabets.
TITLE = "left(d.sort_key, 100)"
LEADS = {
    "d.place": Lead("d.position", "d.place", is_place=True),
    "d.sort_key": Lead(TITLE, TITLE),
    "d.sort_key DESC": Lead(TITLE, TITLE, "DESC"),
}

# How many times as many as are wanted are looked at, how many times as many a list must have for
# that, and up to where in a filtered list: for what comes later all are filtered at once.
REACH, FILTERED_REACH = 2, 10
LONG = 4
MOST_FILTERED = 250


@dataclass(frozen=True, slots=True)
class Selection:
    """The SQL of a list.

    languages: in how many it is asked for. has_elements: of each document the inline rows `e` are
    listed. whole: with the texts that cards leave out.
    """

    kind: str
    languages: int
    conditions: Sequence[str]
    order: str
    has_elements: bool
    whole: bool

    @property
    def served(self) -> str:
        """Select the documents of this kind, each in the language in which it is served."""
        return self.among("")

    def among(self, which: str) -> str:
        served = IN_ONE if self.languages == 1 else IN_THE_BEST
        return served.format(kind=self.kind, among=which)

    @property
    def where(self) -> str:
        return " AND ".join(f"({condition})" for condition in self.conditions) or "TRUE"

    @property
    def lead(self) -> Lead | None:
        return None if self.has_elements else LEADS.get(self.order.split(", ")[0])

    @property
    def is_filtered(self) -> bool:
        return tuple(self.conditions) != (IN_USE,)

    @property
    def is_counted_beside(self) -> bool:
        """Say whether it is counted without being put in order."""
        return not self.is_filtered and not self.has_elements

    def border(self, wanted: int) -> dict[str, int]:
        """Say up to where the first so many are looked for at first; nothing: among all."""
        reach = wanted * (FILTERED_REACH if self.is_filtered else REACH)
        is_in_order = self.lead and self.lead.is_place and self.languages == 1
        is_late = self.is_filtered and wanted > MOST_FILTERED
        if self.lead is None or is_late or (is_in_order and not self.is_filtered):
            return {}
        return {"reach": reach, "long": reach * LONG}

    def page(self, *, counted: bool, near: bool) -> str:
        """Select a page that is not filled from the end."""
        page = self.written(PAGE, found=self.near() if near else self.found())
        if not counted:
            return UNCOUNTED.format(page=page)
        total = IN_USE_IN_ONE if self.languages == 1 else IN_USE_IN_THE_BEST
        return COUNTED_BESIDE.format(total=total.format(kind=self.kind), page=page)

    def counted(self) -> str:
        """Select a page of which all before and behind are put in order."""
        return self.written(COUNTED)

    def found(self) -> str:
        return self.written(FOUND)

    def near(self) -> str:
        lead = self.lead
        if lead is None:
            raise ValueError(f"No index begins with {self.order}.")
        among = AMONG.format(kind=self.kind, before=lead.before(lead.stored))
        where = f"{self.where} AND {lead.before(lead.served)}"
        near = self.written(FOUND, served=self.among(among), where=where)
        return NEAR.format(
            kind=self.kind,
            stored=lead.stored,
            direction=lead.direction,
            near=near,
            all=self.found(),
        )

    def written(self, sql: str, **parts: str) -> str:
        ours = {
            "served": self.served,
            "where": self.where,
            "order": self.order,
            "element": "e.value" if self.has_elements else "NULL::jsonb",
            "elements": ELEMENTS if self.has_elements else "",
            "columns": columns("TRUE" if self.whole else "FALSE"),
            "from": FROM,
        }
        return sql.format(**{**ours, **parts})
