"""A site and what every page of it needs, as the API gives it."""

from wagtail.models import Site

from tests.factories import ContactPointFactory, SiteSettingsFactory

SITE = """query($hostname: String) { site(hostname: $hostname) { name hostname
  locales { code name dir isSource fallbacks }
  settings { newsletterText newsletterUrl accessibilityFeedbackEmail
    socialProfiles { name url }
    imprintPage { title } privacyPage { title } accessibilityPage { title }
    easyLanguagePage { title } signLanguagePage { title } defaultContact { name }
    mainNavigation { label url page { title } children { label url page { title } } }
    footerNavigation { label } } } }"""


def entry(**values):
    return {"label": "", "page": None, "url": ""} | values


def test_a_site_says_what_every_page_needs(ask, city, statements):
    SiteSettingsFactory(
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
    assert ask(SITE, {"host": "nirgends.example"})["data"]["site"]["hostname"] == "localhost"
