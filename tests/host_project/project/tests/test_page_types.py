"""Pages of every type, Wagtail's test apps' and the site's own, are published, found and read."""

import datetime
from typing import Any
from unittest.mock import patch

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import models
from django.test import Client
from wagtail.models import Locale, Page

pytestmark = pytest.mark.django_db

FILLED: dict[type[models.Field], Any] = {
    models.DateField: datetime.date(2026, 1, 2),
    models.EmailField: "a@example.org",
    models.IntegerField: 1,
    models.CharField: "Word",
    models.TextField: "Word",
    models.JSONField: {"any": "thing"},
}
# The types that graphql_types.py gives them; the rest is generic.
TYPES = {
    "blog.BlogPage": "BlogPost",
    "odd.BasePage": "Base",
    "odd.ClutteredPage": "Cluttered",
    "odd.DerivedPage": "Base",
}


def page_models() -> list[type[Page]]:
    found = [model for model in apps.get_models() if issubclass(model, Page)]
    return [model for model in found if model._meta.app_label != "vision_pages"]


def page_of(model: type[Page]) -> Page:
    """Make a page with as little as the database wants."""
    label = model._meta.label
    own = [field for field in model._meta.concrete_fields if is_required(field)]
    slug = label.lower().replace(".", "-")
    page = model(title=label, slug=slug, locale=Locale.get_default(), live=False)
    for field in own:
        setattr(page, field.name, filling(field))
    page.draft_title = page.title
    return page


def is_required(field: models.Field) -> bool:
    is_own = field.model is not Page and not (field.is_relation and field.remote_field.parent_link)
    return is_own and not (field.null or field.blank or field.has_default())


def filling(field: models.Field) -> Any:
    if field.is_relation:
        return field.related_model._base_manager.first()
    return next((value for kind, value in FILLED.items() if isinstance(field, kind)), None)


@pytest.fixture(scope="module")
def pages(home: Page, django_db_blocker: Any) -> dict[str, Page]:
    # What the types themselves ask of an editor is not at stake here.
    with django_db_blocker.unblock(), patch.object(Page, "full_clean"):
        french = Locale.objects.create(language_code="fr")
        index = home.add_child(instance=Page(title="Every type", slug="every-type"))
        ContentType.objects.get_for_models(*page_models())
        made = {model._meta.label: page_of(model) for model in page_models()}
        for page in made.values():
            index.add_child(instance=page)
            page.save_revision(clean=False).publish()
            page.copy_for_translation(french, copy_parents=True).get_latest_revision().publish()
        return made


def expected(pages: dict[str, Page]) -> list[dict[str, Any]]:
    return [
        {
            "__typename": TYPES.get(name, "GenericPage"),
            "type": TYPES.get(name, "GenericPage"),
            "title": page.title,
            "path": f"/en/every-type/{page.slug}/",
            "url": f"http://localhost/en/every-type/{page.slug}/",
            "summary": "Word" if name == "blog.BlogPage" else None,
            "parent": {"title": "Every type"},
        }
        for name, page in pages.items()
    ]


FIELDS = "__typename type title path url summary parent { title }"


def test_there_are_many(pages):
    assert len(pages) >= 85


def test_each_is_read_below_its_parent(ask, pages):
    query = """query ($after: String) { page(by: {path: "/en/every-type/"}) {
      children(first: 100, after: $after) { totalCount nodes { %s } pageInfo { endCursor } }
    } }"""
    first = ask(query % FIELDS).page["children"]
    rest = ask(query % FIELDS, after=first["pageInfo"]["endCursor"]).page["children"]

    assert first["totalCount"] == len(pages)
    assert [*first["nodes"], *rest["nodes"]] == expected(pages)


def test_each_is_read_at_its_address(ask, pages):
    query = "query ($path: String!) { route(path: $path) { ... on PageRoute { page { %s } } } }"

    read = [ask(query % FIELDS, path=page["path"]).route["page"] for page in expected(pages)]

    assert read == expected(pages)


def test_each_is_found(ask, pages):
    query = "query ($title: String!) { search(query: $title) { nodes { title } } }"

    found = {
        page.title: [node["title"] for node in ask(query, title=page.title).search["nodes"]]
        for page in pages.values()
    }

    assert all(title in titles for title, titles in found.items())


def test_each_is_in_the_feed_of_changes(ask, pages):
    titles, after, more = [], None, True
    while more:
        feed = ask(
            """query ($after: String) { changes(first: 100, after: $after) {
              nodes { node { ... on Page { title } } } pageInfo { endCursor hasNextPage }
            } }""",
            after=after,
        ).changes
        titles += [change["node"]["title"] for change in feed["nodes"] if change["node"]]
        after, more = feed["pageInfo"]["endCursor"], feed["pageInfo"]["hasNextPage"]

    assert {page.title for page in pages.values()} <= {*titles}


def test_each_is_read_in_its_translation(ask, pages):
    query = """query ($path: String!) { page(by: {path: $path}) {
      __typename title language { locale alternates { locale path } }
    } }"""

    read = [ask(query, path=f"/fr/every-type/{page.slug}/").page for page in pages.values()]

    assert read == [
        {
            "__typename": TYPES.get(name, "GenericPage"),
            "title": page.title,
            "language": {
                "locale": "fr",
                "alternates": [
                    {"locale": "en", "path": f"/en/every-type/{page.slug}/"},
                    {"locale": "fr", "path": f"/fr/every-type/{page.slug}/"},
                ],
            },
        }
        for name, page in pages.items()
    ]


def test_crawlers_find_each(pages):
    sitemap = Client().get("/sitemap.xml").content.decode()

    paths = [f"/en/every-type/{page.slug}/" for page in pages.values()]
    assert [path for path in paths if f"<loc>http://localhost{path}</loc>" not in sitemap] == []


def test_stored_is_rebuilt(pages):
    call_command("documents", "verify")
