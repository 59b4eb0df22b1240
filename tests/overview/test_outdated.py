"""Outdated translations are shown where editors and translators look: explorer and dashboard."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import VisionFactory
from tests.overview.test_dashboard import panels
from vision_pages.models import Release


@pytest.fixture
def outdate(english):
    """Have a page be public in English, and then say something else."""

    def outdate(page, **left):
        translation = page.copy_for_translation(english)
        translation.save_revision().publish()
        page.refresh_from_db()
        page.summary = "Etwas anderes."
        page.save_revision().publish()
        Release.objects.filter(page=translation).update(**left)
        return translation

    return outdate


def buttons(client, parent):
    """Give what stands below the titles of an explorer's listing, where it is of ours."""
    html = client.get(reverse("wagtailadmin_explore", args=[parent.pk])).content.decode()
    found = re.findall(r'<a\s+href="([^"]+)"[^>]*>\s*([^<]*(?:utdated|eraltet)[^<]*?)\s*</a>', html)
    return [tuple(map(unescape, one)) for one in found]


def test_the_dashboard_names_what_is_outdated(admin, vision, outdate):
    outdate(vision)

    assert panels(admin)["outdated-translations"] == ["Köln 21 English"]


def test_the_explorer_leads_from_a_translation_to_its_editor(admin, vision, outdate):
    translation = outdate(vision, texts_left=2, words_left=6)

    assert buttons(admin, translation.get_parent()) == [
        (reverse("wagtailadmin_pages:edit", args=[translation.pk]), "Veraltet: 2 Texte, 6 Wörter")
    ]


def test_the_explorer_leads_from_a_source_to_the_report(admin, vision, outdate):
    outdate(vision)

    assert buttons(admin, vision.get_parent()) == [
        ("/admin/reports/translations/?state=outdated&q=K%C3%B6ln+21", "1 Übersetzung veraltet")
    ]


def test_what_is_up_to_date_has_no_button(admin, vision, english):
    vision.copy_for_translation(english).save_revision().publish()

    assert buttons(admin, vision.get_parent()) == []


def test_choosers_find_pages_as_before(admin, vision, outdate):
    outdate(vision)

    found = admin.get(f"/admin/api/main/pages/?for_explorer=1&child_of={vision.get_parent().pk}")

    assert [item["title"] for item in found.json()["items"]] == ["Köln 21"]


def test_the_explorer_asks_no_more_for_many(admin, vision, outdate):
    address = reverse("wagtailadmin_explore", args=[vision.get_parent().pk])
    outdate(vision)
    counts = []
    for more in (0, 4):
        for number in range(more):
            outdate(VisionFactory(parent=vision.get_parent(), title=f"Vision {number}"))
        admin.get(address)
        with CaptureQueriesContext(connection) as asked:
            admin.get(address)
        counts.append([one["sql"] for one in asked if "vision_pages_release" in one["sql"]])
    assert [len(found) for found in counts] == [1, 1]
