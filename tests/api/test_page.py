"""What every page says, of whatever type."""

from datetime import UTC, datetime

import pytest
from wagtail.models import Page

from graphql_api.types.node import GlobalId
from tests.factories import ContactPointFactory, DocumentFactory, ImageFactory
from vision_pages.models.archive import set_archived

PAGE = """query($path: String!) { page(by: {path: $path}) {
  __typename id type title slug summary path url translationKey isArchived
  publishedAt firstPublishedAt
  seo { title description } image { alt }
  language { locale requested tag dir isFallback alternates { locale tag path title } }
  parent { title } ancestors { title } breadcrumbs { title } siblings { title }
  children(first: 1) {
    totalCount nodes { title } edges { cursor node { title } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
  ... on Content { body { type } contacts { name } signLanguageVideos { duration } }
} }"""


def test_a_page_says_who_and_where_it_is(ask, city, home, time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 9, tzinfo=UTC), tick=False)
    vision = city.vision
    vision.hero_image, vision.hero_alt = ImageFactory(), "Der Dom"
    vision.seo_title, vision.search_description = "Köln 2021", "Für die Suche"
    vision.contacts.set([ContactPointFactory(name="Amt")])
    vision.body = [("heading", {"text": "Ziele", "level": "h2"})]
    video = {"file": DocumentFactory(), "duration": 90}
    vision.sign_language_video = [("video", video)]
    vision.is_archived = True
    vision.save_revision().publish()
    path, key = "/de/stadt-der-zukunft/koeln-21/", str(vision.translation_key)

    answer = ask(PAGE, path=path)["data"]["page"]

    first = answer["children"]["pageInfo"]["startCursor"]
    assert answer == {
        "__typename": "Vision",
        "id": str(GlobalId("Vision", key, "de")),
        "type": "Vision",
        "title": "Köln 21",
        "slug": "koeln-21",
        "summary": "Kurz gesagt.",
        "path": path,
        "url": f"http://localhost{path}",
        "translationKey": key,
        "isArchived": True,
        "publishedAt": "2026-11-23T09:00:00+00:00",
        "firstPublishedAt": vision.first_published_at.replace(microsecond=0).isoformat(),
        "seo": {"title": "Köln 2021", "description": "Für die Suche"},
        "image": {"alt": "Der Dom"},
        "language": {
            "locale": "de",
            "requested": "de",
            "tag": "de",
            "dir": "LTR",
            "isFallback": False,
            "alternates": [{"locale": "de", "tag": "de", "path": path, "title": "Köln 21"}],
        },
        "parent": {"title": "Stadt der Zukunft"},
        "ancestors": [{"title": home.title}, {"title": "Stadt der Zukunft"}],
        "breadcrumbs": [
            {"title": home.title},
            {"title": "Stadt der Zukunft"},
            {"title": "Köln 21"},
        ],
        "siblings": [
            {"title": title} for title in ("Köln 21", "Verwaltung", "Projekte", city.history.title)
        ],
        "children": {
            "totalCount": 2,
            "nodes": [{"title": "Erste"}],
            "edges": [{"cursor": first, "node": {"title": "Erste"}}],
            "pageInfo": {
                "hasNextPage": True,
                "hasPreviousPage": False,
                "startCursor": first,
                "endCursor": first,
            },
        },
        "body": [{"type": "heading"}],
        "contacts": [{"name": "Amt"}],
        "signLanguageVideos": [{"duration": 90}],
    }


def test_a_page_of_a_foreign_type_says_it_too(ask, city):
    page = city.programme.add_child(instance=Page(title="Einfach", slug="einfach"))

    answer = ask(PAGE, path="/de/stadt-der-zukunft/einfach/")["data"]["page"]

    assert (answer["__typename"], answer["type"]) == ("GenericPage", "GenericPage")
    assert answer["translationKey"] == str(page.translation_key)
    assert (answer["summary"], answer["image"]) == (None, None)
    assert answer["seo"] == {"title": "Einfach", "description": None}
    assert [one["title"] for one in answer["ancestors"]][-1] == "Stadt der Zukunft"


@pytest.mark.parametrize(
    ("name", "type_name"),
    [
        ("programme", "Programme"),
        ("vision", "Vision"),
        ("first", "Stage"),
        ("index", "ProjectIndex"),
        ("project", "Project"),
        ("history", "LeitbildHistory"),
        ("entry", "LeitbildEntry"),
    ],
)
def test_each_page_type_is_a_type_of_its_own(ask, city, statements, name, type_name):
    page = getattr(city, name)
    path = f"/de/{page.url_path.split('/', 2)[2]}"

    answer = ask(PAGE, path=path)["data"]["page"]

    assert (answer["__typename"], answer["title"], answer["path"]) == (type_name, page.title, path)
    # The page; all that it names.
    assert len(statements) == 2


def test_below_an_archived_page_everything_is_still_read(ask, city):
    set_archived(city.vision, None, archived=True)
    query = """query($path: String!) { page(by: {path: $path}) { isArchived
      children { totalCount nodes { title isArchived } } ... on Vision { stages { title } } }
      programme { visions { title } children { nodes { title } } } }"""

    answer = ask(query, path="/de/stadt-der-zukunft/koeln-21/")["data"]

    stages = ["Erste", "Zweite"]
    assert answer == {
        "page": {
            "isArchived": True,
            "children": {
                "totalCount": 2,
                "nodes": [{"title": title, "isArchived": True} for title in stages],
            },
            "stages": [{"title": title} for title in stages],
        },
        "programme": {
            "visions": [{"title": "Verwaltung"}],
            "children": {
                "nodes": [
                    {"title": title} for title in ("Verwaltung", "Projekte", city.history.title)
                ]
            },
        },
    }


def test_children_of_one_type(ask, city):
    query = """{ programme { projects: children(type: ["ProjectIndex"]) { nodes { title } }
      none: children(type: ["Nothing"]) { totalCount }
      last: children(last: 1) { nodes { title } pageInfo { hasPreviousPage } } } }"""

    assert ask(query) == {
        "data": {
            "programme": {
                "projects": {"nodes": [{"title": "Projekte"}]},
                "none": {"totalCount": 0},
                "last": {
                    "nodes": [{"title": city.history.title}],
                    "pageInfo": {"hasPreviousPage": True},
                },
            }
        }
    }
