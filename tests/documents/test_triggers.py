"""What the database does by itself: where a document stands, and when it goes."""

import pytest
from django.db import connection
from wagtail.models import Page, Site

from tests.documents.conftest import differences, document_of
from tests.factories import StageFactory, VisionFactory


@pytest.fixture
def visions(programme):
    return [VisionFactory(parent=programme, slug=f"vision-{number}") for number in range(3)]


def test_reordering_moves_the_siblings_and_all_below_them(visions):
    stage = StageFactory(parent=visions[0])
    visions[2].move(visions[0], "left")

    positions = [document_of(vision).position for vision in (visions[2], *visions[:2])]
    assert positions == sorted(positions)
    assert document_of(stage).position.startswith(positions[1])
    assert differences() == []


def test_a_new_address_of_a_page_is_that_of_all_below_it(programme, visions):
    stage = StageFactory(parent=visions[0], slug="stufe")
    Page.objects.filter(pk=visions[0].pk).update(url_path=f"{programme.url_path}neu/")
    assert document_of(visions[0]).path == f"/de/{programme.slug}/neu/"

    page = Page.objects.get(pk=programme.pk).specific
    page.slug = "zukunft"
    page.save()
    assert document_of(stage).path.startswith("/de/zukunft/")


def test_two_pages_may_exchange_their_addresses(programme, visions):
    first, second = visions[:2]
    with connection.cursor() as cursor:
        cursor.execute(
            """UPDATE wagtailcore_page p SET url_path = o.url_path, slug = o.slug
            FROM wagtailcore_page o
            WHERE (p.id, o.id) IN ((%(a)s, %(b)s), (%(b)s, %(a)s))""",
            {"a": first.pk, "b": second.pk},
        )

    assert document_of(first).path.endswith("/vision-1/")
    assert document_of(second).path.endswith("/vision-0/")


def test_a_move_gives_another_parent(visions):
    stage = StageFactory(parent=visions[0])
    stage.move(visions[1], "last-child")

    assert document_of(stage).parent == visions[1].translation_key


def test_the_page_at_a_sites_root_has_no_parent(root, programme):
    root.save()

    assert document_of(root).parent is None
    assert document_of(root).path == "/de/"
    assert document_of(programme).parent == root.translation_key


def test_the_innermost_site_has_a_page(programme, visions):
    site = Site.objects.create(hostname="vision.example", root_page=visions[0])
    stage = StageFactory(parent=visions[0], slug="stufe")

    assert (document_of(stage).site, document_of(stage).path) == (site.pk, "/de/stufe/")

    site.delete()
    assert document_of(stage).site == Site.objects.get().pk
    assert differences() == []


def test_rows_deleted_by_sql_have_no_document(programme):
    page = programme.add_child(instance=Page(title="Einfach"))
    assert document_of(page)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM wagtailsearch_indexentry")
        cursor.execute("DELETE FROM wagtailcore_page WHERE id = %s", [page.pk])

    assert document_of(page) is None


def test_a_repaired_tree_has_repaired_documents(programme, visions):
    stage = StageFactory(parent=visions[2])
    Page.objects.filter(pk=visions[0].pk).delete()
    Page.fix_tree(fix_paths=True)

    assert document_of(stage).position == Page.objects.get(pk=stage.pk).path
    assert document_of(stage).parent == visions[2].translation_key
    assert differences() == []


def test_updates_that_publish_nothing_leave_documents_alone(visions):
    before = document_of(visions[0])
    Page.objects.filter(pk=visions[0].pk).update(draft_title="Entwurf")

    assert document_of(visions[0]).data == before.data
