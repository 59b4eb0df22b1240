"""Translations go where their source goes, in its order, and are deleted with it."""

from typing import Any

from django.db.models.signals import pre_delete
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail.signals import post_page_move

from vision_pages.translation.releases import source_of


def follow_sources() -> None:
    """Have translations follow, whoever moves or deletes their source, and by what means."""
    post_page_move.connect(move_translations, dispatch_uid="vision_pages.move_translations")
    pre_delete.connect(
        delete_translations, sender=Page, dispatch_uid="vision_pages.delete_translations"
    )


def translations(page: Page) -> list[Page]:
    """Give the translations made of a page, and the placeholders for them."""
    if source_of(page) is not None or page.alias_of_id:
        return []
    others = Page.objects.translation_of(page).select_related("locale").order_by("locale_id")
    return [other for other in others if other.alias_of_id in {None, page.pk}]


def move_translations(instance: Page, **kwargs: Any) -> None:
    page = Page.objects.get(pk=instance.pk)
    parent = page.get_parent()
    before = [*page.get_prev_siblings()] if parent else []
    for translation in translations(page):
        move(translation, parent, before)


def move(translation: Page, parent: Page, before: list[Page]) -> None:
    """Put a translation below that of a page, behind those of the pages it is to stand behind."""
    above = place_for(translation, parent)
    free_address(translation, above)
    keys = [page.translation_key for page in before]
    found = {
        sibling.translation_key: sibling
        for sibling in above.get_children().filter(translation_key__in=keys)
    }
    left = next((found[key] for key in reversed(keys) if key in found), None)
    if left is not None:
        translation.move(left, pos="right")
    else:
        translation.move(above, pos="first-child")


def free_address(translation: Page, above: Page) -> None:
    """Give a translation another slug, if something else has its own where it goes."""
    slug = find_available_slug(above, translation.slug, ignore_page_id=translation.pk)
    if slug != translation.slug:
        translation.slug = slug
        translation.save()


def place_for(translation: Page, parent: Page) -> Page:
    """Give the translation of the page above; where there is none yet, an alias holds its place."""
    locale = translation.locale
    if parent.is_root():
        return parent
    above: Page | None = parent.get_translation_or_none(locale)
    return above or parent.specific.copy_for_translation(locale, copy_parents=True, alias=True)


def delete_translations(instance: Page, **kwargs: Any) -> None:
    """Delete a page's translations: without it nobody would mind their facts."""
    for translation in translations(instance):
        for page in Page.objects.filter(pk=translation.pk):
            page.delete()
