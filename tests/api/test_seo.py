"""What search engines and social networks are told of a page."""

import json
from datetime import UTC, datetime

import pytest
from wagtail.models import Locale, Page, PageViewRestriction, Site

from graphql_api.documents.rendition_tasks import prepare
from graphql_api.types.hreflang import hreflang
from tests import pictures
from tests.factories import (
    LeitbildEntryFactory,
    ParticipationEventFactory,
    ProjectFactory,
    SiteSettingsFactory,
)

PAGE = """query($path: String!) { page(by: {path: $path}) {
  url seo { title description canonicalUrl robots image { src } jsonLd
    head { tag attributes content } } } }"""
HEAD = """query($key: ID!, $locale: LocaleCode) {
  page(by: {translationKey: $key}, locale: $locale) {
    url seo { canonicalUrl head { tag attributes } } } }"""
ROOT = "http://localhost/de/"
PROGRAMME = f"{ROOT}stadt-der-zukunft/"
VISION = f"{PROGRAMME}koeln-21/"
ENGLISH = "http://localhost/en/stadt-der-zukunft/cologne-21/"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
# What schema.org or search engines need to make something of a node.
REQUIRED = {
    "CreativeWork": {"@id", "url", "name", "inLanguage", "publisher"},
    "WebPage": {"@id", "url", "name", "inLanguage", "publisher"},
    "CollectionPage": {"@id", "url", "name", "inLanguage", "publisher", "mainEntity"},
    "GovernmentOrganization": {"@id", "name", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"numberOfItems", "itemListElement"},
    "ListItem": {"position", "name"},
    "Event": {
        "name",
        "startDate",
        "eventStatus",
        "eventAttendanceMode",
        "organizer",
    },
    "Place": {"name"},
    "VirtualLocation": {"url"},
    "GeoCoordinates": {"latitude", "longitude"},
}


