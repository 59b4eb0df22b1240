"""Navigation: what an editor put together, what the tree shows, and where in it the reader is."""

import pytest

from tests.factories import SiteSettingsFactory, StageFactory

NAVIGATION = """query($handle: NavigationHandle!, $locale: LocaleCode, $path: String) { site {
  navigation(handle: $handle, locale: $locale, activePath: $path) { ...Entry
    children { ...Entry children { ...Entry } } } } }
fragment Entry on NavigationEntry { label href isCurrent isActive page { title } }"""
PROGRAMME = "/de/stadt-der-zukunft/"
VISION = f"{PROGRAMME}koeln-21/"


@pytest.fixture
def navigation(ask):
    def navigation(handle, locale=None, path=None):
        answer = ask(NAVIGATION, handle=handle, locale=locale, path=path)
        assert "errors" not in answer
        return answer["data"]["site"]["navigation"]

    return navigation


def stored(**values):
    return {"label": "", "page": None, "url": ""} | values


def item(**values):
    return ("item", {"children": []} | stored(**values))


def entry(label, href, title=None, children=(), *, current=False, active=False):
    return {
        "label": label,
        "href": href,
        "page": title and {"title": title},
        "isCurrent": current,
        "isActive": active,
        "children": [*children],
    }


def leaf(*args, **kwargs):
    found = entry(*args, **kwargs)
    del found["children"]
    return found


def test_a_navigation_says_where_it_leads_and_where_the_reader_is(navigation, city, statements):
    below = [stored(page=city.vision, label="Köln"), stored(url="https://example.org/", label="Da")]
    SiteSettingsFactory(
        main_navigation=[
            item(page=city.programme, children=below),
            item(page=city.project),
            item(page=city.programme.get_parent(), label="Start"),
        ],
        footer_navigation=[item(url="https://example.org/", label="Stadt")],
    )
    StageFactory(parent=city.vision, title="Jetzt")

    assert navigation("MAIN", path=f"{VISION}jetzt") == [
        entry(
            "Stadt der Zukunft",
            PROGRAMME,
            "Stadt der Zukunft",
            [
                entry("Köln", VISION, "Köln 21", active=True),
                entry("Da", "https://example.org/"),
            ],
            active=True,
        ),
        entry(city.project.title, f"{PROGRAMME}projekte/standortmarke-koeln/", city.project.title),
        entry("Start", "/de/", city.programme.get_parent().title),
    ]
    # The site; its settings; the pages.
    assert len(statements) == 3
    assert navigation("FOOTER") == [entry("Stadt", "https://example.org/")]


@pytest.mark.parametrize("path", ["/de/", "de", "/de/?a=1", "/%64e"])
def test_the_home_page_is_active_where_the_reader_is_there(navigation, city, path):
    home = city.programme.get_parent()
    SiteSettingsFactory(main_navigation=[item(page=home), item(page=city.programme)])

    found = navigation("MAIN", path=path)

    assert [(one["isCurrent"], one["isActive"]) for one in found] == [(True, True), (False, False)]


def test_an_entry_is_active_where_one_below_it_is_the_page(navigation, city):
    SiteSettingsFactory(
        main_navigation=[item(page=city.project, children=[stored(page=city.vision)])]
    )

    [found] = navigation("MAIN", path=VISION)

    assert (found["isCurrent"], found["isActive"]) == (False, True)
    assert found["children"][0]["isCurrent"]


def test_a_path_that_only_begins_alike_is_another(navigation, city):
    SiteSettingsFactory(main_navigation=[item(page=city.vision)])

    assert [one["isActive"] for one in navigation("MAIN", path=f"{VISION[:-1]}-alt/")] == [False]


def test_what_leads_nowhere_is_not_there(navigation, city):
    SiteSettingsFactory(
        main_navigation=[item(page=city.vision, children=[stored(page=city.project)])],
        imprint_page=city.vision,
        privacy_page=city.programme,
    )
    city.vision.unpublish()

    assert navigation("MAIN") == []
    assert [one["label"] for one in navigation("LEGAL")] == ["Stadt der Zukunft"]


def test_legal_pages(navigation, city):
    SiteSettingsFactory(
        imprint_page=city.history, privacy_page=city.vision, accessibility_page=city.programme
    )

    assert navigation("LEGAL", path=VISION) == [
        entry(city.history.title, f"{PROGRAMME}leitbild-im-wandel/", city.history.title),
        entry("Köln 21", VISION, "Köln 21", current=True, active=True),
        entry("Stadt der Zukunft", PROGRAMME, "Stadt der Zukunft", active=True),
    ]


@pytest.mark.parametrize("handle", ["MAIN", "FOOTER", "LEGAL", "MENU"])
def test_a_site_without_settings_has_no_navigation(navigation, city, handle):
    assert navigation(handle) == []


def shown(page):
    page.show_in_menus = True
    page.save_revision().publish()


def test_a_menu_is_the_tree_of_pages_that_are_shown_in_menus(navigation, city, statements):
    for page in (city.programme, city.administration, city.vision, city.second):
        shown(page)
    shown(city.entry)  # Its parent is not shown, so it has no place in the menu.
    city.administration.is_archived = True
    shown(city.administration)
    statements.clear()

    found = navigation("MENU", path=VISION)

    second = leaf("Zweite", f"{VISION}zweite/", "Zweite")
    vision = entry("Köln 21", VISION, "Köln 21", [second], current=True, active=True)
    assert found == [
        entry("Stadt der Zukunft", PROGRAMME, "Stadt der Zukunft", [vision], active=True)
    ]
    # The site; the menu.
    assert len(statements) == 2


def test_a_menu_in_another_language_falls_back_page_by_page(navigation, city, english):
    shown(city.programme)
    shown(city.vision)
    city.programme.get_parent().copy_for_translation(english).save_revision().publish()
    translation = city.programme.copy_for_translation(english)
    translation.title, translation.slug = "City of the future", "future"
    translation.show_in_menus = True
    translation.save_revision().publish()

    [found] = navigation("MENU", "en", "/en/future/")

    assert (found["label"], found["isCurrent"]) == ("City of the future", True)
    assert [one["href"] for one in found["children"]] == [VISION]


def test_languages_have_names_in_each_other(ask, city):
    query = (
        "query($locale: LocaleCode) { site { locales { name translatedName(locale: $locale) } } }"
    )

    def names(locale):
        found = ask(query, locale=locale)["data"]["site"]["locales"]
        return {one["name"]: one["translatedName"] for one in found}

    assert names("en") == {
        "Deutsch": "German",
        "Leichte Sprache": "Leichte Sprache",
        "English": "English",
        "Türkçe": "Turkish",
        "Français": "French",
        "Українська": "Ukrainian",
        "العربية": "Arabic",
    }
    assert names("tr")["Deutsch"] == "Almanca"
    assert names(None)["Türkçe"] == "Türkisch"


def test_a_language_that_django_does_not_know_keeps_its_name(ask, city, settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("de", "Deutsch"), ("gsg", "DGS")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES

    found = ask("{ site { locales { name translatedName } } }")["data"]["site"]["locales"]

    assert found[-1] == {"name": "DGS", "translatedName": "DGS"}
