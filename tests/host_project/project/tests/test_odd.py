"""Pages and blocks as odd as Wagtail lets them be are published and read."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from odd.models import ArchivePage, BasePage, ClutteredPage, DerivedPage, HiddenPage, LinkPage
from wagtail.models import Page

from tests.conftest import published

pytestmark = pytest.mark.django_db

BODY = """{ page(by: {path: "/en/odd/cluttered/"}) { __typename ... on Cluttered {
  body { __typename type ... on UnknownBlock { raw } }
} } }"""

WORDS = {"type": "text", "text": "Words", "marks": []}
LINK = {"type": "link", "target": {"page": None}, "children": [WORDS]}
RICH = {"type": "root", "children": [{"type": "paragraph", "children": [LINK]}]}


@pytest.fixture(scope="module")
def odd(home: Page, django_db_blocker: Any) -> Page:
    with django_db_blocker.unblock():
        return published(home, Page(title="Odd", slug="odd"))


def blocks(public: Page, draft: Page) -> list[tuple[str, Any, Any]]:
    """Give blocks as they are stored, and what the API says of them."""
    user = get_user_model().objects.create(username="somebody")
    key = str(public.translation_key)
    cells = [{"type": "text", "value": "Deep", "id": "c"}]
    columns = [{"type": "page", "heading": "Page"}, {"type": "text", "heading": "Text"}]
    return [
        ("raising", {"text": "Word"}, {}),
        ("renamed", "*Word*", {}),
        (
            "nested",
            {"rows": [{"type": "item", "value": {"cells": cells}, "id": "r"}]},
            {
                "rows": [
                    {
                        "cells": [{"type": "text", "value": {"value": "Deep"}, "id": "c"}],
                        "id": "r",
                    }
                ]
            },
        ),
        ("heading", "Words", {"value": "Words"}),
        ("image", "No image", {"value": "No image"}),
        ("rule", None, {"value": None}),
        ("rich", '<p><a linktype="page" id="0">Words</a></p>', {"value": RICH}),
        ("page", public.pk, {"value": key}),
        ("page", draft.pk, {"value": None}),
        ("page", 999_999, {"value": None}),
        ("user", user.pk, {"value": None}),
        ("list", ["old", "format"], {"value": ["old", "format"]}),
        (
            "table",
            {
                "columns": columns,
                "rows": [{"values": [public.pk, "a"]}, {"values": [draft.pk, "b"]}],
                "caption": "Where",
            },
            {
                "value": {
                    "columns": columns,
                    "rows": [{"values": [key, "a"]}, {"values": [None, "b"]}],
                    "caption": "Where",
                }
            },
        ),
        ("gone", "A block that left the stream", None),
    ]


def test_every_block_arrives_whatever_the_others_do(ask, odd):
    draft = odd.add_child(instance=Page(title="Draft", slug="draft", live=False))
    stored = blocks(odd, draft)
    page = published(odd, ClutteredPage(title="Cluttered", slug="cluttered"))
    raw = [{"type": name, "value": value} for name, value, _said in stored]
    ClutteredPage.objects.filter(pk=page.pk).update(body=raw)
    ClutteredPage.objects.get(pk=page.pk).save(clean=False)

    assert ask(BODY).page == {
        "__typename": "Cluttered",
        "body": [
            {"__typename": "UnknownBlock", "type": name, "raw": said}
            for name, _value, said in stored
            if said is not None
        ],
    }


@pytest.mark.parametrize("model", [HiddenPage, LinkPage, ArchivePage])
def test_a_page_that_is_odd_itself_follows_its_publication(ask, odd, model):
    query = """query ($path: String!) { route(path: $path) {
      __typename ... on PageRoute { page { __typename title seo { canonicalUrl } } }
    } }"""
    page = published(odd, model(title="Odd one", slug="one"))
    path = "/en/odd/one/"
    url = f"http://localhost{path}"

    assert ask(query, path=path).route == {
        "__typename": "PageRoute",
        "page": {"__typename": "GenericPage", "title": "Odd one", "seo": {"canonicalUrl": url}},
    }
    assert ask(query, path=f"{path}below/").route == {"__typename": "NotFoundRoute"}

    page.unpublish()

    assert ask(query, path=path).route["__typename"] != "PageRoute"


def test_a_page_has_the_type_of_the_one_it_inherits_from(ask, odd):
    published(odd, BasePage(title="Base", slug="base", motto="Onward"))
    page = published(odd, DerivedPage(title="Derived", slug="derived", motto="Up", extra="More"))
    query = """{ page(by: {path: "/en/odd/"}) { children(type: ["Base"]) {
      nodes { title ... on Base { motto } }
    } } }"""

    assert ask(query).page["children"]["nodes"] == [
        {"title": "Base", "motto": "Onward"},
        {"title": "Derived", "motto": "Up"},
    ]

    page.motto = "Down"
    page.save_revision().publish()

    assert ask(query).page["children"]["nodes"][1] == {"title": "Derived", "motto": "Down"}
