"""What a page, a snippet or a file says as a document."""

import json
from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from graphql_api.documents import richtext
from graphql_api.documents.identity import fixed_key, key_of
from graphql_api.documents.projection import finished, project
from graphql_api.documents.registry import register
from tests.documents.conftest import differences, document_of
from tests.factories import (
    ActorFactory,
    ContactPointFactory,
    DistrictFactory,
    DocumentFactory,
    ImageFactory,
    ParticipationEventFactory,
    ProjectFactory,
    ProjectIndexFactory,
    StageFactory,
    VisionFactory,
)
from vision_pages.models import CreditedImage, ProjectLocation, StagePage, VisionPage


@pytest.fixture
def vision(programme):
    return VisionFactory(parent=programme)


def publish(page, **changes):
    page = page.specific
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(clean=False).publish()
    return page


def translated(page, locale, **changes):
    return publish(page.copy_for_translation(locale, copy_parents=True), **changes)


def said(page):
    return document_of(page).data


def test_a_page_of_a_foreign_type_says_what_every_page_has(programme):
    page = programme.add_child(instance=Page(title="Einfach", seo_title="Für die Suche"))

    document = document_of(page)
    assert document.kind == "GenericPage"
    assert document.data == {
        "title": "Einfach",
        "slug": "einfach",
        "seo_title": "Für die Suche",
        "search_description": "",
        "show_in_menus": False,
    }


def test_references_are_keys(vision):
    image, contact = ImageFactory(), ContactPointFactory()
    other = VisionFactory(parent=vision.get_parent())
    ended = {"start_date": "2019", "end_date": "2020"}
    publish(vision, hero_image=image, hero_alt="Dom", successor=other, contacts=[contact], **ended)

    data = said(vision)
    assert data["hero_image"] == key_of(image) == fixed_key(CreditedImage, image.pk)
    assert data["successor"] == str(other.translation_key)
    assert data["contacts"] == [str(contact.translation_key)]
    assert {str(key) for key in document_of(vision).mentions} >= {key_of(image), key_of(contact)}


def test_relations_to_many_have_the_targets_own_order(vision):
    last, first = ContactPointFactory(code="z"), ContactPointFactory(code="a")
    publish(vision, contacts=[last, first])

    assert said(vision)["contacts"] == [str(first.translation_key), str(last.translation_key)]


@pytest.mark.parametrize("gone", ["image", "contact", "page"])
def test_what_is_gone_is_named_no_more(vision, gone):
    targets = {
        "image": ImageFactory(),
        "contact": ContactPointFactory(),
        "page": VisionFactory(parent=vision.get_parent()),
    }
    publish(
        vision,
        hero_image=targets["image"],
        hero_alt="Dom",
        contacts=[targets["contact"]],
        body=[
            ("contact", {"contact": targets["contact"]}),
            ("participation_teaser", {"title": "Mitreden", "page": targets["page"]}),
            (
                "rich_text",
                {
                    "content": f'<p><a linktype="page" id="{targets["page"].pk}">dort</a></p>',
                    "language": "",
                },
            ),
        ],
    )
    key = key_of(targets[gone])
    assert key in json.dumps(said(vision))

    targets[gone].delete()

    assert key not in json.dumps(said(vision))
    assert differences() == []


def test_no_primary_key_is_said(vision):
    """Primary keys far from everything else a document could hold."""
    image = ImageFactory(id=987_654_321)
    image.contextual_alt_text, image.decorative = "Ein Dom", False
    contact = ContactPointFactory(id=987_654_322)
    file = DocumentFactory(id=987_654_323)
    publish(
        vision,
        hero_image=image,
        hero_alt="Dom",
        contacts=[contact],
        body=[
            ("image", {"image": image, "caption": ""}),
            ("download", {"document": file, "title": "Plan", "description": "", "kind": "other"}),
            (
                "rich_text",
                {
                    "content": f'<p><a linktype="document" id="{file.pk}">Plan</a></p>',
                    "language": "",
                },
            ),
        ],
    )

    assert "98765432" not in json.dumps(said(vision))


def test_rows_inside_a_page_say_the_fields_of_their_own_type(vision):
    district = DistrictFactory()
    stage = StageFactory(parent=vision)
    event = ParticipationEventFactory(
        page=stage, title="Umfrage", district=district, latitude="50.94", languages=["de", "gsg"]
    )

    (part,) = said(stage)["participation_events"]
    assert part["id"] == str(event.translation_key)
    assert part["district"] == str(district.translation_key)
    assert part["latitude"] == "50.940000"
    assert part["languages"] == ["de", "gsg"]
    assert "sort_order" not in part


def test_dates_stand_in_columns_too(vision):
    paused = {"status_override": "paused", "status_note": "Bis Herbst."}
    publish(vision, start_date="2020-10", end_date="2022", **paused)

    document = document_of(vision)
    assert document.data["start_date"] == "2020-10"
    assert (document.starts_on.isoformat(), document.ends_on.isoformat()) == (
        "2020-10-01",
        "2022-12-31",
    )
    assert document.status_override == "paused"
    assert not document.is_archived


