"""What editors do, as functions of a few numbers, for tests that do much of it."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)

from tests.factories import (
    ContactPointFactory,
    DocumentFactory,
    ImageFactory,
    ParticipationEventFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndexFactory,
    StageFactory,
    VisionFactory,
)
from vision_pages.models import (
    AccessibleDocument,
    Actor,
    ContactPoint,
    CreditedImage,
    SiteSettings,
    StagePage,
    VisionPage,
)

RICH_TEXT = (
    '<p>Mehr <a linktype="page" id="{page}">hier</a>, '
    '<a linktype="document" id="{file}">da</a>.</p>'
)


def pick(rows: Any, number: int) -> Any:
    """Choose one of the rows, whatever the number; None of none."""
    found = list(rows.order_by("pk"))
    return found[number % len(found)] if found else None


def page(number: int) -> Any:
    found = pick(Page.objects.filter(depth__gt=1), number)
    return found.specific


def own_page(number: int) -> Any:
    """Choose a page that is no alias and below a site's root."""
    found = pick(Page.objects.filter(depth__gt=2, alias_of=None), number)
    return None if found is None else found.specific


def create(number: int, other: int) -> None:
    parent = page(number)
    kind = [ProgrammeFactory, VisionFactory, StageFactory, ProjectIndexFactory, ProjectFactory][
        other % 5
    ]
    kind(parent=parent, locale=parent.locale, live=other % 3 != 0)


def create_generic(number: int, other: int) -> None:
    parent = page(number)
    parent.add_child(instance=Page(title=f"Seite {other}", locale=parent.locale, live=other % 2))


def change(found: Any, other: int) -> None:
    """Write something new into a page's fields, and links to what there is."""
    found.title = f"Titel {other}"
    if hasattr(found, "body"):
        target = page(other)
        image = pick(CreditedImage.objects, other)
        file = pick(AccessibleDocument.objects, other)
        found.hero_image, found.hero_alt = image, "Bild" if image else ""
        html = RICH_TEXT.format(page=target.pk, file=file.pk if file else 0)
        found.body = [
            ("rich_text", {"content": html, "language": ""}),
            ("participation_teaser", {"title": "Los", "description": "", "page": target}),
        ]
    if isinstance(found, VisionPage):
        contact = pick(ContactPoint.objects.filter(locale=found.locale), other)
        found.contacts.set([contact] if contact else [])
        found.start_date, found.end_date = f"19{other % 90 + 10}", "2001"
        found.successor = pick(VisionPage.objects.exclude(pk=found.pk), other)
    if isinstance(found, StagePage):
        events = [ParticipationEventFactory.build(title=f"Termin {other}", locale=found.locale)]
        found.participation_events.set([*found.participation_events.all(), *events][-2:])


def draft(number: int, other: int) -> None:
    if found := own_page(number):
        change(found, other)
        found.save_revision(clean=False)


def publish(number: int, other: int) -> None:
    if found := own_page(number):
        change(found, other)
        found.save_revision(clean=False).publish()


def publish_old_revision(number: int, other: int) -> None:
    found = own_page(number)
    revision = found and pick(found.revisions, other)
    if revision:
        revision.publish()


def rename(number: int, other: int) -> None:
    if found := own_page(number):
        found.slug = f"adresse-{number}-{other}"
        found.save_revision(clean=False).publish()


def save(number: int, other: int) -> None:
    if found := own_page(number):
        change(found, other)
        found.save(clean=False)


def save_part(number: int, other: int) -> None:
    stage = pick(StagePage.objects.filter(participation_events__isnull=False), number)
    if stage:
        event = stage.participation_events.first()
        event.title = f"Termin {other}"
        event.save()


def unpublish(number: int, other: int) -> None:
    action = UnpublishPageAction(
        page(number), user=get_user_model().objects.first(), include_descendants=bool(other % 2)
    )
    action.execute(skip_permission_checks=True)


def update_live(number: int, other: int) -> None:
    Page.objects.filter(pk=page(number).pk).update(live=False)


def schedule(number: int, other: int) -> None:
    if found := own_page(number):
        found.go_live_at = timezone.now() + timedelta(days=1)
        found.save_revision(clean=False).publish()


def expire(number: int, other: int) -> None:
    if found := own_page(number):
        found.go_live_at = None
        found.expire_at = timezone.now() + timedelta(days=other % 9 + 1)
        found.save_revision(clean=False).publish()


def move(number: int, other: int) -> None:
    found, target = page(number), page(other)
    if found.depth > 2 and not (target == found or target.is_descendant_of(found)):
        found.move(target, "last-child")


def reorder(number: int, other: int) -> None:
    found = page(number)
    sibling = pick(found.get_siblings(inclusive=False), other)
    if sibling and found.depth > 2:
        found.move(sibling, "left" if other % 2 else "right")


def restrict(number: int, other: int) -> None:
    PageViewRestriction.objects.get_or_create(
        page_id=page(number).pk, defaults={"restriction_type": "login"}
    )


def release(number: int, other: int) -> None:
    if restriction := pick(PageViewRestriction.objects, number):
        restriction.delete()


def alias(number: int, other: int) -> None:
    found, parent = page(number), page(other)
    if found.depth > 2 and not (parent == found or parent.is_descendant_of(found)):
        slug = f"alias-{Page.objects.count()}"
        found.create_alias(parent=parent, update_slug=slug, recursive=bool(other % 2))


