"""The site that is asked about, and the addresses at which it and its pages stand.

Pages stand in the frontend that gives them their addresses, else where Wagtail's site is: this is
the one place that decides it.
"""

from django.utils.encoding import iri_to_uri, uri_to_iri

from graphql_api.documents.reading import SITE, Moment, readable
from graphql_api.documents.rows import Row
from graphql_api.frontends.addresses import chosen

HERE = f"d.kind = 'Site' AND d.site = {SITE}"
SCHEMES = {80: "http", 443: "https"}


def site_of(moment: Moment) -> Row | None:
    """Give the site that is asked about at a moment."""
    found = readable(HERE, {}, moment)
    return found[0] if found else None


def own_base(site: Row) -> str:
    """Give scheme and host of the site itself, `https://stadt.example`; port 443 means TLS."""
    hostname, port = site.data["hostname"], site.data["port"]
    return f"{SCHEMES[port]}://{hostname}" if port in SCHEMES else f"http://{hostname}:{port}"


def own_address(site: Row, path: str) -> str:
    """Give the whole address of what the site itself serves, such as its sitemap."""
    return str(iri_to_uri(f"{own_base(site)}{path}"))


def base_address(site: Row, language: str) -> str:
    """Give the address behind which the paths of pages in a language follow."""
    return chosen(site.data.get("addresses") or (), language) or own_base(site)


def whole_address(site: Row, path: str) -> str:
    """Give the whole address of a page by its path, in the letters that addresses have."""
    language = path.split("/")[1] if path.startswith("/") else ""
    return str(iri_to_uri(f"{base_address(site, language)}{path}"))


def publisher_name(site: Row, settings: Row | None) -> str:
    """Say who publishes a site: as its settings name them, else by the name of the site."""
    named = settings.data.get("publisher_name") if settings else ""
    return str(named or site.data.get("name") or site.data["hostname"])


def normalised(path: str) -> str:
    """Write a path as documents do: in letters, not in percent signs, without query, in slashes."""
    bare = uri_to_iri(path.partition("?")[0].partition("#")[0]).strip("/")
    return f"/{bare}/" if bare else "/"
