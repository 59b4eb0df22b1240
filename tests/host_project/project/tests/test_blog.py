"""The blog as docs/how-to/extend.md shows it: its types, and what becomes of them."""

import datetime
from typing import Any

import pytest
from blog.models import Author, BlogPage
from django.core.management import call_command
from django.test import Client
from graphql import build_schema
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from graphql_api.documents.identity import key_of
from tests.conftest import published

pytestmark = pytest.mark.django_db

POST = """{ page(by: {path: "/en/blog/first/"}) {
  __typename type title summary translationKey
  language { locale alternates { locale } }
  image { alt width }
  seo { title description image { width } }
  ... on BlogPost {
    postedOn
    author { __typename name }
    body {
      __typename type
      ... on UnknownBlock { raw }
      ... on ParagraphBlock { content { html } }
      ... on BoxBlock {
        title
        openingHours { days hours }
        inner {
          __typename type
          ... on ParagraphBlock { content { plain } }
          ... on PictureBlock { image { alt decorative } }
        }
      }
    }
  }
} }"""
BODY = """query ($flat: Boolean!) { page(by: {path: "/en/blog/first/"}) {
  ... on BlogPost { body(flat: $flat) { id type parentId } }
} }"""


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def block(number: int, name: str, value: Any) -> dict[str, Any]:
    return {"type": name, "value": value, "id": uuid(number)}


@pytest.fixture(scope="module")
def blog(home: Page, django_db_blocker: Any) -> Page:
    with django_db_blocker.unblock():
        index = published(home, Page(title="Blog", slug="blog"))
        draft = index.add_child(instance=Page(title="Draft", slug="draft", live=False))
        photo = get_image_model().objects.create(title="Sea", file=get_test_image_file("sea.png"))
        link = f'<p>Read <a linktype="page" id="{draft.pk}">this</a> <b>now</b>.</p>'
        picture = {"image": photo.pk, "alt_text": "The sea", "decorative": False}
        box = {
            "title": "Box",
            "content": [block(4, "paragraph", "<p>Inside.</p>"), block(5, "picture", picture)],
            "opening_hours": [
                {"type": "item", "id": uuid(6), "value": {"days": "Mon", "hours": "9–12"}}
            ],
        }
        post = BlogPage(
            title="First",
            slug="first",
            date=datetime.date(2026, 5, 17),
            intro="How it began.",
            notes="For us alone.",
            author=Author.objects.create(name="Ada", email="ada@example.org"),
            photo=photo,
        )
        post.body = BlogPage.body.field.stream_block.to_python(
            [block(1, "heading", "Hello"), block(2, "paragraph", link), block(3, "box", box)]
        )
        published(index, post)
        return post


def test_a_post_says_what_its_type_declares(ask, blog):
    assert ask(POST).page == {
        "__typename": "BlogPost",
        "type": "BlogPost",
        "title": "First",
        "summary": "How it began.",
        "translationKey": str(blog.translation_key),
        "language": {"locale": "en", "alternates": [{"locale": "en"}]},
        "image": {"alt": "", "width": 640},
        "seo": {"title": "First", "description": "How it began.", "image": {"width": 640}},
        "postedOn": "2026-05-17",
        "author": {"__typename": "Author", "name": "Ada"},
        "body": [
            {"__typename": "UnknownBlock", "type": "heading", "raw": {"value": "Hello"}},
            {
                "__typename": "ParagraphBlock",
                "type": "paragraph",
                "content": {"html": "<p>Read this <strong>now</strong>.</p>"},
            },
            {
                "__typename": "BoxBlock",
                "type": "box",
                "title": "Box",
                "openingHours": [{"days": "Mon", "hours": "9–12"}],
                "inner": [
                    {
                        "__typename": "ParagraphBlock",
                        "type": "paragraph",
                        "content": {"plain": "Inside."},
                    },
                    {
                        "__typename": "PictureBlock",
                        "type": "picture",
                        "image": {"alt": "The sea", "decorative": False},
                    },
                ],
            },
        ],
    }


def test_its_body_is_read_flat(ask, blog):
    rows = [
        {"id": uuid(1), "type": "heading", "parentId": None},
        {"id": uuid(2), "type": "paragraph", "parentId": None},
        {"id": uuid(3), "type": "box", "parentId": None},
        {"id": uuid(4), "type": "paragraph", "parentId": uuid(3)},
        {"id": uuid(5), "type": "picture", "parentId": uuid(3)},
    ]

    assert ask(BODY, flat=True).page["body"] == rows
    assert ask(BODY, flat=False).page["body"] == rows[:3]


def test_no_document_says_what_no_type_declares(blog):
    from graphql_api.documents.models import Document

    said = [str(document.data) for document in Document.objects.all()]

    assert not [text for text in said if "For us alone" in text or "ada@example.org" in text]


def test_it_is_found_by_its_words_and_listed_by_its_type(ask, blog):
    found = ask("""{
      search(query: "inside", types: ["BlogPost"]) { nodes { title } facets { types { value } } }
      page(by: {path: "/en/blog/"}) { children(type: ["BlogPost"]) { nodes { title } } }
    }""")

    assert found.search == {
        "nodes": [{"title": "First"}],
        "facets": {"types": [{"value": "BlogPost"}]},
    }
    assert found.page == {"children": {"nodes": [{"title": "First"}]}}


def test_a_snippet_is_a_node_and_changes_with_its_row(ask, blog):
    name = '{ page(by: {path: "/en/blog/first/"}) { ... on BlogPost { author { id name } } } }'
    author = Author.objects.get()
    before = ask(name).page["author"]

    author.name = "Ada L."
    author.save()

    assert ask(name).page["author"] == {"id": before["id"], "name": "Ada L."}
    node = "query ($id: ID!) { node(id: $id) { __typename ... on Author { name } } }"
    assert ask(node, id=before["id"]).node == {"__typename": "Author", "name": "Ada L."}
    assert key_of(author) not in before["id"]


def test_the_schema_is_served_with_its_types(blog, tmp_path):
    served = Client().get("/graphql/schema.graphql").content.decode()
    call_command("export_schema", tmp_path / "schema.graphql")

    assert (tmp_path / "schema.graphql").read_text() == served
    post = build_schema(served).type_map["BlogPost"]
    assert {one.name for one in post.interfaces} == {"Page", "Node", "Editable"}
    assert str(post.fields["author"].type) == "Author"
    assert "notes" not in post.fields
