"""What crawlers are told of a site: its pages, and where its old paths lead."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site

from graphql_api.documents.identity import source_of
from graphql_api.documents.refresh import refresh
from tests.committing import stamp
from vision_pages.models import VisionPage

SITEMAP = """query($first: Int, $after: String, $host: String) { site(hostname: $host) {
  sitemap(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { loc path lastmod alternates { hreflang href } } edges { cursor node { path } } } } }"""
REDIRECTS = """query($first: Int, $after: String, $since: DateTime) { site {
  redirects(first: $first, after: $after, changedSince: $since) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { path to permanent changedAt } edges { cursor node { path } } } } }"""
ROUTE = "query($path: String!) { route(path: $path) { ... on RedirectRoute { to permanent } } }"
PROGRAMME = "/de/stadt-der-zukunft/"
VISION = f"{PROGRAMME}koeln-21/"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def sitemap(ask):
    def sitemap(**variables):
        answer = ask(SITEMAP, **variables)
        assert "errors" not in answer
        return answer["data"]["site"]["sitemap"]

    return sitemap


@pytest.fixture
def redirects(ask):
    """Give where old paths lead, as both ways to ask tell it."""

    def redirects(**variables):
        answer = ask(REDIRECTS, **variables)
        assert "errors" not in answer
        found = answer["data"]["site"]["redirects"]
        for one in found["nodes"]:
            said = {"to": one["to"], "permanent": one["permanent"]}
            assert ask(ROUTE, path=one["path"])["data"]["route"] == said
        return found

    return redirects


def test_a_sitemap_lists_all_pages_in_the_order_of_the_tree(sitemap, city, statements):
    found = sitemap()

    assert [one["path"] for one in found["nodes"]] == [
        "/de/",
        PROGRAMME,
        VISION,
        f"{VISION}erste/",
        f"{VISION}zweite/",
        f"{PROGRAMME}verwaltung/",
        f"{PROGRAMME}projekte/",
        f"{PROGRAMME}projekte/standortmarke-koeln/",
        f"{PROGRAMME}leitbild-im-wandel/",
        f"{PROGRAMME}leitbild-im-wandel/das-erste-leitbild-entsteht/",
    ]
    assert (found["totalCount"], found["pageInfo"]["hasNextPage"]) == (10, False)
    # The site; its pages.
    assert len(statements) == 2


def test_a_sitemap_is_read_in_pages(sitemap, city, statements):
    everything = [one["path"] for one in sitemap()["nodes"]]
    found, after = [], None
    for _ in range(4):
        page = sitemap(first=3, after=after)
        found += [one["node"]["path"] for one in page["edges"]]
        after = page["pageInfo"]["endCursor"]

    assert found == everything
    beyond = sitemap(first=3, after=after)
    assert (beyond["nodes"], beyond["totalCount"]) == ([], 10)
    assert page["edges"][-1]["cursor"] == after


@pytest.mark.parametrize(("first", "code"), [(101, "PAGE_SIZE_EXCEEDED"), (-1, "INVALID_ARGUMENT")])
def test_too_large_a_page_is_refused(ask, city, first, code):
    for query in (SITEMAP, REDIRECTS):
        [error] = ask(query, first=first)["errors"]
        assert error["extensions"]["code"] == code


def test_a_page_is_listed_once_for_each_released_language(sitemap, city, time_machine):
    time_machine.move_to(NOW, tick=False)
    for code in ("en", "de-simple", "tr"):
        locale = Locale.objects.get_or_create(language_code=code)[0]
        home = city.programme.get_parent().copy_for_translation(locale)
        if code != "tr":
            home.save_revision().publish()

    found = {one["path"]: one for one in sitemap()["nodes"]}

    languages = [
        {"hreflang": "de", "href": "http://localhost/de/"},
        {"hreflang": "en", "href": "http://localhost/en/"},
        {"hreflang": "x-default", "href": "http://localhost/de/"},
    ]
    assert found["/en/"] == {
        "loc": "http://localhost/en/",
        "path": "/en/",
        "lastmod": "2026-11-23T09:00:00+00:00",
        "alternates": languages,
    }
    assert found["/de/"]["alternates"] == languages
    assert found["/de-simple/"]["alternates"] == found[VISION]["alternates"] == []
    assert "/tr/" not in found


def archive(page):
    page.is_archived = True
    page.save_revision().publish()


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def expire(page):
    page.expire_at = timezone.now() - timedelta(hours=1)
    page.save()


@pytest.mark.parametrize("hide", [archive, restrict, expire, Page.unpublish])
def test_what_is_hidden_or_archived_is_not_listed(sitemap, city, hide):
    hide(city.administration)

    assert f"{PROGRAMME}verwaltung/" not in [one["path"] for one in sitemap()["nodes"]]


def test_another_site_has_a_sitemap_of_its_own(sitemap, city):
    root = Page.get_first_root_node().add_child(instance=Page(title="Anderswo", slug="anderswo"))
    Site.objects.create(hostname="anderswo.example", port=443, root_page=root)

    found = sitemap(host="anderswo.example")

    assert [one["loc"] for one in found["nodes"]] == ["https://anderswo.example/de/"]


def test_redirects_say_where_old_paths_lead(redirects, city, statements):
    Redirect.objects.create(old_path="/de/alt", redirect_page_id=city.vision.pk)
    Redirect.objects.create(
        old_path="/alt", redirect_link="https://example.org/?a=1", is_permanent=False
    )
    Redirect.objects.create(old_path="/de/intern", redirect_link=f"{VISION}?a=1#b")
    Redirect.objects.create(old_path="/de/datei", redirect_link="/documents/1/plan.pdf")

    found = redirects()

    assert [(one["path"], one["to"], one["permanent"]) for one in found["nodes"]] == [
        ("/alt", "https://example.org/?a=1", False),
        ("/de/alt", VISION, True),
        ("/de/datei", "/documents/1/plan.pdf", True),
        ("/de/intern", f"{VISION}?a=1#b", True),
    ]
    assert found["totalCount"] == 4
    statements.clear()
    page = redirects(first=1, after=found["edges"][1]["cursor"])
    assert [one["path"] for one in page["nodes"]] == ["/de/datei"]
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (4, True)
    # The site; its redirects. The route of the one: the path and the redirect; where that leads.
    assert len(statements) == 4


def test_a_redirect_leads_to_the_language_of_the_old_path(redirects, city, english):
    city.programme.get_parent().copy_for_translation(english).save_revision().publish()
    translation = city.programme.copy_for_translation(english)
    translation.slug = "future"
    translation.save_revision().publish()
    for path in ("/en/alt", "/tr/alt", "/alt", "/en/vision"):
        page = city.vision if path.endswith("vision") else city.programme
        Redirect.objects.create(old_path=path, redirect_page_id=page.pk)

    found = {one["path"]: one["to"] for one in redirects()["nodes"]}

    assert found == {
        "/en/alt": "/en/future/",
        "/tr/alt": PROGRAMME,
        "/alt": PROGRAMME,
        "/en/vision": VISION,
    }


def test_of_two_redirects_that_of_the_site_is_told(redirects, city):
    Redirect.objects.create(old_path="/de/alt", redirect_link="https://alle.example/")
    Redirect.objects.create(
        old_path="/de/alt", redirect_link="https://eine.example/", site=Site.objects.get()
    )

    found = redirects()

    assert [one["to"] for one in found["nodes"]] == ["https://eine.example/"]
    assert found["totalCount"] == 1


def test_where_a_page_stands_nothing_leads_away(redirects, city):
    Redirect.objects.create(old_path=VISION.rstrip("/"), redirect_link="https://example.org/")

    assert redirects()["nodes"] == []


LINKS = [
    VISION,
    VISION.rstrip("/"),
    f"{VISION}?a=1",
    f"{VISION}#b",
    VISION.replace("koeln", "%6boeln"),
    f"http://localhost{VISION}",
    f"https://LOCALHOST:8000{VISION}",
    f"//localhost{VISION}",
]


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("hide", [None, restrict, expire, Page.unpublish])
def test_a_link_to_a_page_is_told_while_the_page_is(redirects, ask, city, link, hide):
    Redirect.objects.create(old_path="/de/alt", redirect_link=link)
    if hide:
        hide(VisionPage.objects.get(pk=city.vision.pk))

    told = {one["to"] for one in redirects()["nodes"]}

    assert told == (set() if hide else {link})
    assert ask(ROUTE, path="/de/alt")["data"]["route"] == (
        {} if hide else {"to": link, "permanent": True}
    )


def test_a_path_below_a_language_at_which_nothing_stands_is_not_told(redirects, city):
    Redirect.objects.create(old_path="/de/alt", redirect_link="/de/nirgends/")
    Redirect.objects.create(old_path="/de/fremd", redirect_link="https://example.org/de/nirgends/")

    assert [one["path"] for one in redirects()["nodes"]] == ["/de/fremd"]


def test_redirects_that_changed_since_a_moment(redirects, city):
    Redirect.objects.create(old_path="/de/alt", redirect_page_id=city.vision.pk)
    Redirect.objects.create(old_path="/de/fern", redirect_link="https://example.org/")
    stamp()
    changed = {one["path"]: one["changedAt"] for one in redirects()["nodes"]}
    last = max(map(datetime.fromisoformat, changed.values()))

    def since(moment):
        return [one["path"] for one in redirects(since=moment.isoformat())["nodes"]]

    assert since(last) == ["/de/alt", "/de/fern"]
    assert since(last + timedelta(microseconds=1)) == []
    VisionPage.objects.filter(pk=city.vision.pk).update(title="Anders")
    refresh([source_of(city.vision)])
    stamp()
    assert since(last + timedelta(microseconds=1)) == ["/de/alt"]


@pytest.mark.parametrize("since", ["gestern", "2021-13-01"])
def test_a_moment_that_is_none_is_refused(ask, city, since):
    [error] = ask(REDIRECTS, since=since)["errors"]

    assert error["extensions"]["code"] == "VALIDATION_ERROR"


def test_the_past_has_a_sitemap_and_redirects_of_its_own(ask, city):
    Redirect.objects.create(old_path="/de/alt", redirect_page_id=city.vision.pk)
    query = "{ site { sitemap { totalCount } redirects { nodes { to } } } }"
    before = {"totalCount": 10}, [{"to": VISION}]

    def told(**headers):
        found = ask(query, headers)["data"]["site"]
        return found and (found["sitemap"], found["redirects"]["nodes"])

    stamp()
    moment = timezone.now().isoformat()
    assert told(**{"X-As-Of": moment}) == before
    assert told(**{"X-As-Of": "2009-01-01"}) is None
    city.vision.slug = "stadtvision"
    city.vision.save_revision().publish()
    assert told()[1] == [{"to": f"{PROGRAMME}stadtvision/"}]
    assert told(**{"X-As-Of": moment}) == before
