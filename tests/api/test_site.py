"""A site and what every page of it needs, as the API gives it."""

import pytest
from wagtail.models import Site

from tests.factories import ContactPointFactory, SiteSettingsFactory

SITE = """query($hostname: String) { site(hostname: $hostname) { name hostname
  locales { code name translatedName dir isSource fallbacks }
  settings { publisherName newsletterText newsletterUrl accessibilityFeedbackEmail
    socialProfiles { name url }
    imprintPage { title } privacyPage { title } accessibilityPage { title }
    easyLanguagePage { title } signLanguagePage { title } defaultContact { name }
    mainNavigation { label url page { title } children { label url page { title } } }
    footerNavigation { label } } } }"""


def entry(**values):
    return {"label": "", "page": None, "url": ""} | values


def test_a_site_says_what_every_page_needs(ask, city, statements):
    SiteSettingsFactory(
        publisher_name="Stadt Köln",
        newsletter_text="Neues",
        newsletter_url="https://example.org/newsletter",
        accessibility_feedback_email="barriere@example.org",
        social_profiles=[("profile", {"name": "Mastodon", "url": "https://example.org/@koeln"})],
        imprint_page=city.programme,
        privacy_page=city.vision,
        accessibility_page=city.project,
        easy_language_page=city.history,
        sign_language_page=city.entry,
        default_contact=ContactPointFactory(name="Amt"),
        main_navigation=[
            ("item", entry(page=city.programme, children=[entry(page=city.vision, label="Köln")])),
            ("item", entry(label="Stadt", url="https://example.org/", children=[])),
        ],
        footer_navigation=[("item", entry(label="Impressum", page=city.programme, children=[]))],
    )

    answer = ask(SITE)["data"]["site"]

    locales = answer.pop("locales")
    assert locales[0] == {
        "code": "de",
        "name": "Deutsch",
        "translatedName": "Deutsch",
        "dir": "LTR",
        "isSource": True,
        "fallbacks": [],
    }
    assert {one["code"]: one["dir"] for one in locales}["ar"] == "RTL"
    assert [one["code"] for one in locales if not one["isSource"]] == [
        "de-simple",
        "en",
        "tr",
        "fr",
        "uk",
        "ar",
    ]
    assert answer == {
        "name": Site.objects.get().site_name or None,
        "hostname": "localhost",
        "settings": {
            "publisherName": "Stadt Köln",
            "newsletterText": "Neues",
            "newsletterUrl": "https://example.org/newsletter",
            "accessibilityFeedbackEmail": "barriere@example.org",
            "socialProfiles": [{"name": "Mastodon", "url": "https://example.org/@koeln"}],
            "imprintPage": {"title": "Stadt der Zukunft"},
            "privacyPage": {"title": "Köln 21"},
            "accessibilityPage": {"title": "Standortmarke Köln"},
            "easyLanguagePage": {"title": "Leitbild im Wandel"},
            "signLanguagePage": {"title": "Das erste Leitbild entsteht"},
            "defaultContact": {"name": "Amt"},
            "mainNavigation": [
                {
                    "label": None,
                    "url": None,
                    "page": {"title": "Stadt der Zukunft"},
                    "children": [{"label": "Köln", "url": None, "page": {"title": "Köln 21"}}],
                },
                {"label": "Stadt", "url": "https://example.org/", "page": None, "children": []},
            ],
            "footerNavigation": [{"label": "Impressum"}],
        },
    }
    # The site; its settings; what they name.
    assert len(statements) == 3


def test_a_site_by_its_host_name(ask, city):
    Site.objects.create(hostname="vision.example", site_name="Vision", root_page=city.vision)

    assert ask(SITE, hostname="vision.example")["data"]["site"]["name"] == "Vision"
    assert ask(SITE, hostname="nirgends.example") == {"data": {"site": None}}
    assert ask(SITE, hostname="kein Name") == {"data": {"site": None}}
    assert ask(SITE, {"host": "nirgends.example"})["data"]["site"]["hostname"] == "localhost"


PLACE = """{ site { name hostname } route(path: "/de/") {
  ... on PageRoute { page { title } } } }"""


@pytest.fixture
def ports(city):
    """Three sites with one host name, each with a port and a root of its own."""
    roots = {80: city.programme, 8080: city.vision, 8443: city.history}
    for port, root in roots.items():
        Site.objects.create(
            hostname="stadt.example", port=port, site_name=str(port), root_page=root
        )
    return {str(port): root.title for port, root in roots.items()}


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("stadt.example", "80"),
        ("stadt.example:80", "80"),
        ("stadt.example:8080", "8080"),
        ("STADT.example:8443", "8443"),
        ("stadt.example:9000", "80"),
    ],
)
@pytest.mark.parametrize("header", ["host", "x-site"])
def test_sites_with_one_host_name_are_told_apart_by_their_ports(ask, ports, header, host, name):
    answer = ask(PLACE, {header: host})["data"]

    site = {"name": name, "hostname": "stadt.example"}
    assert answer == {"site": site, "route": {"page": {"title": ports[name]}}}
    query = "query($host: String) { site(hostname: $host) { name } }"
    assert ask(query, host=host)["data"]["site"]["name"] == name


@pytest.mark.parametrize("port", ["x", "9" * 6, "9" * 5000])
def test_a_port_that_is_none_names_no_site_of_its_own(ask, ports, port):
    query = "query($host: String) { site(hostname: $host) { name } }"

    assert ask(query, host=f"stadt.example:{port}")["data"]["site"] in (None, {"name": "80"})


def test_the_default_site_answers_for_a_host_that_no_site_has(ask, ports):
    assert ask(PLACE, {"host": "anders.example:8080"})["data"]["site"]["hostname"] == "localhost"
    assert ask(PLACE, {"x-site": "anders.example"})["data"]["site"] is None


def test_a_page_that_is_given_up_takes_the_site_from_no_other(ask, city):
    """Both wait for the same site when the first becomes null."""
    answer = ask(
        """{ page(by: {path: "/de/stadt-der-zukunft/"}) {
               seo { canonicalUrl } children(first: 101) { totalCount } }
             programme { seo { canonicalUrl } } }"""
    )

    address = "http://localhost/de/stadt-der-zukunft/"
    assert [error["path"] for error in answer["errors"]] == [["page", "children"]]
    assert answer["data"] == {"page": None, "programme": {"seo": {"canonicalUrl": address}}}
