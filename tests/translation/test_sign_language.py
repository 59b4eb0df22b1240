"""A video in sign language says what its page said when it was made."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from graphql_api.documents.verification import differences
from tests.factories import DocumentFactory
from tests.translation.translator import edit_address
from vision_pages.admin.sign_language import side_panels
from vision_pages.models import PageFinding, Release, VisionPage
from vision_pages.overview.checking import check
from vision_pages.readiness.findings import findings
from vision_pages.readiness.kinds import Kind

VIDEO = """query ($key: ID!, $locale: LocaleCode) {
  vision(by: {translationKey: $key}, locale: $locale) {
    signLanguageVideos { outdated duration }
  }
}"""


@pytest.fixture(autouse=True)
def stored_is_rebuilt(db):
    yield
    assert list(differences()) == []


def publish(page, **values):
    page = VisionPage.objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return VisionPage.objects.get(pk=page.pk)


def video(**values):
    return [("video", {"file": None, "url": "", "duration": 95, "transcript": None} | values)]


@pytest.fixture
def vision(city):
    return publish(city.vision, sign_language_video=video(file=DocumentFactory()))


@pytest.fixture
def outdated(ask, vision):
    def outdated(locale="de"):
        found = ask(VIDEO, key=str(vision.translation_key), locale=locale)["vision"]
        [one] = found["signLanguageVideos"]
        assert one["duration"] == 95
        return one["outdated"]

    return outdated


def said(page):
    """Give what is said of a page's last draft on its video: the place, and the first words."""
    draft = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [
        (finding.place.path.split(".")[-1], finding.message)
        for finding in findings(draft)
        if finding.kind is Kind.SIGN_LANGUAGE
    ]


BEHIND = (
    "sign_language_video",
    "Die Texte sagen etwas anderes als das Video in Gebärdensprache. Bitte neu aufnehmen lassen.",
)


def test_a_video_is_outdated_once_other_texts_are_public(vision, outdated):
    assert (outdated(), said(vision)) == (False, [])
    publish(vision, start_date="2019")
    assert (outdated(), said(vision)) == (False, [])

    vision.refresh_from_db()
    vision.title = "Köln 2050"
    vision.save_revision()
    assert (outdated(), said(vision)) == (False, [BEHIND])

    publish(vision, title="Köln 2050")
    assert (outdated(), said(vision)) == (True, [BEHIND])


def test_another_video_is_made_of_the_texts_it_is_published_with(vision, outdated):
    publish(vision, title="Köln 2050")
    publish(vision, sign_language_video=video(file=DocumentFactory()))

    assert (outdated(), said(vision)) == (False, [])


def test_a_page_without_its_video_says_nothing_of_it(vision):
    publish(vision, title="Köln 2050", sign_language_video=[])

    assert said(vision) == []
    assert Release.objects.get(page=vision).video == ""


def test_translations_say_it_too(vision, city, translator, outdated):
    for source in (city.programme, vision):
        translator.translate(source, "en", "[{}]".format)
    assert outdated("en") is False

    publish(vision, title="Köln 2050")
    assert outdated("en") is True


def test_somebody_looks_at_the_video_and_says_that_it_is_still_true(
    vision, outdated, admin_client, admin_user
):
    address = reverse("vision_pages_video_still_true", args=[vision.pk])
    assert address not in admin_client.get(edit_address(vision)).content.decode()
    publish(vision, title="Köln 2050")
    assert f'action="{address}"' in admin_client.get(edit_address(vision)).content.decode()
    assert admin_client.get(address).status_code == 200
    assert outdated() is True

    assert admin_client.post(address).status_code == 302

    assert (outdated(), said(vision)) == (False, [])
    [entry] = PageLogEntry.objects.filter(action="vision_pages.video_still_true")
    assert (entry.page_id, entry.user) == (vision.pk, admin_user)


def test_the_report_of_what_needs_care_names_it_until_then(vision, admin_client):
    def kept():
        check()
        return [*PageFinding.objects.filter(kind="sign_language").values_list("page", flat=True)]

    assert kept() == []
    publish(vision, title="Köln 2050")
    assert kept() == [vision.pk]

    admin_client.post(reverse("vision_pages_video_still_true", args=[vision.pk]))
    assert kept() == []


def test_a_video_has_a_duration_and_can_be_downloaded(city):
    city.vision.sign_language_video = video(url="https://v.example/1", duration=None)
    city.vision.save_revision(clean=False)

    assert [place for place, _message in said(city.vision)] == ["duration", "file"]


def test_who_may_not_edit_the_page_says_nothing_of_its_video(vision, client, django_user_model):
    publish(vision, title="Köln 2050")
    client.force_login(django_user_model.objects.create_user("gast"))

    client.post(reverse("vision_pages_video_still_true", args=[vision.pk]))

    assert Release.objects.get(page=vision).is_video_behind


def test_the_form_of_the_panel_may_be_sent(vision, admin_client):
    publish(vision, title="Köln 2050")
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[vision.pk])).content.decode()

    address = reverse("vision_pages_video_still_true", args=[vision.pk])
    form = html.split(f'<form action="{address}" method="post">')[1].split("</form>")[0]
    assert re.search(r'name="csrfmiddlewaretoken" value="\w+"', form)


def test_its_panel_asks_no_more_for_long_pages(vision, rf, admin_user):
    request = rf.get("/")
    request.user = admin_user

    def asked(**values):
        publish(vision, **values)
        page = type(vision).objects.get(pk=vision.pk)
        with CaptureQueriesContext(connection) as statements:
            [panel] = side_panels(page, request)
            panel.render_html({"request": request})
        return len(statements)

    short = asked(title="Köln 2050")
    assert (
        asked(body=[("heading", {"text": f"Teil {number}", "level": "h2"}) for number in range(30)])
        == short
    )
