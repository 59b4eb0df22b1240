"""Pages have the addresses of the frontend that gives them, for readers, crawlers and editors."""

import pytest
from django.core.cache import cache
from wagtail.models import Page, Site

from graphql_api.documents import verification
from graphql_api.frontends.models import Frontend
from tests.factories import ProgrammeFactory

ADDRESSES = """query($path: String!) { page(by: {path: $path}) {
  url seo { canonicalUrl jsonLd head { tag attributes } } } }"""


@pytest.fixture
def frontend(city) -> Frontend:
    return Frontend.objects.create(name="Stadt", base_address="https://www.stadt.example/zukunft/")


def path(page) -> str:
    return f"/de/{page.url_path.split('/', 2)[2]}"


def addresses(ask, page) -> list[str]:
    found = ask(ADDRESSES, path=path(page))["data"]["page"]
    links = {
        one["attributes"]["rel"]: one["attributes"]["href"]
        for one in found["seo"]["head"]
        if one["tag"] == "link"
    }
    assert links["canonical"] == found["url"]
    return [found["url"], found["seo"]["canonicalUrl"]]


def test_pages_have_the_addresses_of_a_frontend(ask, city, frontend):
    expected = f"https://www.stadt.example/zukunft{path(city.vision)}"

    assert addresses(ask, city.vision) == [expected, expected]
    assert city.vision.full_url == expected
    assert city.vision.get_url() == city.vision.url == expected


def test_one_that_gives_none_changes_nothing(ask, city, frontend):
    Frontend.objects.all().delete()
    before = addresses(ask, city.vision)
    Frontend.objects.create(name="App", base_address="https://app.example", gives_addresses=False)

    assert addresses(ask, city.vision) == before
    assert before[0].startswith("http://localhost/de/")
    assert city.vision.url.startswith("/de/")


def test_each_language_may_have_its_own(ask, city, frontend):
    frontend.languages = ["en"]
    frontend.save()
    german = Frontend.objects.create(
        name="Deutsch", base_address="https://de.stadt.example", languages=["de", "de-simple"]
    )

    assert addresses(ask, city.vision)[0] == f"https://de.stadt.example{path(city.vision)}"
    german.delete()
    assert addresses(ask, city.vision)[0].startswith("http://localhost/")


def test_each_site_may_have_its_own(ask, city, frontend):
    other = Site.objects.create(
        hostname="andere.example", root_page=ProgrammeFactory(parent=Page.get_first_root_node())
    )
    frontend.sites.add(other)

    assert addresses(ask, city.vision)[0].startswith("http://localhost/")
    assert other.root_page.full_url.startswith("https://www.stadt.example/zukunft/")
    frontend.sites.add(Site.objects.get(is_default_site=True))
    assert addresses(ask, city.vision)[0].startswith("https://www.stadt.example/zukunft/")


def test_documents_follow_each_change(city, frontend):
    frontend.base_address = "https://neu.example"
    frontend.save()
    assert [*verification.differences()] == []
    frontend.sites.set(Site.objects.all())
    assert [*verification.differences()] == []
    frontend.delete()
    assert [*verification.differences()] == []


def test_crawlers_find_pages_there_and_files_here(client, city, frontend):
    sitemap = client.get("/sitemap.xml").content.decode()
    robots = client.get("/robots.txt").content.decode()
    feed = client.get("/de/feed.atom").content.decode()

    assert f"<loc>https://www.stadt.example/zukunft{path(city.vision)}</loc>" in sitemap
    assert "http://localhost" not in sitemap
    assert "Sitemap: http://localhost/sitemap.xml" in robots
    assert 'href="https://www.stadt.example/zukunft/de/"' in feed
    assert 'href="http://localhost/de/feed.atom"' in feed


def test_to_machines_a_site_has_one_beginning(ask, city, frontend):
    found = ask(ADDRESSES, path=path(city.vision))["data"]["page"]["seo"]["jsonLd"]

    assert '"@id":"https://www.stadt.example/zukunft/#publisher"' in found


def test_the_admin_leads_there(admin_client, city, frontend):
    page = admin_client.get(f"/admin/pages/{city.vision.pk}/edit/").content.decode()

    assert f'href="https://www.stadt.example/zukunft{path(city.vision)}"' in page


def test_addresses_are_looked_up_once(city, frontend, django_assert_num_queries):
    cache.clear()
    page = city.vision.specific
    assert page.full_url

    with django_assert_num_queries(0):
        assert page.full_url


def test_the_server_needs_no_route_for_pages(admin_client, ask, city, frontend, settings):
    settings.ROOT_URLCONF = "tests.frontends.headless_urls"
    frontend.preview_address = "https://www.stadt.example/vorschau?p={path}"
    frontend.save()
    page = read(city.vision)
    expected = f"https://www.stadt.example/zukunft{path(page)}"

    assert (page.url, page.full_url) == (expected, expected)
    assert addresses(ask, page) == [expected, expected]
    editor = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f'href="{expected}"' in editor
    shown = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert shown["Location"] == f"https://www.stadt.example/vorschau?p={path(page)}"
    home = page.get_site().root_page
    assert home.full_url == "https://www.stadt.example/zukunft/de/"
    Frontend.objects.all().delete()
    assert read(city.vision).full_url is None


def read(page):
    return type(page).objects.get(pk=page.pk)
