"""Files for crawlers: the sitemap, in parts where a site has many pages, and robots.txt."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from math import ceil
from xml.sax.xmlreader import AttributesImpl

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from graphql_api.documents.rows import Row
from graphql_api.documents.sitemap import Entry, entries
from graphql_api.documents.sites import own_address, whole_address
from graphql_api.documents.snapshot import snapshot
from graphql_api.http.site_files import asked_site, file
from graphql_api.types.hreflang import alternates

# A file has at most 50,000 addresses and 50 MB: with seven languages each this many have 15 MB.
SIZE = 10_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
LINKS = "http://www.w3.org/1999/xhtml"
XML = "application/xml"
NONE: "AttributesImpl[str]" = AttributesImpl({})


@require_safe
@snapshot()
def sitemap(request: HttpRequest) -> HttpResponse:
    """Give all pages, or where the parts of the sitemap are."""
    site, moment = asked_site(request)
    total, found = entries(moment, 0, SIZE)
    if total <= SIZE:
        return file(request, pages(site, found), XML)
    return file(request, index(site, ceil(total / SIZE)), XML)


@require_safe
@snapshot()
def sitemap_part(request: HttpRequest, number: str) -> HttpResponse:
    """Give a part of the sitemap; the first one has the number 1."""
    site, moment = asked_site(request)
    _total, found = entries(moment, (int(number) - 1) * SIZE, SIZE)
    if not found:
        raise Http404
    return file(request, pages(site, found), XML)


@require_safe
@snapshot()
def robots(request: HttpRequest) -> HttpResponse:
    """Say where the sitemap is; what is not for search engines says so itself."""
    site, _moment = asked_site(request)
    address = own_address(site, reverse("graphql_api_root:sitemap"))
    return file(request, f"User-agent: *\nDisallow:\n\nSitemap: {address}\n", "text/plain")


def pages(site: Row, found: list[Entry]) -> str:
    text = StringIO()
    with document(text, "urlset", {"xmlns": NAMESPACE, "xmlns:xhtml": LINKS}) as xml:
        for entry in found:
            page(xml, site, entry)
    return text.getvalue()


def page(xml: SimplerXMLGenerator, site: Row, entry: Entry) -> None:
    xml.startElement("url", NONE)
    xml.addQuickElement("loc", whole_address(site, entry.path))
    if entry.published_at is not None:
        xml.addQuickElement("lastmod", entry.published_at.isoformat())
    for language, href in alternates(entry.locale, entry.paths, site):
        link = {"rel": "alternate", "hreflang": language, "href": href}
        xml.addQuickElement("xhtml:link", attrs=link)
    xml.endElement("url")


def index(site: Row, parts: int) -> str:
    text = StringIO()
    with document(text, "sitemapindex", {"xmlns": NAMESPACE}) as xml:
        for number in range(1, parts + 1):
            path = reverse("graphql_api_root:sitemap_part", args=[number])
            xml.startElement("sitemap", NONE)
            xml.addQuickElement("loc", own_address(site, path))
            xml.endElement("sitemap")
    return text.getvalue()


@contextmanager
def document(
    text: StringIO, root: str, attributes: dict[str, str]
) -> Iterator[SimplerXMLGenerator]:
    xml = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement(root, AttributesImpl(attributes))
    yield xml
    xml.endElement(root)
