"""What publishing a page at another address would write: what stands below it, and redirects."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid5

from django.conf import settings

from graphql_api.documents import redirects
from graphql_api.documents.identity import key_of, parsed
from graphql_api.documents.models import Document
from graphql_api.documents.projection import DocumentRow, finished
from graphql_api.previews.models import Draft
from graphql_api.previews.rows import hide, write, write_moved


def move(draft: Draft, own: DocumentRow) -> None:
    """Write what moves with a page, if its address is another than the public one."""
    known = Document.objects.filter(source=own.source, locale=own.locale).first()
    if known is None or known.path == own.path or not known.path or not own.path:
        return
    write_moved(draft, own, known.path)
    model: Any = redirects.redirect_model()
    if model is not None and getattr(settings, "WAGTAILREDIRECTS_AUTO_CREATE", True):
        left = Document.objects.filter(
            site=known.site, locale=known.locale, path__startswith=known.path
        ).values_list("path", "source")
        redirect(draft, known.site, {model.normalise_path(path): one for path, one in left})


def redirect(draft: Draft, site: int | None, sources: dict[str, str]) -> None:
    """Write a redirect from each old path, as Wagtail does, in the place of those there."""
    model: Any = redirects.redirect_model()
    before = model.objects.filter(automatically_created=True, site=site, old_path__in=sources)
    hide(draft, "Redirect", map(key_of, before))
    write(draft, finished(made(draft, site, sources)))


def made(draft: Draft, site: int | None, sources: dict[str, str]) -> Iterator[DocumentRow]:
    """Say redirects that are not there yet, from paths to pages."""
    model: Any = redirects.redirect_model()
    for path, source in sources.items():
        unsaved = model(old_path=path, site_id=site, redirect_page_id=parsed(source)[1])
        for row in redirects.documents([unsaved]):
            yield replace(row, key=str(uuid5(draft.id, path)))
