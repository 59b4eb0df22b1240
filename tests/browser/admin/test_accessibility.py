"""axe finds nothing of ours in the admin.

It reads whole pages, in light and dark. What Wagtail, wagtail-localize and their widgets draw
themselves, and axe does not like, is named below by rule and element; no template, script or style
of ours makes such elements. What is found is taken away from that list, and nothing may be left of
it in the end: it cannot hide more than there is, and goes when its faults are mended there.
"""

from collections.abc import Iterator
from itertools import zip_longest

from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.admin.walk import addresses, elsewhere, views, walked
from tests.browser.axe import findings
from tests.browser.tasks.editor import Editor

NOT_OURS = (
    # Draftail and the table's editor have no names, a field of tags neither.
    ("aria-input-field-name", ".public-DraftEditor-content"),
    ("label", "#HandsontableCopyPaste"),
    ("label", "ul.tagit input"),
    ("region", "#HandsontableCopyPaste"),
    # Two blocks of a kind have one name.
    ("landmark-unique", "section.w-panel--nested"),
    ("scrollable-region-focusable", ".w-minimap__list"),
    # Forms of snippets have no heading of the first level.
    ("page-has-heading-one", "html:has(form[data-edit-form])"),
    # wagtail-localize's editor.
    ("color-contrast", ".js-translation-editor h3"),
)
SCHEMES = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}

# What lies in tabs and panels that are closed is read too.
REVEAL = """() => {
  for (const part of document.querySelectorAll("[role=tabpanel], .w-panel__content")) {
    part.hidden = false;
  }
  for (const part of document.querySelectorAll("details")) part.open = true;
}"""


def read(
    page: Page, *more_not_ours: tuple[str, str]
) -> Iterator[tuple[str, list[str], set[tuple[str, str]]]]:
    """Yield for each scheme what axe finds in an open page, and what of that is not ours."""
    page.evaluate(REVEAL)
    for scheme, options in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        yield scheme, *findings(page, (*NOT_OURS, *more_not_ours), **options)


def opened(editor: Editor, to_walk: list[str]) -> Iterator[tuple[str, Page]]:
    """Open each address, in a second tab already while the one before it is looked at."""
    here, there = tabs = editor.page, editor.page.context.new_page()
    urls = [editor.server + address for address in to_walk]
    start(here, urls[0])
    for address, url, following in zip_longest(to_walk, urls, urls[1:]):
        here.wait_for_url(url)
        if following:
            start(there, following)
        yield address, here
        here, there = there, here
    tabs[1].close()


def start(tab: Page, url: str) -> None:
    tab.evaluate("url => { setTimeout(() => { location = url }) }", url)


def test_axe_finds_nothing_of_ours_in_any_view(city, more, at_work):
    editor = at_work("Administration")
    to_walk = addresses(city, more)
    assert views() - {walked(address) for address in to_walk} - elsewhere() == set()

    editor.goes("")
    # The checklist stays open beside each form that has one.
    editor.page.evaluate("localStorage.setItem('wagtail:side-panel-open', 'readiness')")
    found, not_ours = {}, set()
    for address, page in opened(editor, to_walk):
        if (checklist := page.locator(".vision-pages-readiness")).count():
            expect(checklist.filter(visible=True).first).to_be_visible()
        for scheme, ours, others in read(page):
            found[scheme, address] = ours
            not_ours |= others

    assert {place: said for place, said in found.items() if said} == {}
    assert not_ours == set(NOT_OURS)


def test_axe_would_find_something(city, at_work):
    editor = at_work("Administration")
    editor.goes(reverse("frontends:tokens", args=[city.frontend.pk]).removeprefix("/admin/"))
    editor.page.evaluate("document.querySelector('main label').remove()")

    found = [{one.partition(":")[0] for one in ours} for _scheme, ours, _ in read(editor.page)]
    assert found == [{"label", "label-title-only"}, set()]