def convert(number: int, other: int) -> None:
    if found := pick(Page.objects.exclude(alias_of=None), number):
        ConvertAliasPageAction(found.specific).execute()


def copy(number: int, other: int) -> None:
    found, parent = page(number), page(other)
    if found.depth > 2 and not (parent == found or parent.is_descendant_of(found)):
        attributes = {"slug": f"kopie-{Page.objects.count()}"}
        found.copy(to=parent, recursive=bool(other % 2), update_attrs=attributes)


def translate(number: int, other: int) -> None:
    found = page(number)
    locale = Locale.objects.get(language_code="en")
    if found.locale != locale and not found.has_translation(locale):
        translation = found.copy_for_translation(locale, copy_parents=True, alias=other % 3 == 0)
        if other % 2 and not translation.alias_of_id:
            translation.specific.save_revision(clean=False).publish()


def delete(number: int, other: int) -> None:
    found = pick(Page.objects.filter(depth__gt=3), number)
    if found:
        Page.objects.get(pk=found.pk).delete()


def delete_by_query(number: int, other: int) -> None:
    if found := pick(Page.objects.filter(depth__gt=3), number):
        Page.objects.filter(pk=found.pk).delete()


def change_image(number: int, other: int) -> None:
    image = pick(CreditedImage.objects, number) or ImageFactory()
    image.title = f"Bild {other}"
    image.collection = pick(Collection.objects, other)
    image.save()


def change_file(number: int, other: int) -> None:
    file = pick(AccessibleDocument.objects, number) or DocumentFactory()
    file.title = f"Datei {other}"
    file.collection = pick(Collection.objects, other)
    file.save()


def delete_file(number: int, other: int) -> None:
    model = AccessibleDocument if other % 2 else CreditedImage
    if found := pick(model.objects, number):
        found.delete()


def hide_files(number: int, other: int) -> None:
    """Do as the bulk action does, yet without its hook."""
    restriction = pick(CollectionViewRestriction.objects, other)
    image = pick(CreditedImage.objects, number)
    if restriction and image:
        CreditedImage.objects.filter(pk=image.pk).update(collection=restriction.collection)


def create_collection(number: int, other: int) -> None:
    pick(Collection.objects, number).add_child(name=f"Sammlung {other}")


def move_collection(number: int, other: int) -> None:
    found, target = pick(Collection.objects, number), pick(Collection.objects, other)
    if not (found.is_root() or target == found or target.is_descendant_of(found)):
        found.move(target, "sorted-child")


def restrict_collection(number: int, other: int) -> None:
    collection = pick(Collection.objects, number)
    CollectionViewRestriction.objects.get_or_create(
        collection=collection, defaults={"restriction_type": "login"}
    )


def release_collection(number: int, other: int) -> None:
    if restriction := pick(CollectionViewRestriction.objects, number):
        restriction.delete()


def change_snippet(number: int, other: int) -> None:
    contact = pick(ContactPoint.objects, number) or ContactPointFactory()
    contact.name = f"Stelle {other}"
    contact.phone = f"0221 {other}"
    revision = contact.save_revision()
    if other % 2:
        revision.publish()


def unpublish_snippet(number: int, other: int) -> None:
    if contact := pick(ContactPoint.objects.filter(live=True), number):
        contact.unpublish()


def translate_snippet(number: int, other: int) -> None:
    contact = pick(ContactPoint.objects.filter(locale__language_code="de"), number)
    locale = Locale.objects.get(language_code="en")
    if contact and not contact.has_translation(locale):
        translation = contact.copy_for_translation(locale)
        translation.name = f"Contact {other}"
        translation.save()


def delete_snippet(number: int, other: int) -> None:
    if contact := pick(ContactPoint.objects, number):
        contact.delete()


def delete_actor(number: int, other: int) -> None:
    if actor := pick(Actor.objects, number):
        VisionPage.actors.rel.related_model.objects.filter(actor=actor).delete()


def change_settings(number: int, other: int) -> None:
    site = Site.objects.order_by("pk").first()
    locale = pick(Locale.objects, number)
    settings, _created = SiteSettings.objects.get_or_create(site=site, locale=locale)
    settings.imprint_page = page(other)
    settings.newsletter_url = f"https://example.org/{other}"
    settings.save_revision().publish()


def change_site(number: int, other: int) -> None:
    site = Site.objects.order_by("pk").first()
    site.hostname = f"stadt{other}.example"
    if other % 3 == 0:
        site.root_page = page(number)
    site.save()


def create_site(number: int, other: int) -> None:
    found = Site.objects.filter(hostname="zweite.example").first()
    if found is None:
        Site.objects.create(hostname="zweite.example", root_page_id=page(number).pk)
    else:
        found.delete()


def redirect(number: int, other: int) -> None:
    Redirect.objects.get_or_create(
        old_path=f"/alt/{other}", defaults={"redirect_page_id": page(number).pk}
    )


def change_language(number: int, other: int) -> None:
    locale = Locale.objects.exclude(language_code__in=["de", "en"]).first()
    if locale is None:
        Locale.objects.create(language_code="fr")
    else:
        locale.language_code = "tr" if locale.language_code == "fr" else "fr"
        locale.save()


ACTIONS = [
    action
    for name, action in list(globals().items())
    if callable(action)
    and getattr(action, "__module__", "") == __name__
    and action.__code__.co_varnames[:2] == ("number", "other")
]