def test_blocks_say_their_type_and_their_own_id(vision):
    publish(
        vision,
        body=[
            ("heading", {"text": "Ziele", "level": "h2"}),
            ("accordion", {"items": [{"title": "Frage", "content": "<p>Antwort</p>"}]}),
            (
                "table",
                {
                    "table": {
                        "data": [["Jahr", "Zahl"], ["2020", None]],
                        "table_caption": "Zahlen",
                        "first_row_is_table_header": True,
                    }
                },
            ),
        ],
    )

    heading, accordion, table = said(vision)["body"]
    assert heading["type"] == "heading"
    assert heading["value"] == {"text": "Ziele", "level": "h2"}
    assert len(heading["id"]) == 36
    (item,) = accordion["value"]["items"]
    assert item["title"] == "Frage"
    assert item["content"]["children"][0]["type"] == "paragraph"
    assert table["value"]["table"] == {
        "caption": "Zahlen",
        "rows": [["Jahr", "Zahl"], ["2020", ""]],
        "header_row": True,
        "header_column": False,
    }


def test_blocks_stored_without_ids_get_the_same_ones_each_time(vision):
    raw = [{"type": "heading", "value": {"text": "Ziele", "level": "h2"}}]
    VisionPage.objects.filter(pk=vision.pk).update(body=json.dumps(raw))
    page = VisionPage.objects.get(pk=vision.pk)

    first, second = (finished([project(page)])[0].content_hash for _ in range(2))
    assert first == second


def test_an_image_in_a_block_says_its_use(vision):
    image = ImageFactory()
    block = {"image": image, "caption": "Der Dom"}
    image.contextual_alt_text, image.decorative = "Ein Dom", False
    publish(vision, body=[("image", block)])

    assert said(vision)["body"][0]["value"] == {
        "image": {"image": key_of(image), "alt": "Ein Dom", "decorative": False},
        "caption": "Der Dom",
    }


def test_a_draft_in_memory_says_what_publishing_it_writes(vision):
    page = VisionPage.objects.get(pk=vision.pk)
    page.motto = "Neu"
    page.contacts.set([ContactPointFactory(), ContactPointFactory()])
    drafted = finished([project(page)])[0]

    publish(page)

    assert drafted.data == said(vision)


def test_an_image_says_how_to_show_it(db):
    image = ImageFactory(title="Dom", focal_point_x=10, focal_point_y=20)

    data = said(image)
    assert document_of(image).kind == "ImageFile"
    assert data["credit"] == "© Stadt Köln"
    assert data["focal_point"] == {"x": 10 / image.width, "y": 20 / image.height}
    assert data["url"] == image.file.url


def test_a_file_says_what_it_is(db):
    file = DocumentFactory(title="Plan", language="de-simple", accessible=True)

    data = said(file)
    assert document_of(file).kind == "File"
    assert (data["language"], data["accessible"]) == ("de-simple", True)
    assert data["url"] == file.url


def test_a_site_names_its_root(root):
    site = Site.objects.get()
    site.hostname = "koeln.example"
    site.save()

    assert said(site)["hostname"] == "koeln.example"
    assert said(site)["root"] == str(root.translation_key)
    assert document_of(site).site == site.pk


def test_redirects_lead_to_pages_and_safe_addresses_alone(vision):
    to_page = Redirect.objects.create(old_path="/alt", redirect_page_id=vision.pk)
    to_link = Redirect.objects.create(old_path="/fern", redirect_link="https://example.org/")
    unsafe = Redirect.objects.create(old_path="/böse", redirect_link="javascript:alert(1)")
    nowhere = Redirect.objects.create(old_path="/nirgends")

    assert said(to_page)["page"] == str(vision.translation_key)
    assert said(to_link)["link"] == "https://example.org/"
    assert document_of(unsafe) is None
    assert document_of(nowhere) is None


def test_a_field_that_does_not_exist_is_refused():
    with pytest.raises(ImproperlyConfigured):
        register(StagePage, "Stage", ["nothing"])


# Facts: one for all languages, read from the source's row.


def test_a_fact_of_the_source_is_a_fact_of_its_translations(vision, english):
    translation = translated(vision, english, title="Cologne", motto="A motto", scope="city")
    contact = ContactPointFactory()

    publish(
        vision, scope="administration", start_date="2021", motto="Ein Motto", contacts=[contact]
    )

    data = said(translation)
    assert (data["scope"], data["start_date"]) == ("administration", "2021")
    assert data["contacts"] == [str(contact.translation_key)]
    assert document_of(translation).starts_on.isoformat() == "2021-01-01"
    assert data["motto"] == "A motto"
    assert differences() == []


def test_rows_that_are_facts_are_the_sources(vision, english):
    translation = translated(vision, english)
    actor = ActorFactory()
    page = VisionPage.objects.get(pk=vision.pk)
    page.actors.set([type(page.actors.first())(actor=actor, role="lead")])
    publish(page)

    (part,) = said(translation)["actors"]
    assert part["actor"] == str(actor.translation_key)
    assert [part["id"]] == [row["id"] for row in said(vision)["actors"]]


