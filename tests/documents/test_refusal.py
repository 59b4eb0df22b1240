"""What an editor sees when a change cannot become public."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html

from graphql_api.documents import parts
from graphql_api.documents.errors import ProjectionError
from tests.documents.conftest import document_of
from tests.factories import ContactPointFactory
from vision_pages.models import ContactPoint

pytestmark = [
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def simple(root):
    """A page whose form has few fields."""
    return root.add_child(instance=Page(title="Einfach", slug="einfach"))


@pytest.fixture(autouse=True)
def failing(monkeypatch, root):
    """Let the projection of a page titled “kaputt” fail at its title, as a faulty field would."""
    said = parts.values.project

    def fails(field, instance):
        if field.name == "title" and instance.title == "kaputt":
            raise KeyError("title")
        return said(field, instance)

    monkeypatch.setattr(parts.values, "project", fails)


def form(page, **changes):
    """Give what the edit form of a simple page posts."""
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "seo_title": "",
            "search_description": "",
            "go_live_at": "",
            "expire_at": "",
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            "comments-MIN_NUM_FORMS": "0",
            "comments-MAX_NUM_FORMS": "",
            **changes,
        }
    )


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_publishing_keeps_the_draft_and_names_the_field(admin_client, simple):
    address = reverse("wagtailadmin_pages:edit", args=[simple.pk])
    data = form(simple, title="kaputt") | {"action-publish": "1"}
    response = admin_client.post(address, data)

    assert response.status_code == 302
    assert response["Location"] == address
    assert "kaputt" in told(response)[0]
    assert "title" in told(response)[0]
    simple.refresh_from_db()
    assert simple.title == "Einfach"
    assert simple.get_latest_revision_as_object().title == "kaputt"
    assert document_of(simple).data["title"] == "Einfach"
    assert "kaputt" in admin_client.get(address).content.decode()


def test_a_new_page_is_kept_as_a_draft(admin_client, root):
    address = reverse("wagtailadmin_pages:add", args=["vision_pages", "programmepage", root.pk])
    html = admin_client.get(address).content.decode()
    fields = querydict_from_html(html, form_id="page-edit-form")
    written = {"title": "kaputt", "slug": "kaputt", "summary": "Kurz", "action-publish": "1"}
    streams = {"body-count": "0", "sign_language_video-count": "0"}
    response = admin_client.post(address, fields.dict() | written | streams)

    page = Page.objects.get(title="kaputt")
    assert not page.live
    assert response["Location"].startswith(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert document_of(page) is None
    assert any("kaputt" in message for message in told(response))


def test_an_autosaving_editor_is_answered_in_json(admin_client, simple, monkeypatch):
    def refuses(*args, **kwargs):
        raise ProjectionError("kaputt", "title")

    monkeypatch.setattr("graphql_api.documents.collector.flush", refuses)
    Page.objects.filter(pk=simple.pk).update(live=False)
    response = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[simple.pk]),
        form(simple, title="kaputt"),
        headers={"accept": "application/json"},
    )

    assert response.status_code == 400
    assert response.json()["success"] is False
    assert "kaputt" in response.json()["error_message"]


def test_unpublishing_that_fails_is_told_too(admin_client, simple, monkeypatch):
    def refuses(*args, **kwargs):
        raise ProjectionError("kaputt", "title")

    monkeypatch.setattr("graphql_api.documents.collector.flush", refuses)
    address = reverse("wagtailadmin_pages:unpublish", args=[simple.pk])
    response = admin_client.post(address)

    assert response["Location"] == address
    simple.refresh_from_db()
    assert simple.live


def test_elsewhere_an_error_stays_an_error(client, simple, monkeypatch):
    def refuses(*args, **kwargs):
        raise ProjectionError("kaputt", "title")

    monkeypatch.setattr("django.contrib.staticfiles.views.serve", refuses, raising=False)
    monkeypatch.setattr("wagtail.documents.views.serve.get_object_or_404", refuses)
    with pytest.raises(ProjectionError):
        client.get("/documents/1/datei.pdf")


@pytest.mark.parametrize(("language", "words"), [("de", "nicht"), ("en", "could not be")])
def test_the_message_is_in_the_editors_language(language, words):
    from django.utils import translation

    with translation.override(language):
        assert words in str(ProjectionError("Köln 21", "goal"))


def bulk(model, action, pk):
    args = [model._meta.app_label, model._meta.model_name, action]
    return f"{reverse('wagtail_bulk_action', args=args)}?id={pk}"


def test_an_approval_that_fails_leaves_its_task_open(admin_client, admin_user, simple):
    task = GroupApprovalTask.objects.create(name="Pressestelle")
    workflow = Workflow.objects.create(name="Freigabe")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    simple.title = "kaputt"
    simple.save_revision()
    state = workflow.start(simple, admin_user).current_task_state

    address = reverse("wagtailadmin_pages:workflow_action", args=[simple.pk, "approve", state.pk])
    response = admin_client.post(address, {"comment": ""})

    state.refresh_from_db()
    assert "kaputt" in told(response)[0]
    assert state.status == state.STATUS_IN_PROGRESS
    assert Page.objects.get(pk=simple.pk).title == "Einfach"
    assert document_of(simple).data["title"] == "Einfach"


def test_bulk_publishing_that_fails_is_told_and_publishes_nothing(admin_client, simple):
    simple.title = "kaputt"
    simple.save_revision()
    address = bulk(Page, "publish", simple.pk)
    response = admin_client.post(address)

    assert response["Location"] == address
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "kaputt" in html
    assert "wurde veröffentlicht" not in html
    assert document_of(simple).data["title"] == "Einfach"
    assert Page.objects.get(pk=simple.pk).title == "Einfach"


def test_a_snippet_that_cannot_be_published_stays_as_it_was(admin_client, root, monkeypatch):
    contact = ContactPointFactory(name="Alt", phone="1", email="")

    def refuses(*args, **kwargs):
        raise ProjectionError("Neu", "name")

    monkeypatch.setattr("graphql_api.documents.collector.flush", refuses)
    address = reverse(ContactPoint.snippet_viewset.get_url_name("edit"), args=[contact.pk])
    form_data = {"name": "Neu", "code": contact.code, "phone": "1", "action-publish": "1"}
    response = admin_client.post(address, form_data)

    assert response["Location"] == address
    assert "Neu" in told(response)[0]
    assert ContactPoint.objects.get(pk=contact.pk).name == "Alt"
    assert document_of(contact).data["name"] == "Alt"
