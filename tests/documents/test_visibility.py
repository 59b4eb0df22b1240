"""What is public, and what is not."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction

from tests.documents.conftest import differences, document_of
from tests.factories import (
    ContactPointFactory,
    DocumentFactory,
    ImageFactory,
    SiteSettingsFactory,
    StageFactory,
    VisionFactory,
)


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


@pytest.mark.parametrize("restriction_type", ["login", "password", "groups"])
def test_a_restricted_page_and_all_below_it_are_absent(vision, restriction_type):
    stage = StageFactory(parent=vision)
    restriction = PageViewRestriction.objects.create(
        page=vision, restriction_type=restriction_type, password="geheim"
    )
    restriction.groups.set(Group.objects.all()[:1])

    assert document_of(vision) is None
    assert document_of(stage) is None

    restriction.delete()
    assert document_of(stage)


def test_a_draft_is_absent(programme):
    assert document_of(VisionFactory(parent=programme, live=False)) is None


def test_an_unpublished_edit_is_not_said(vision):
    vision.title = "Entwurf"
    vision.save_revision()

    assert document_of(vision).data["title"] != "Entwurf"


def test_a_live_page_below_an_unpublished_one_is_public(vision):
    stage = StageFactory(parent=vision)
    vision.unpublish()

    assert document_of(stage)


def test_a_page_outside_of_every_site_is_absent(root, vision):
    outside = Page.get_first_root_node().add_child(instance=Page(title="Ablage", slug="ablage"))
    assert document_of(outside) is None

    vision.move(outside, "last-child")
    assert document_of(vision) is None
    assert differences() == []

    vision.refresh_from_db()
    vision.move(root, "last-child")
    assert document_of(vision)


def test_the_clock_withdraws_nothing_but_is_told(programme, vision, english):
    """What changes with the clock is compared when reading."""
    soon, later = timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=2)
    translation = translated(vision, english, expire_at=later)
    alias = vision.create_alias(parent=programme, update_slug="alias")
    publish(vision, expire_at=soon)

    assert document_of(vision).expires_at == soon
    assert document_of(alias).expires_at == soon
    assert document_of(translation).expires_at == soon


def test_an_alias_is_public_like_its_source(programme, vision):
    alias = vision.create_alias(parent=programme, update_slug="alias")
    assert document_of(alias).data["title"] == vision.title

    Page.objects.filter(pk=vision.pk).update(live=False)
    assert document_of(alias) is None
    assert differences() == []


def test_an_alias_of_an_alias_rests_on_both(programme, vision):
    alias = vision.create_alias(parent=programme, update_slug="alias")
    second = alias.create_alias(parent=programme, update_slug="zweites")
    assert document_of(second)

    PageViewRestriction.objects.create(page=vision, restriction_type="login")
    assert document_of(second) is None


def test_a_placeholder_is_absent(programme, vision, english):
    placeholder = vision.copy_for_translation(english, copy_parents=True, alias=True)
    copy = placeholder.create_alias(parent=placeholder.get_parent(), update_slug="copy")

    assert placeholder.live
    assert document_of(placeholder) is None
    assert document_of(copy) is None


def test_a_translation_is_public_only_with_its_source(vision, english):
    translation = translated(vision, english, title="Cologne")
    assert document_of(translation).path.endswith("/cologne/")
    assert document_of(translation).path.startswith("/en/")

    vision.unpublish()
    assert document_of(translation) is None

    publish(vision)
    assert document_of(translation)

    Page.objects.filter(pk=vision.pk).update(live=False)
    assert document_of(translation) is None


def test_a_page_written_in_another_language_first_needs_no_source(root, english):
    home = root.get_translation(english)
    page = home.add_child(instance=Page(title="Only English", locale=english))
    assert document_of(page)

    german = page.copy_for_translation(Locale.get_default(), alias=True)
    assert document_of(german) is None
    assert document_of(page), "A placeholder is nobody's original."


def test_a_snippet_is_public_once_it_is_live(db, english):
    contact = ContactPointFactory(live=False)
    assert document_of(contact) is None

    contact.save_revision().publish()
    assert document_of(contact).locale == "de"

    contact.refresh_from_db()
    contact.unpublish()
    assert document_of(contact) is None


def test_settings_are_drafts_until_they_are_published(root):
    settings = SiteSettingsFactory(live=False)
    assert document_of(settings) is None

    settings.newsletter_url = "https://example.org/"
    settings.save_revision().publish()
    assert document_of(settings).site == settings.site_id


@pytest.mark.parametrize("factory", [ImageFactory, DocumentFactory])
def test_a_file_of_a_private_collection_is_absent(db, factory):
    private = Collection.get_first_root_node().add_child(name="Intern")
    inner = private.add_child(name="Innen")
    file = factory(collection=inner)
    assert document_of(file)

    restriction = CollectionViewRestriction.objects.create(
        collection=private, restriction_type="login"
    )
    assert document_of(file) is None

    inner.refresh_from_db()
    inner.move(Collection.get_first_root_node(), "sorted-child")
    assert document_of(file)

    inner.refresh_from_db()
    inner.move(Collection.objects.get(pk=private.pk), "sorted-child")
    assert document_of(file) is None

    restriction.delete()
    assert document_of(file)


@pytest.mark.parametrize("factory", [ImageFactory, DocumentFactory])
def test_a_file_put_into_a_private_collection_without_a_word_is_absent(db, factory):
    private = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    file = factory()

    type(file).objects.filter(pk=file.pk).update(collection=private)

    assert document_of(file) is None
    assert differences() == []


@pytest.mark.parametrize("factory", [ImageFactory, DocumentFactory])
def test_a_file_taken_out_of_a_private_collection_in_bulk_is_public(admin_client, factory):
    """Wagtail writes by update() and sends no signal; its hook is all there is."""
    public = Collection.get_first_root_node()
    private = public.add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    file = factory(collection=private)
    args = [file._meta.app_label, file._meta.model_name, "add_to_collection"]
    address = f"{reverse('wagtail_bulk_action', args=args)}?id={file.pk}"

    admin_client.post(address, {"collection": public.pk})

    assert document_of(file)
    assert differences() == []


def test_a_language_with_another_code_has_other_documents(vision, english):
    translation = translated(vision, english, title="Cologne")
    contact = ContactPointFactory(locale=english)

    english.language_code = "fr"
    english.save()

    assert document_of(translation).path.startswith("/fr/")
    assert [document_of(one).locale for one in (translation, contact)] == ["fr", "fr"]
    assert differences() == []
