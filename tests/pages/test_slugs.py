"""Addresses: readable in every script, kept once published, and redirected when changed."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.contrib.redirects.models import Redirect

from tests.committing import stamp
from tests.factories import StageFactory, VisionFactory
from vision_pages.models import StagePage, VisionPage
from vision_pages.models.slugs import slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Straßen & Plätze", "strassen-plaetze"),
        ("ÄÖÜ äöü ß ẞ", "aeoeue-aeoeue-ss-ss"),
        ("Bürger*innen", "buergerinnen"),
        ("Köln 21 – Smart City", "koeln-21-smart-city"),
        ("Привіт, Кельне!", "privit-kelne"),
        ("مرحبا", "mrhb"),
        ("Müzik ve şehir", "muezik-ve-sehir"),
        ("Été à la Française", "ete-a-la-francaise"),
        ("1.2 Ziele", "12-ziele"),
        ("***", ""),
        ("", ""),
    ],
)
def test_a_title_is_written_in_letters_digits_and_hyphens(title, expected):
    assert slug(title) == expected


def page(parent, title, **values):
    """Add a page as an editor does, who leaves the address empty."""
    stage = StagePage(title=title, summary="Kurz.", kind="analysis", start_date="2021", **values)
    return parent.add_child(instance=stage)


def test_an_address_follows_from_the_title(vision):
    assert page(vision, "Straßen für Bürger*innen").slug == "strassen-fuer-buergerinnen"


def test_siblings_of_one_title_have_addresses_of_their_own(vision):
    slugs = [page(vision, "Größe").slug for _ in range(3)]

    assert slugs == ["groesse", "groesse-2", "groesse-3"]


def test_pages_that_are_no_siblings_may_share_an_address(vision):
    other = VisionFactory(parent=vision.get_parent())

    assert {page(vision, "Größe").slug, page(other, "Größe").slug} == {"groesse"}


def test_an_address_a_sibling_has_is_refused(vision):
    page(vision, "Größe")
    with pytest.raises(ValidationError) as refused:
        StageFactory(parent=vision, title="Andere", slug="groesse")

    assert list(refused.value.message_dict) == ["slug"]


def test_an_address_stays_when_a_published_page_is_renamed(vision):
    vision.title = "Stadtvision"
    vision.save_revision().publish()

    assert VisionPage.objects.get().slug == "koeln-21"
    assert not Redirect.objects.exists()


def test_a_changed_address_leads_on_for_the_page_and_those_below_it(
    vision, stage, django_capture_on_commit_callbacks
):
    stamp()
    vision.slug = "stadtvision"
    with django_capture_on_commit_callbacks(execute=True):
        vision.save_revision().publish()

    redirects = Redirect.objects.order_by("old_path")
    assert [(found.old_path, found.redirect_page.specific) for found in redirects] == [
        ("/de/stadt-der-zukunft/koeln-21", vision),
        ("/de/stadt-der-zukunft/koeln-21/beteiligung", stage),
    ]
    assert {found.is_permanent for found in redirects} == {True}


def test_the_browser_writes_an_address_only_until_the_first_publication(vision):
    panel = VisionPage.get_edit_handler().children[0].children[0]
    bound = panel.get_bound_panel(instance=vision, request=None, form=None)

    assert bound.get_should_apply()
    vision.save_revision().publish()
    vision.refresh_from_db()
    assert not bound.get_should_apply()