def published(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def translated(page, code, **values):
    """Publish a page in another language, with all pages above it."""
    locale = Locale.objects.get_or_create(language_code=code)[0]
    for above in page.get_ancestors().filter(depth__gt=1).specific():
        if not above.has_translation(locale):
            published(above.copy_for_translation(locale))
    return published(page.copy_for_translation(locale), **values)


@pytest.fixture
def seo(ask):
    def seo(path):
        answer = ask(PAGE, path=path)
        assert "errors" not in answer
        return answer["data"]["page"]["seo"]

    return seo


@pytest.fixture
def graph(seo):
    """Give the nodes of a page's JSON-LD, by their types."""

    def graph(path):
        document = json.loads(seo(path)["jsonLd"])
        assert document["@context"] == "https://schema.org"
        assert missing(document["@graph"]) == []
        found = {}
        for node in document["@graph"]:
            found.setdefault(node["@type"], []).append(node)
        return found

    return graph


def missing(value):
    """Name what nodes lack, wherever they stand."""
    inside = value.values() if isinstance(value, dict) else value
    found = [one for part in inside if isinstance(part, dict | list) for one in missing(part)]
    if isinstance(value, dict) and "@type" in value:
        found += [(value["@type"], name) for name in REQUIRED[value["@type"]] - value.keys()]
    return found


def meta(**attributes):
    return {"tag": "meta", "attributes": attributes, "content": None}


def link(**attributes):
    return {"tag": "link", "attributes": attributes, "content": None}


def test_a_page_gives_its_head_ready_to_be_rendered(ask, city, time_machine):
    time_machine.move_to(NOW, tick=False)
    image = pictures.image((1300, 800), title="Dom")
    prepare(image.pk)
    vision = city.vision
    vision.hero_image, vision.hero_alt = image, 'Der "Dom" & mehr'
    published(vision, seo_title="Köln <21>", search_description="Für die Suche", summary="Kurz")
    Site.objects.update(site_name="Stadt der Zukunft")
    Site.objects.get().save()
    translated(vision, "en", slug="cologne-21")

    answer = ask(PAGE, path="/de/stadt-der-zukunft/koeln-21/")["data"]["page"]

    file = image.renditions.get(filter_spec__contains="1200x630").url
    preview = f"http://testserver{file}"
    first = vision.first_published_at.replace(microsecond=0).isoformat()
    *tags, script = answer["seo"].pop("head")
    assert answer == {
        "url": VISION,
        "seo": {
            "title": "Köln <21>",
            "description": "Für die Suche",
            "canonicalUrl": VISION,
            "robots": "index, follow",
            "image": {"src": preview},
            "jsonLd": script["content"],
        },
    }
    assert tags == [
        {"tag": "title", "attributes": {}, "content": "Köln <21>"},
        meta(name="description", content="Für die Suche"),
        meta(name="robots", content="index, follow"),
        link(rel="canonical", href=VISION),
        link(rel="alternate", hreflang="de", href=VISION),
        link(rel="alternate", hreflang="en", href=ENGLISH),
        link(rel="alternate", hreflang="x-default", href=VISION),
        meta(property="og:type", content="article"),
        meta(property="og:title", content="Köln <21>"),
        meta(property="og:description", content="Für die Suche"),
        meta(property="og:url", content=VISION),
        meta(property="og:site_name", content="Stadt der Zukunft"),
        meta(property="article:published_time", content=first),
        meta(property="article:modified_time", content="2026-11-23T09:00:00+00:00"),
        meta(property="og:image", content=preview),
        meta(property="og:image:width", content="1200"),
        meta(property="og:image:height", content="630"),
        meta(property="og:image:alt", content='Der "Dom" & mehr'),
        meta(name="twitter:card", content="summary_large_image"),
    ]
    assert (script["tag"], script["attributes"]) == ("script", {"type": "application/ld+json"})


def test_a_page_without_much_has_a_head_too(seo, city):
    city.programme.add_child(instance=Page(title="Einfach", slug="einfach"))

    *tags, _script = seo("/de/stadt-der-zukunft/einfach/")["head"]

    address = f"{PROGRAMME}einfach/"
    assert tags == [
        {"tag": "title", "attributes": {}, "content": "Einfach"},
        meta(name="robots", content="index, follow"),
        link(rel="canonical", href=address),
        meta(property="og:type", content="website"),
        meta(property="og:title", content="Einfach"),
        meta(property="og:url", content=address),
        meta(name="twitter:card", content="summary"),
    ]


def test_an_archived_page_stays_out_of_search_engines(seo, city):
    published(city.vision, is_archived=True)

    found = seo("/de/stadt-der-zukunft/koeln-21/")

    assert found["robots"] == "noindex, follow"
    assert meta(name="robots", content="noindex, follow") in found["head"]


def alternates(ask, page, locale):
    found = ask(HEAD, key=str(page.translation_key), locale=locale)["data"]["page"]
    links = [one["attributes"] for one in found["seo"]["head"] if "hreflang" in one["attributes"]]
    return found["seo"]["canonicalUrl"], [(one["hreflang"], one["href"]) for one in links]


def test_all_languages_name_each_other(ask, city):
    english = translated(city.vision, "en", slug="cologne-21")
    turkish = translated(city.vision, "tr", slug="koeln-21-tr")
    draft = city.vision.copy_for_translation(
        Locale.objects.get_or_create(language_code="fr")[0], copy_parents=True
    )

    named = [
        ("de", VISION),
        ("en", ENGLISH),
        ("tr", "http://localhost/tr/stadt-der-zukunft/koeln-21-tr/"),
        ("x-default", VISION),
    ]
    for page, locale in ((city.vision, "de"), (english, "en"), (turkish, "tr")):
        canonical, found = alternates(ask, page, locale)
        assert (canonical, found) == (dict(named)[locale], named)
    assert not draft.live


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("hide", [restrict, Page.unpublish])
def test_a_language_that_is_hidden_is_named_nowhere(ask, city, hide):
    hide(translated(city.vision, "en", slug="cologne-21"))

    assert alternates(ask, city.vision, "de") == (VISION, [])


def test_a_fallback_is_canonical_where_it_stands(ask, city):
    canonical, found = alternates(ask, city.vision, "tr")

    assert (canonical, found) == (VISION, [])


def test_easy_german_is_a_page_of_its_own_that_search_engines_have_no_name_for(ask, city):
    easy = translated(city.vision, "de-simple", slug="koeln-21-einfach")
    translated(city.vision, "en", slug="cologne-21")

    canonical, found = alternates(ask, easy, "de-simple")
    assert canonical == "http://localhost/de-simple/stadt-der-zukunft/koeln-21-einfach/"
    assert found == []
    _canonical, found = alternates(ask, city.vision, "de")
    assert [language for language, _address in found] == ["de", "en", "x-default"]
    languages = ask("""{ page(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) {
      language { alternates { locale } } } }""")["data"]["page"]["language"]["alternates"]
    assert [one["locale"] for one in languages] == ["de", "de-simple", "en"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", "de"),
        ("pt-br", "pt-BR"),
        ("zh-hans", "zh-Hans"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("de-simple", None),
        ("es-419", None),
        ("gsg", None),
    ],
)
def test_a_language_as_search_engines_write_it(code, expected):
    assert hreflang(code) == expected


def test_a_work_says_what_it_is_and_who_publishes_it(graph, city, time_machine):
    time_machine.move_to(NOW, tick=False)
    profile = {"name": "Mastodon", "url": "https://example.org/@koeln"}
    SiteSettingsFactory(publisher_name="Stadt Köln", social_profiles=[("profile", profile)])
    published(city.vision, start_date="2019", end_date="2020-10")

    found = graph("/de/stadt-der-zukunft/koeln-21/")

    publisher = {"@id": "http://localhost/#publisher"}
    first = city.vision.first_published_at.replace(microsecond=0).isoformat()
    assert found == {
        "CreativeWork": [
            {
                "@type": "CreativeWork",
                "@id": VISION,
                "url": VISION,
                "name": "Köln 21",
                "description": "Kurz gesagt.",
                "inLanguage": "de",
                "datePublished": first,
                "dateModified": "2026-11-23T09:00:00+00:00",
                "temporalCoverage": "2019/2020-10",
                "isPartOf": {"@id": PROGRAMME},
                "publisher": publisher,
            }
        ],
        "GovernmentOrganization": [
            {
                "@type": "GovernmentOrganization",
                **publisher,
                "name": "Stadt Köln",
                "url": "http://localhost/",
                "sameAs": ["https://example.org/@koeln"],
            }
        ],
        "BreadcrumbList": [
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    item(1, city.programme.get_parent().title, item=ROOT),
                    item(2, "Stadt der Zukunft", item=PROGRAMME),
                    item(3, "Köln 21", item=VISION),
                ],
            }
        ],
    }


