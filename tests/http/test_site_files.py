"""The sitemap, the feed of news and robots.txt, as crawlers and feed readers fetch them."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from defusedxml.ElementTree import fromstring
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Site

from graphql_api.http import crawlers
from tests.api.conftest import english, statements
from tests.factories import SiteSettingsFactory, VisionFactory

__all__ = ["english", "statements"]

FILES = ["/sitemap.xml", "/sitemap-1.xml", "/feed.atom", "/de/feed.atom", "/robots.txt"]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ATOM = "{http://www.w3.org/2005/Atom}"
PROGRAMME = "http://localhost/de/stadt-der-zukunft/"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def fetch(client):
    def fetch(path, **headers):
        response = client.get(path, headers=headers)
        assert response.status_code == 200, path
        return response

    return fetch


@pytest.fixture
def published(city, time_machine):
    """Publish the vision, later the project, and the vision once more."""
    time_machine.move_to(NOW, tick=False)
    vision, project = city.vision, city.project
    for page in (vision, project):
        type(page).objects.filter(pk=page.pk).update(first_published_at=None)
        page.first_published_at = None
    vision.summary = "Was <b>wir</b> & Sie wollen"
    for page in (vision, project, vision):
        page.save_revision().publish()
        page.refresh_from_db()
        time_machine.shift(timedelta(hours=1))
    return city


def urls(response):
    """Read a sitemap as the protocol defines it; anything else fails."""
    root = fromstring(response.content)
    assert root.tag == f"{SITEMAP}urlset"
    found = {}
    for url in root:
        assert url.tag == f"{SITEMAP}url"
        loc, *rest = url
        assert loc.tag == f"{SITEMAP}loc"
        assert re.fullmatch(r"https?://[!-~]{1,2040}", loc.text)
        lastmod = [one.text for one in rest if one.tag == f"{SITEMAP}lastmod"]
        assert all(datetime.fromisoformat(one).tzinfo for one in lastmod)
        links = [one.attrib for one in rest if one.tag == LINK]
        assert len(lastmod) + len(links) == len(rest)
        assert len(lastmod) <= 1
        assert all(link.pop("rel") == "alternate" for link in links)
        found[loc.text] = (lastmod, [(link["hreflang"], link["href"]) for link in links])
    return found


def test_the_sitemap_lists_all_pages_with_their_languages(fetch, published, english, statements):
    home = published.programme.get_parent().copy_for_translation(english)
    home.save_revision().publish()
    statements.clear()

    response = fetch("/sitemap.xml")

    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    found = urls(response)
    languages = [
        ("de", "http://localhost/de/"),
        ("en", "http://localhost/en/"),
        ("x-default", "http://localhost/de/"),
    ]
    assert found["http://localhost/en/"] == (["2026-11-23T12:00:00+00:00"], languages)
    assert found["http://localhost/de/"][1] == languages
    assert found[f"{PROGRAMME}koeln-21/"] == (["2026-11-23T11:00:00+00:00"], [])
    assert len(found) == 11
    # The site; its pages.
    assert len(statements) == 2


def test_a_large_sitemap_is_an_index_of_its_parts(fetch, client, city, monkeypatch):
    everything = urls(fetch("/sitemap.xml"))
    monkeypatch.setattr(crawlers, "SIZE", 4)

    index = fromstring(fetch("/sitemap.xml").content)

    assert index.tag == f"{SITEMAP}sitemapindex"
    parts = [loc.text for sitemap in index for loc in sitemap]
    assert parts == [f"http://localhost/sitemap-{number}.xml" for number in (1, 2, 3)]
    pages = [urls(fetch(part.removeprefix("http://localhost"))) for part in parts]
    assert [len(page) for page in pages] == [4, 4, 2]
    assert [*pages[0], *pages[1], *pages[2]] == [*everything]
    for number in ("0", "4", "01", "9999", "10000", "-1", "x"):
        assert client.get(f"/sitemap-{number}.xml").status_code == 404


def entries(response):
    """Read a feed as RFC 4287 demands it; give its own elements and its entries."""
    root = fromstring(response.content)
    assert root.tag == f"{ATOM}feed"
    found = [read(entry) for entry in root.findall(f"{ATOM}entry")]
    for entry in [read(root), *found]:
        assert {"id", "title", "updated"} <= entry.keys()
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", entry["id"])
        assert datetime.fromisoformat(entry["updated"]).tzinfo
    assert "author" in read(root)
    assert len({entry["id"] for entry in found}) == len(found)
    return root, found


def read(element):
    links = {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}
    texts = {one.tag.removeprefix(ATOM): one.text for one in element}
    return texts | {f"{rel} link": href for rel, href in links.items()}


def test_the_feed_tells_what_was_published_the_newest_first(fetch, published, statements):
    SiteSettingsFactory(publisher_name="Stadt Köln")
    statements.clear()

    response = fetch("/de/feed.atom")

    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    # The site; what is new; its settings.
    assert len(statements) == 3
    root, found = entries(response)
    feed = read(root)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert root.find(f"{ATOM}author/{ATOM}name").text == "Stadt Köln"
    assert (feed["title"], feed["updated"]) == ("Stadt Köln", "2026-11-23T11:00:00+00:00")
    assert feed["self link"] == "http://localhost/de/feed.atom"
    assert feed["alternate link"] == "http://localhost/de/"
    project, vision = found[:2]
    assert (project["title"], project["published"]) == (
        "Standortmarke Köln",
        "2026-11-23T10:00:00+00:00",
    )
    del vision["id"]
    assert vision == {
        "title": "Köln 21",
        "alternate link": f"{PROGRAMME}koeln-21/",
        "link": None,
        "published": "2026-11-23T09:00:00+00:00",
        "updated": "2026-11-23T11:00:00+00:00",
        "summary": "Was &lt;b&gt;wir&lt;/b&gt; &amp; Sie wollen",
    }


def test_a_feed_is_in_one_language(fetch, client, published, english):
    assert fetch("/feed.atom").content == fetch("/de/feed.atom").content
    for path in ("/en/feed.atom", "/xx/feed.atom"):
        assert client.get(path).status_code == 404

    home = published.programme.get_parent().copy_for_translation(english)
    home.title = "Home"
    home.save_revision().publish()
    root, found = entries(fetch("/en/feed.atom"))
    assert [entry["title"] for entry in found] == ["Home"]
    assert read(root)["self link"] == "http://localhost/en/feed.atom"


def test_an_entry_keeps_its_name_when_its_address_changes(fetch, published):
    before = entries(fetch("/feed.atom"))[1]
    published.vision.slug = "stadtvision"
    published.vision.save_revision().publish()

    after = entries(fetch("/feed.atom"))[1]

    assert [one["id"] for one in after] == [one["id"] for one in before]
    assert f"{PROGRAMME}stadtvision/" in [one["alternate link"] for one in after]


def test_a_feed_can_write_whatever_an_editor_typed(fetch, published):
    published.vision.title = "Köln\x0b \x1f<21>\uffff"
    published.vision.save_revision(clean=False).publish()

    assert "Köln <21>" in [entry["title"] for entry in entries(fetch("/feed.atom"))[1]]


def test_robots_txt_names_the_sitemap(fetch, city):
    response = fetch("/robots.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow:",
        "",
        "Sitemap: http://localhost/sitemap.xml",
    ]


@pytest.mark.parametrize("path", FILES)
def test_a_file_is_sent_once_while_it_stays_the_same(client, fetch, published, path):
    first = fetch(path)
    headers = {name: first.headers[name] for name in ("ETag", "Cache-Control", "Vary")}
    assert headers["Cache-Control"] == "public, max-age=300"
    assert "X-Site" in headers["Vary"]
    assert first.headers["X-Robots-Tag"] == "noindex"
    assert "Last-Modified" not in first.headers
    assert not first.cookies

    again = client.get(path, headers={"If-None-Match": headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert headers == {name: again.headers[name] for name in headers}
    head = client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == headers["ETag"]


@pytest.mark.parametrize("path", FILES[:4])
def test_a_change_is_sent(client, fetch, published, path):
    tag = fetch(path).headers["ETag"]
    published.vision.unpublish()

    assert client.get(path, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", FILES)
def test_a_file_is_read_alone(client, city, path):
    response = client.post(path)

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", FILES)
def test_a_site_has_files_of_its_own(client, fetch, published, path):
    root = Page.get_first_root_node().add_child(instance=Page(title="Anderswo", slug="anderswo"))
    root.save_revision().publish()
    Site.objects.create(hostname="anderswo.example", port=443, root_page=root)

    text = fetch(path, host="anderswo.example").content.decode()
    assert "https://anderswo.example/" in text
    assert "localhost" not in text
    assert "koeln-21" not in text
    assert fetch(f"{path}?site=anderswo.example").content.decode() == text
    assert client.get(path, headers={"X-Site": "nirgends.example"}).status_code == 404


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def archive(page):
    page.is_archived = True
    page.save_revision().publish()


def expire(page):
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()


@pytest.mark.parametrize("hide", [restrict, archive, expire, Page.unpublish])
@pytest.mark.parametrize("path", FILES[:4])
def test_what_is_hidden_is_in_no_file(fetch, city, path, hide):
    page = VisionFactory(parent=city.programme, title="Geheim")
    page.save_revision().publish()
    page.refresh_from_db()
    assert "geheim" in fetch(path).content.decode().lower()

    hide(page)

    assert "geheim" not in fetch(path).content.decode().lower()


def test_a_draft_in_another_language_is_in_no_file(fetch, published):
    french = Locale.objects.create(language_code="fr")
    published.vision.copy_for_translation(french, copy_parents=True)

    assert "/fr/" not in fetch("/sitemap.xml").content.decode()
