"""Redirects: what their documents say, and where they lead whoever reads what is public."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db import models
from psycopg.types.json import Jsonb
from wagtail.models import Page

from graphql_api.documents.identity import REDIRECT
from graphql_api.documents.projection import DocumentRow, stated
from graphql_api.documents.reading import READABLE, SITE, Moment, fetch
from graphql_api.documents.references import reference
from graphql_api.documents.richtext import safe_url
from graphql_api.documents.sites import normalised
from graphql_api.documents.tags import KIND, PATH, note, path_of

# For each language that a path may begin with, those in which its page is served, best first; under
# "" for any other path.
Chains = Mapping[str, tuple[str, ...]]

# A link to where pages stand says that one is there, so it is told only while that is true.
TOLD = f"""d.data->>'link' <> '' AND (
  NOT %(chains)s::jsonb ? split_part(d.data->>'link_path', '/', 2)
  OR d.data->>'link_host' <> '' AND d.data->>'link_host' NOT IN (
    SELECT s.data->>'hostname' FROM graphql_api_document s WHERE s.kind = 'Site')
  OR EXISTS (
    SELECT FROM graphql_api_document t
    JOIN graphql_api_document s ON s.kind = 'Site' AND s.site = t.site
    WHERE t.path = d.data->>'link_path' AND (t.expires_at IS NULL OR t.expires_at > %(now)s)
      AND CASE d.data->>'link_host' WHEN '' THEN t.site = {SITE}
        ELSE s.data->>'hostname' = d.data->>'link_host' END))"""

# The page itself, in the language of the old path or the next of its chain.
TARGET = f"""SELECT d.key, d.locale, d.path FROM graphql_api_document d
JOIN jsonb_array_elements_text(COALESCE(
  %(chains)s::jsonb -> split_part(r.old_path, '/', 2), %(chains)s::jsonb -> ''
)) WITH ORDINALITY language (code, rank) ON language.code = d.locale
WHERE {READABLE} AND d.key = r.page AND d.path IS NOT NULL
ORDER BY language.rank LIMIT 1"""

CHANGED = """SELECT max(v.valid_from) FROM graphql_api_version v
WHERE v.valid_to IS NULL
  AND (v.key, v.locale) IN ((r.key, ''), (target.key, COALESCE(target.locale, '')))"""

# Of several redirects from one path that of the site comes first; a page there comes before all.
LEADING = f"""SELECT DISTINCT ON (r.old_path) r.old_path, COALESCE(target.path, r.link) AS leads_to,
  r.permanent, ({CHANGED}) AS changed_at
FROM (
  SELECT d.key, d.site, d.data->>'path' AS old_path, (d.data->>'page')::uuid AS page,
    d.data->>'link' AS link, (d.data->>'permanent')::boolean AS permanent, {TOLD} AS told
  FROM graphql_api_document d WHERE d.kind = 'Redirect' AND {READABLE} AND {{condition}}
) r
LEFT JOIN LATERAL ({TARGET}) target ON TRUE
WHERE (target.path IS NOT NULL OR r.told) AND NOT EXISTS (
  SELECT FROM graphql_api_document d
  WHERE {READABLE} AND d.path = rtrim(r.old_path, '/') || '/')
ORDER BY r.old_path, r.site"""

PAGE = f"""WITH led AS ({LEADING}),
matched AS (SELECT * FROM led
  WHERE %(since)s::timestamptz IS NULL OR changed_at IS NULL OR changed_at >= %(since)s),
total AS (SELECT count(*)::int AS n FROM matched)
SELECT total.n, page.* FROM total LEFT JOIN LATERAL (
  SELECT * FROM matched ORDER BY old_path OFFSET %(start)s LIMIT %(size)s
) page ON TRUE"""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where an old path leads now; changed_at: when it, or what it leads to, changed last."""

    path: str
    to: str
    permanent: bool
    changed_at: datetime | None


def redirect_model() -> type[models.Model] | None:
    """Give Wagtail's redirects, where the host uses them."""
    return apps.get_model(REDIRECT) if apps.is_installed("wagtail.contrib.redirects") else None


def documents(rows: Iterable[Any]) -> list[DocumentRow]:
    """Say those redirects that lead to pages, or to addresses a reader may be sent to."""
    return [
        stated("Redirect", redirect, data, site=redirect.site_id)
        for redirect in rows
        if (data := said(redirect)) is not None
    ]


def said(redirect: Any) -> dict[str, Any] | None:
    """Say where an old path leads; None where it leads nowhere a reader may be sent to."""
    link = "" if redirect.redirect_page_id else redirect.redirect_link
    if not redirect.redirect_page_id and not (link.startswith("/") or safe_url(link)):
        return None
    host, path = place(link)
    return {
        "path": redirect.old_path,
        "page": reference(Page, redirect.redirect_page_id),
        "page_path": redirect.redirect_page_route_path,
        "link": link,
        "link_host": host,
        "link_path": path,
        "permanent": redirect.is_permanent,
    }


def place(link: str) -> tuple[str, str]:
    """Part a link into its host and its path, as documents write paths."""
    parts = urlsplit(link)
    return (parts.hostname or "", normalised(parts.path)) if link else ("", "")


def lead(path: str, chains: Chains, moment: Moment) -> Lead | None:
    """Say where a path leads."""
    note(PATH, [path_of(path)])
    sql = LEADING.format(condition="d.data->>'path' = %(path)s")
    found = fetch(sql, parameters(chains, moment) | {"path": path})
    return Lead(*found[0]) if found else None


def leads(
    chains: Chains, moment: Moment, start: int, size: int, since: datetime | None = None
) -> tuple[int, list[Lead]]:
    """Give how many paths lead somewhere, and some of them: what changed since a moment, if any."""
    note(KIND, ["Redirect"])
    asked = {"start": start, "size": size, "since": since}
    found = fetch(PAGE.format(condition="TRUE"), parameters(chains, moment) | asked)
    return found[0][0], [Lead(*values) for _total, *values in found if values[0] is not None]


def parameters(chains: Chains, moment: Moment) -> dict[str, Any]:
    return {
        **moment.parameters(),
        "chains": Jsonb({code: [*rest] for code, rest in chains.items()}),
    }