def test_translated_rows_share_their_sources_facts_and_order(vision, english):
    stage = StageFactory(parent=vision)
    first = ParticipationEventFactory(page=stage, title="Erste", sort_order=0)
    second = ParticipationEventFactory(page=stage, title="Zweite", sort_order=1)
    translation = translated(stage, english).specific
    for row in translation.participation_events.all():
        row.title = "First" if row.translation_key == first.translation_key else "Second"
        row.save()

    third = ParticipationEventFactory(page=stage, title="Dritte", sort_order=2)
    first.sort_order, first.cancelled = 5, True
    first.save()

    parts = said(translation)["participation_events"]
    assert [part["title"] for part in parts] == ["Second", "First"]
    assert [part["cancelled"] for part in parts] == [False, True]
    assert str(third.translation_key) not in {part["id"] for part in parts}
    assert second.title == "Zweite"


def test_a_translated_snippet_has_its_sources_facts(db, english):
    contact = ContactPointFactory(phone="0221 1")
    translation = contact.copy_for_translation(english)
    translation.name = "Office"
    translation.save()

    contact.phone = "0221 2"
    contact.save_revision().publish()

    assert said(translation)["phone"] == "0221 2"
    assert said(translation)["name"] == "Office"


def test_many_pages_need_no_more_statements_than_few(
    programme, vision, english, django_assert_max_num_queries
):
    from graphql_api.documents.refresh import projected

    index = ProjectIndexFactory(parent=programme)
    pages = [ProjectFactory(parent=index, serves=[vision]) for _ in range(12)]
    for page in pages:
        page.citywide = False
        page.locations.add(
            ProjectLocation(label="Dom", locale=page.locale, district=DistrictFactory())
        )
        page.save()
        translated(page, english)
    everything = [f"wagtailcore.page:{pk}" for pk in Page.objects.values_list("pk", flat=True)]

    with django_assert_max_num_queries(60):
        assert len(projected(everything)) > 24


# Rich text.


def test_rich_text_is_a_tree():
    html = (
        "<h2>Ziel</h2><p>Ein <b>Wort <i>mehr</i></b><br/>CO<sub>2</sub></p><ol><li>Eins</li></ol>"
    )

    heading, paragraph, ordered = richtext.tree(html)["children"]
    assert heading == {
        "type": "heading",
        "level": 2,
        "children": [{"type": "text", "text": "Ziel", "marks": []}],
    }
    assert [child.get("marks") for child in paragraph["children"]] == [
        [],
        ["bold"],
        ["bold", "italic"],
        None,
        [],
        ["subscript"],
    ]
    assert ordered["ordered"]
    assert ordered["children"][0]["type"] == "listItem"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org/",
        "/intern/",
        "http://[::1",
    ],
)
def test_an_address_of_another_scheme_is_plain_text(address):
    (paragraph,) = richtext.tree(f'<p><a href="{address}">hier</a></p>')["children"]

    assert paragraph["children"] == [{"type": "text", "text": "hier", "marks": []}]


@pytest.mark.parametrize("address", ["https://example.org/?a=1&amp;b=2", "mailto:a@example.org"])
def test_a_safe_address_is_a_link(address):
    (paragraph,) = richtext.tree(f'<p><a href="{address}">hier</a></p>')["children"]

    assert paragraph["children"][0]["target"] == {"url": address.replace("&amp;", "&")}


@pytest.mark.parametrize("number", ["", "kein", "999999"])
def test_a_dead_link_looks_like_one_that_must_not_be_read(vision, number):
    publish(vision, goal=f'<p><a linktype="page" id="{number}">dort</a></p>')

    (paragraph,) = said(vision)["goal"]["children"]
    assert paragraph["children"][0]["target"] == {"page": None}


def test_scripts_and_unknown_elements_leave_nothing_but_text():
    html = '<p onclick="x"><span style="y">Text</span><script>alert(1)</script></p>Rest'

    first, second = richtext.tree(html)["children"]
    assert first["children"] == [{"type": "text", "text": "Text", "marks": []}]
    assert second["type"] == "paragraph"


def test_text_outside_of_blocks_gets_a_paragraph():
    assert richtext.tree("Nur Text")["children"][0]["type"] == "paragraph"


def test_no_document_says_when_a_page_is_to_be_reviewed(vision):
    assert vision.review_on is not None
    assert "review_on" not in document_of(vision).data


def test_a_draft_says_the_period_of_its_own_dates(vision):
    stage = StageFactory(parent=vision, start_date="2021", end_date="2021")
    stage.start_date, stage.end_date = "2030-02", None
    draft = stage.save_revision().as_object()

    assert (project(draft).starts_on, project(draft).ends_on) == (date(2030, 2, 1), None)
    assert document_of(stage).starts_on == date(2021, 1, 1)
