"""What publishing is compared with: Wagtail without us, and an editor's form as it was shown."""

import pytest
from django.urls import reverse
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Page

from benchmarks.forms import form
from benchmarks.plain import plain, without_documents
from graphql_api.documents.identity import source_of
from graphql_api.documents.models import Document
from tests.factories import ImageFactory, ProgrammeFactory, VisionFactory
from vision_pages.models import PageCheck, VisionPage

BODY = [
    ("heading", {"text": "Der Rhein", "level": "h2"}),
    ("rich_text", {"content": "<p>Ein <b>langer</b> Fluss.</p>", "language": ""}),
]


@pytest.fixture
def vision(transactional_db):
    programme = ProgrammeFactory(parent=Page.objects.get(depth=2))
    image = {"hero_image": ImageFactory(), "hero_alt": "Der Rhein"}
    return VisionFactory(parent=programme, title="Vorher", body=BODY, **image)


def published(vision, title):
    page = VisionPage.objects.get(pk=vision.pk)
    page.title = title
    page.save_revision(clean=False).publish()


def stated(vision):
    return Document.objects.get(source=source_of(vision)).data["title"]


@pytest.mark.parametrize(("contender", "checks"), [(plain, 0), (without_documents, 1)])
def test_what_is_taken_off_is_put_back(vision, contender, checks):
    execute = PublishRevisionAction.execute
    PageCheck.objects.all().delete()
    with contender():
        published(vision, "Nebenbei")
        VisionPage.objects.filter(pk=vision.pk).update(slug="anderswo", url_path="/anderswo/")

    assert (stated(vision), PageCheck.objects.count()) == ("Vorher", checks)
    assert PublishRevisionAction.execute is execute

    published(vision, "Nachher")
    assert stated(vision) == "Nachher"
    VisionPage.objects.get(pk=vision.pk).unpublish()
    assert not Document.objects.filter(source=source_of(vision)).exists()


def test_the_form_sends_what_the_page_says(vision, admin_client):
    address = reverse("wagtailadmin_pages:edit", args=[vision.pk])
    shown = admin_client.get(address).content.decode()
    sent = form(shown, VisionPage.objects.get(pk=vision.pk))
    sent["action-publish"] = "1"
    answer = admin_client.post(
        address, sent.urlencode(), content_type="application/x-www-form-urlencoded"
    )

    assert answer.status_code == 302
    page = VisionPage.objects.get(pk=vision.pk)
    assert (page.title, page.hero_image) == ("Vorher", vision.hero_image)
    assert [(one.block_type, one.value.get("text")) for one in page.body] == [
        ("heading", "Der Rhein"),
        ("rich_text", None),
    ]
    assert "Ein <b>langer</b> Fluss." in page.body[1].value["content"].source