def item(position, name, **address):
    return {"@type": "ListItem", "position": position, "name": name, **address}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"start_date": "2019"}, "2019/.."),
        ({"start_date": "2019", "end_date": "2019"}, "2019/2019"),
        ({}, "2020-12-01/2021-04-30"),
    ],
)
def test_when_a_work_was_is_said_as_far_as_is_known(graph, city, values, expected):
    published(city.vision, **values)

    [work] = graph("/de/stadt-der-zukunft/koeln-21/")["CreativeWork"]
    assert work["temporalCoverage"] == expected


def test_an_entry_of_the_history_says_its_date(graph, city):
    published(city.entry, date="2003-12", end_date="2004")

    [work] = graph("/de/stadt-der-zukunft/leitbild-im-wandel/das-erste-leitbild-entsteht/")[
        "CreativeWork"
    ]
    assert work["temporalCoverage"] == "2003-12/2004"


def test_the_root_is_on_the_way_to_nothing(graph, city):
    assert graph("/de/").keys() == {"WebPage", "GovernmentOrganization"}


def test_an_index_lists_its_projects(graph, city):
    ProjectFactory(parent=city.index, title="Zweites", serves=[city.vision])
    archived = ProjectFactory(parent=city.index, title="Altes", serves=[city.vision])
    published(archived, is_archived=True)

    [page] = graph("/de/stadt-der-zukunft/projekte/")["CollectionPage"]

    index = f"{PROGRAMME}projekte/"
    assert page["mainEntity"] == {
        "@type": "ItemList",
        "numberOfItems": 2,
        "itemListElement": [
            item(1, "Standortmarke Köln", url=f"{index}standortmarke-koeln/"),
            item(2, "Zweites", url=f"{index}zweites/"),
        ],
    }


def test_the_history_lists_its_entries_by_date(graph, city):
    published(city.entry, date="2009")
    LeitbildEntryFactory(parent=city.history, title="Davor", date="2003")

    [page] = graph("/de/stadt-der-zukunft/leitbild-im-wandel/")["CollectionPage"]

    names = [one["name"] for one in page["mainEntity"]["itemListElement"]]
    assert names == ["Davor", "Das erste Leitbild entsteht"]


