"""The site that is asked about, and the address at which its pages stand.

Until frontends are registered, that is the address of Wagtail's site: this is the one place that
decides it.
"""

from django.utils.encoding import iri_to_uri, uri_to_iri

from graphql_api.documents.reading import SITE, Moment, readable
from graphql_api.documents.rows import Row

HERE = f"d.kind = 'Site' AND d.site = {SITE}"
SCHEMES = {80: "http", 443: "https"}


def site_of(moment: Moment) -> Row | None:
    """Give the site that is asked about at a moment."""
    found = readable(HERE, {}, moment)
    return found[0] if found else None


def base_address(site: Row) -> str:
    """Give scheme and host of a site's pages, `https://stadt.example`; port 443 means TLS."""
    hostname, port = site.data["hostname"], site.data["port"]
    return f"{SCHEMES[port]}://{hostname}" if port in SCHEMES else f"http://{hostname}:{port}"


def whole_address(site: Row, path: str) -> str:
    """Give the whole address of a path of a site, in the letters that addresses have."""
    return str(iri_to_uri(f"{base_address(site)}{path}"))


def publisher_name(site: Row, settings: Row | None) -> str:
    """Say who publishes a site: as its settings name them, else by the name of the site."""
    named = settings.data.get("publisher_name") if settings else ""
    return str(named or site.data.get("name") or site.data["hostname"])


def normalised(path: str) -> str:
    """Write a path as documents do: in letters, not in percent signs, without query, in slashes."""
    bare = uri_to_iri(path.partition("?")[0].partition("#")[0]).strip("/")
    return f"/{bare}/" if bare else "/"
