"""How documents are read: raw SQL over the current documents, and the one place that runs it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from threading import local
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, DataError, OperationalError, connections

from graphql_api.documents.deadline import Deadline, within
from graphql_api.documents.rows import Row
from graphql_api.errors import InvalidArgument

# An initiative without dates of its own has those of its public stages. What it must be stands
# inside, so that nothing is looked up for other documents.
STAGE_DATES = """LEFT JOIN LATERAL (
  SELECT min(s.starts_on) AS starts_on,
         CASE WHEN bool_and(s.ends_on IS NOT NULL) THEN max(s.ends_on) END AS ends_on
  FROM graphql_api_document s
  WHERE d.kind IN ('Vision', 'Project') AND d.starts_on IS NULL AND d.ends_on IS NULL
    AND s.parent = d.key AND s.kind = 'Stage'
    AND (s.expires_at IS NULL OR s.expires_at > %(now)s)
) stages ON TRUE"""

STARTS_ON = "COALESCE(d.starts_on, stages.starts_on)"
ENDS_ON = "COALESCE(d.ends_on, stages.ends_on)"

# The same rule as vision_pages.status.status: a test compares them.
STATUS = f"""CASE
  WHEN d.kind NOT IN ('Vision', 'Project', 'Stage') THEN NULL
  WHEN d.status_override <> '' THEN d.status_override
  WHEN {STARTS_ON} IS NULL OR {STARTS_ON} > %(today)s THEN 'planned'
  WHEN {ENDS_ON} < %(today)s THEN 'completed'
  ELSE 'running' END"""

# Several sites may have one host name, each its port; behind a proxy the port may be another.
SITE = """COALESCE(
  (SELECT s.site FROM graphql_api_document s
   WHERE s.kind = 'Site' AND s.data->>'hostname' = %(hostname)s
   ORDER BY (s.data->>'port')::int IS DISTINCT FROM %(port)s::int,
     (s.data->>'is_default')::boolean DESC, s.site LIMIT 1),
  (SELECT s.site FROM graphql_api_document s
   WHERE s.kind = 'Site' AND (s.data->>'is_default')::boolean AND NOT %(named)s LIMIT 1))"""


def readable_by_all(row: str) -> str:
    """Say that anybody may read a document, by the name of its row."""
    return f"""({row}.expires_at IS NULL OR {row}.expires_at > %(now)s)
  AND ({row}.site IS NULL OR {row}.kind = 'Site' OR {row}.site = {SITE})"""


READABLE = readable_by_all("d")

FROM = f"FROM graphql_api_document d {STAGE_DATES}"


NO_FACETS = "'{}'::text[]"
JOINED = "LEFT JOIN first ON first.id = d.id"


# psycopg makes moments of Python in Python.
MOMENTS = "d.first_published_at::text, d.published_at::text"


def columns(
    whole: str = "FALSE",
    facets: str = NO_FACETS,
    data: str | None = None,
    moments: str = MOMENTS,
) -> str:
    """Give the columns of a Row, in its order: cards, but for those that `whole` (over `d`) names.

    facets: `d.facets` where somebody looks at them; to read them takes longer than all the rest.
    data, moments: what is to be read of them instead.
    """
    return f"""d.kind, d.key::text AS key, d.locale, d.path, d.position, d.parent::text AS parent,
  {data or f"CASE WHEN {whole} THEN d.data::text ELSE d.card END"} AS data,
  {STARTS_ON} AS starts_on, {ENDS_ON} AS ends_on, {STATUS} AS status,
  d.is_archived, {moments}, d.source,
  {whole} AS whole, {facets} AS facets"""


# What a filter looks at.
FILTERED = columns(
    facets="d.facets", data="d.card::jsonb", moments="d.first_published_at, d.published_at"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where an operation is asked: the same for all its statements.

    port: of the site, where the request says it. named: the site was asked for by its host name,
    so no other one answers.
    """

    now: datetime
    today: date
    hostname: str
    port: int | None = None
    named: bool = False

    def parameters(self) -> dict[str, Any]:
        return {
            "now": self.now,
            "today": self.today,
            "hostname": self.hostname,
            "port": self.port,
            "named": self.named,
        }


_thread = local()


def connect() -> None:
    """Open this thread's connection; inside an event loop Django would give another one."""
    _thread.connection = connections[DEFAULT_DB_ALIAS]
    _thread.connection.ensure_connection()


@contextmanager
def limited_to(seconds: float) -> Iterator[Deadline]:
    """Give all reads inside so many seconds together; then LimitExceeded is raised."""
    with within(seconds, _thread.connection.connection) as deadline:
        _thread.deadline = deadline
        try:
            yield deadline
        finally:
            _thread.deadline = None


@contextmanager
def marked(mark: str) -> Iterator[None]:
    """Have statements say through what they read: a connection keeps plans for each text.

    The same text would be planned anew whenever it reads through something else.
    """
    before = getattr(_thread, "mark", "")
    _thread.mark = f"/* {mark} */ "
    try:
        yield
    finally:
        _thread.mark = before


def is_marked() -> bool:
    """Say whether statements read through something else than the documents that are public."""
    return bool(getattr(_thread, "mark", ""))


def fetch(
    sql: str, parameters: Mapping[str, Any], *, planned_once: bool = False
) -> list[tuple[Any, ...]]:
    """Run one statement on the connection of `connect`; every read of the API passes here.

    planned_once: the values don't matter to how it is best run, so the server may keep its plan,
    if the connection's `prepare_threshold` lets it.
    """
    connection = _thread.connection
    deadline: Deadline | None = getattr(_thread, "deadline", None)
    if deadline is not None:
        deadline.check()
    try:
        mark = getattr(_thread, "mark", "")
        cursor_class = psycopg.Cursor if planned_once else connection.connection.cursor_factory
        with connection.wrap_database_errors, cursor_class(connection.connection) as cursor:
            return cursor.execute(mark + sql, parameters).fetchall()
    except (DataError, UnicodeEncodeError) as error:
        # A NUL character or half a character: nothing that is stored can hold it.
        raise InvalidArgument("An argument holds what no document can hold.") from error
    except OperationalError as error:
        connection.needs_rollback = connection.in_atomic_block
        if deadline is not None and deadline.passed:
            raise deadline.error() from error
        raise


def readable(
    where: str,
    parameters: Mapping[str, Any],
    moment: Moment,
    whole: str = "FALSE",
    first: str = "",
) -> list[Row]:
    """Give the documents that anybody may read at `moment` and that `where` (over `d`) names.

    Those of a site come before those of every site, such as redirects. They are cards, but for
    those that `whole` (over `d`) names.

    first: SQL for the `id`s of some that `where` names, and for which `answers` they are; they are
    known by them beside their facets.
    """
    facets = "d.facets" if ".facets" in where else NO_FACETS
    before, source = "", FROM
    if first:
        before, source = f"WITH first AS MATERIALIZED ({first}) ", f"{FROM} {JOINED}"
        facets = f"{facets} || COALESCE(first.answers, {NO_FACETS})"
    selected = f"{before}SELECT {columns(whole, facets)} {source}"
    sql = f"{selected} WHERE {READABLE} AND ({where}) ORDER BY d.site"
    found = fetch(sql, {**moment.parameters(), **parameters}, planned_once=True)
    return [Row(*values) for values in found]
