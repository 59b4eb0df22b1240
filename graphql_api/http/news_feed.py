"""The feed of news: the pages published last, as Atom (RFC 4287)."""

import re
from uuid import UUID, uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import require_safe

from graphql_api import conf
from graphql_api.context import chain
from graphql_api.documents.choosing import served
from graphql_api.documents.news import News, newest
from graphql_api.documents.reading import Moment, readable
from graphql_api.documents.rows import Row
from graphql_api.documents.sites import own_address, publisher_name, whole_address
from graphql_api.documents.snapshot import snapshot
from graphql_api.http.site_files import asked_site, file

ATOM = "application/atom+xml"
# XML has no way to write these.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@require_safe
@snapshot()
def news_feed(request: HttpRequest, locale: str | None = None) -> HttpResponse:
    """Give the feed of a language, the site's own unless named; 404 where nothing is released."""
    language = locale or conf.source_language()
    if language not in conf.languages():
        raise Http404
    site, moment = asked_site(request)
    found = newest(language, conf.page_size(), moment)
    if not found:
        raise Http404
    feed = empty_feed(site, language, publisher(site, language, moment))
    for news in found:
        add(feed, site, language, news)
    return file(request, feed.writeString("utf-8"), ATOM)


def publisher(site: Row, language: str, moment: Moment) -> str:
    """Read who publishes a site, as its settings say in a language or the next of its chain."""
    languages = chain(language)
    where = "d.kind = 'SiteSettings' AND d.locale = ANY(%(locales)s)"
    rows = served(readable(where, {"locales": [*languages]}, moment), languages)
    return publisher_name(site, rows[0] if rows else None)


def empty_feed(site: Row, language: str, publisher: str) -> Atom1Feed:
    path = reverse("graphql_api_root:news_feed", args=[language])
    return Atom1Feed(
        title=writable(site.data.get("name") or publisher),
        link=whole_address(site, f"/{language}/"),
        description="",
        language=language,
        author_name=writable(publisher),
        feed_url=own_address(site, path),
        feed_guid=name(site.key, f"news:{language}"),
    )


def add(feed: Atom1Feed, site: Row, language: str, news: News) -> None:
    """Add an entry; its summary is HTML there, so what is plain text is escaped."""
    feed.add_item(
        title=writable(news.title),
        link=whole_address(site, news.path),
        description=escape(writable(news.summary)),
        unique_id=name(news.key, language),
        pubdate=news.published_at,
        updateddate=news.updated_at,
    )


def name(key: str, language: str) -> str:
    """Name a page in a language for good, whatever its address becomes."""
    return uuid5(UUID(key), language).urn


def writable(text: str) -> str:
    return UNWRITABLE.sub("", text)
