"""The languages of a page as `hreflang` names them for search engines."""

import re
from collections.abc import Mapping

from graphql_api import conf
from graphql_api.documents.rows import Row
from graphql_api.documents.sites import whole_address

# A language, a script, a country: search engines know no variants, such as that of `de-simple`.
KNOWN = re.compile(r"(?P<language>[a-z]{2})(-(?P<script>[a-z]{4}))?(-(?P<country>[a-z]{2}))?")
DEFAULT = "x-default"


def hreflang(code: str) -> str | None:
    """Write a language for search engines; None for one that they do not know."""
    found = KNOWN.fullmatch(code.lower())
    if found is None:
        return None
    script, country = found["script"] or "", found["country"] or ""
    return "-".join(filter(None, (found["language"], script.title(), country.upper())))


def alternates(locale: str, paths: Mapping[str, str], site: Row) -> list[tuple[str, str]]:
    """Give `hreflang` and address of all languages of a page, and last of the default one.

    locale: that of the page which names them. paths: where it stands in its released languages.
    Each of them gives the same list, as search engines trust no other; a page in a language that
    they do not know, or in one only, gives none.
    """
    named = {
        tag: whole_address(site, paths[code])
        for code in conf.languages()
        if code in paths and (tag := hreflang(code))
    }
    if len(named) < 2 or hreflang(locale) is None:
        return []
    source = hreflang(conf.source_language()) or ""
    default = [(DEFAULT, named[source])] if source in named else []
    return [*named.items(), *default]
