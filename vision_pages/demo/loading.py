"""Loading the demo: once, and whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page, Site

from vision_pages import models
from vision_pages.demo.languages import (
    English,
    begin_other_languages,
    easy_german,
    translatable,
)
from vision_pages.demo.library import fill_library, stored_files
from vision_pages.demo.pages import link, number_of_pages, pages
from vision_pages.demo.texts import content
from vision_pages.demo.values import made
from vision_pages.overview.checking import check

Say = Callable[[str], None]


class SiteIsNotEmpty(Exception):
    """The site has content of its own, among which the demo's would be lost."""


def is_loaded() -> bool:
    return models.ProgrammePage.objects.exists()


def load(say: Say) -> None:
    """Load everything, and tell `say` how far it is."""
    with stored_files() as files, transaction.atomic():
        if Page.objects.count() > 2:  # the root, and the page that greets in a new site
            raise SiteIsNotEmpty
        call_command("create_locales", verbosity=0)
        say("Images and documents …")
        fill_library(files)
        publish_terms()
        for page in counted(pages(), number_of_pages(), "Pages", say):
            if isinstance(page, models.ProgrammePage):
                make_root(page)
        link()
        programme = models.ProgrammePage.objects.get()
        easy_german(programme)
        publish_site_settings()
        english, rows = English(), translatable()
        for row in counted(rows, len(rows), "English", say):
            english.translate(row)
        begin_other_languages(programme)
        check()


def counted(rows: Iterable[Any], total: int, what: str, say: Say) -> Iterator[Any]:
    """Pass rows on, and say at every tenth how many there were."""
    for number, row in enumerate(rows, start=1):
        if number % 10 == 0 or number == total:
            say(f"{what}: {number} of {total}")
        yield row


def publish_terms() -> None:
    for name, entries in content("terms").items():
        for values in entries:
            publish(made(getattr(models, name), values))


def publish(snippet: Any) -> None:
    snippet.live = False
    snippet.save()
    snippet.save_revision().publish()


def make_root(programme: Page) -> None:
    """Let the site begin with the programme, and not with Wagtail's greeting."""
    site = Site.objects.get(is_default_site=True)
    greeting, site.root_page = site.root_page, programme
    site.hostname, site.site_name = "localhost", programme.title
    site.save()
    greeting.delete()


def publish_site_settings() -> None:
    row = made(models.SiteSettings, content("site"))
    row.site = Site.objects.get(is_default_site=True)
    publish(row)