def event(**values):
    said = {
        "title": "Treffen",
        "starts_at": datetime(2021, 4, 6, 16, tzinfo=UTC),
        "participation_url": "",
    }
    return ParticipationEventFactory.build(**said | values)


def test_a_stage_says_how_people_take_part(graph, city):
    online = event(
        title="Umfrage",
        description="Drei Fragen",
        attendance_mode="online",
        participation_url="https://example.org/umfrage",
        ends_at=datetime(2021, 4, 20, 22, tzinfo=UTC),
        languages=["de", "gsg"],
        all_day=True,
    )
    mixed = event(
        attendance_mode="mixed",
        participation_url="",
        venue_name="Rathaus",
        address="Rathausplatz 2, Köln",
        latitude="50.938",
        longitude="6.959",
        cancelled=True,
    )
    nowhere = event(title="Rundgang", attendance_mode="onsite")
    for one in (online, mixed, nowhere):
        one.locale = city.first.locale
    city.first.participation_events.set([online, mixed, nowhere])
    published(city.first)

    found = {
        one.pop("name"): one for one in graph("/de/stadt-der-zukunft/koeln-21/erste/")["Event"]
    }

    address = f"{VISION}erste/"
    common = {"@type": "Event", "url": address, "organizer": {"@id": "http://localhost/#publisher"}}
    assert {one.pop("@id").partition("#")[0] for one in found.values()} == {address}
    assert found == {
        "Umfrage": common
        | {
            "description": "Drei Fragen",
            "startDate": "2021-04-06",
            "endDate": "2021-04-21",
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
            "location": [{"@type": "VirtualLocation", "url": "https://example.org/umfrage"}],
            "inLanguage": ["de", "gsg"],
        },
        "Treffen": common
        | {
            "startDate": "2021-04-06T18:00:00+02:00",
            "eventStatus": "https://schema.org/EventCancelled",
            "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
            "location": [
                {"@type": "VirtualLocation", "url": address},
                {
                    "@type": "Place",
                    "name": "Rathaus",
                    "address": "Rathausplatz 2, Köln",
                    "geo": {"@type": "GeoCoordinates", "latitude": 50.938, "longitude": 6.959},
                },
            ],
        },
        "Rundgang": common
        | {
            "startDate": "2021-04-06T18:00:00+02:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        },
    }


EVIL = "</script><!-- <script>&\u2028"


def test_nothing_ends_the_script_before_its_end(seo, city):
    published(city.vision, title=EVIL)
    SiteSettingsFactory(publisher_name=EVIL)

    text = seo("/de/stadt-der-zukunft/koeln-21/")["jsonLd"]

    assert {"<", ">", "&", "\u2028"} & {*text} == set()
    assert "\\u003c/script\\u003e\\u003c!--" in text
    work, publisher, _way = json.loads(text)["@graph"]
    assert work["name"] == publisher["name"] == EVIL


def test_an_address_is_written_in_the_letters_that_addresses_have(seo, city):
    city.programme.add_child(instance=Page(title="Müll", slug="müll"))

    assert seo("/de/stadt-der-zukunft/müll/")["canonicalUrl"] == f"{PROGRAMME}m%C3%BCll/"


@pytest.mark.parametrize(
    ("port", "root"),
    [
        (80, "http://stadt.example"),
        (443, "https://stadt.example"),
        (8000, "http://stadt.example:8000"),
    ],
)
def test_addresses_are_those_of_the_site_whoever_is_asked(ask, city, port, root):
    site = Site.objects.get()
    site.hostname, site.port = "stadt.example", port
    site.save()

    page = ask(HEAD, {"host": "innen.example:9000"}, key=str(city.programme.translation_key))

    found = page["data"]["page"]
    address = f"{root}/de/stadt-der-zukunft/"
    assert (found["url"], found["seo"]["canonicalUrl"]) == (address, address)


def test_a_head_needs_one_level_of_references(ask, city, statements):
    ask("{ visions { nodes { url seo { head { tag } } } } }")

    # The visions; their sites, settings, images, languages and the pages above.
    assert len(statements) == 2
