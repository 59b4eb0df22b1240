"""Comments, locks and comparing revisions, on every page type of ours."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from wagtail.models import Comment, Page, get_page_models

from tests.admin.forms import edit, rows
from tests.factories import (
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ProjectFactory,
    ProjectIndexFactory,
    StageFactory,
    VisionFactory,
)

PAGES: dict[str, Callable[[Page], Page]] = {
    "ProgrammePage": lambda programme: programme,
    "VisionPage": lambda programme: VisionFactory(parent=programme),
    "StagePage": lambda programme: StageFactory(parent=VisionFactory(parent=programme)),
    "ProjectIndexPage": lambda programme: ProjectIndexFactory(parent=programme),
    "ProjectPage": lambda programme: ProjectFactory(
        parent=ProjectIndexFactory(parent=programme), serves=[VisionFactory(parent=programme)]
    ),
    "LeitbildHistoryPage": lambda programme: LeitbildHistoryFactory(parent=programme),
    "LeitbildEntryPage": lambda programme: LeitbildEntryFactory(
        parent=LeitbildHistoryFactory(parent=programme)
    ),
}


@pytest.fixture(params=PAGES)
def page(request, programme) -> Page:
    return PAGES[request.param](programme)


def title(page: Page) -> str:
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object().title


def draft(page: Page, **values: object) -> dict[str, object]:
    """Give a form's least: what a draft of this page has to keep."""
    return {"title": page.title, "slug": page.slug, **values}


def test_no_page_type_is_missing():
    ours = {model for model in get_page_models() if model._meta.app_label == "vision_pages"}

    assert {model.__name__ for model in ours} == PAGES.keys()


def test_people_comment_on_a_field(clients, staff, page):
    comment = {
        "text": "Stimmt das Jahr?",
        "contentpath": "summary",
        "position": "",
        "replies": rows(),
    }
    edit(clients["Fachdienststelle"], page, **draft(page, comments=rows(comment)))

    [stored] = Comment.objects.all()
    assert (stored.page_id, stored.user, stored.contentpath, stored.text) == (
        page.pk,
        staff["Fachdienststelle"],
        "summary",
        "Stimmt das Jahr?",
    )
    form = clients["Redaktion"].get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "Stimmt das Jahr?" in form.content.decode()


def test_a_lock_keeps_others_out_until_it_is_lifted(clients, page):
    before = title(page)
    clients["Pressestelle"].post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
    form = clients["Redaktion"].get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert form.status_code == 200
    edit(clients["Redaktion"], page, **draft(page, title="Anders"))
    assert title(page) == before

    clients["Redaktion"].post(reverse("wagtailadmin_pages:unlock", args=[page.pk]))
    assert Page.objects.get(pk=page.pk).locked

    clients["Pressestelle"].post(reverse("wagtailadmin_pages:unlock", args=[page.pk]))
    edit(clients["Redaktion"], page, **draft(page, title="Anders"))
    assert title(page) == "Anders"


def test_two_revisions_are_compared(clients, page):
    first = page.save_revision()
    page.title = "Ein anderer Titel"
    second = page.save_revision()

    compared = clients["Barrierefreiheit"].get(
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk])
    )

    [change] = [row for row in compared.context["comparison"] if row.field_label() == "Titel"]
    assert "anderer" in change.htmldiff()
    history = clients["Barrierefreiheit"].get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert history.status_code == 200
