"""Changes of a page with a thousand below it: each made, measured and taken back."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth.models import User
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from benchmarks.costs import Cost, Waiting, cost
from benchmarks.plain import without_documents
from graphql_api.documents.collector import collecting
from graphql_api.documents.models import Document
from vision_pages.models import ProgrammePage, ProjectIndexPage

Work = Callable[[], Any]
# A change, and what takes it back.
Change = tuple[Work, Work]


def subtrees(
    contenders: dict[str, Callable[[], Any]], waiting: Waiting, rounds: int
) -> Iterator[dict[tuple[str, str], Cost]]:
    """Make each change with each contender; tasks and the way back are left out."""
    index = ProjectIndexPage.objects.filter(locale__language_code="de").earliest("pk")
    number = index.get_descendant_count()
    for _ in range(rounds):
        for change in (moved, restricted, renamed, unpublished):
            for name, contender in contenders.items():
                with contender():
                    work, back = change(index)
                    waiting.tasks.clear()
                    found = cost(work)
                    waiting.tasks.clear()
                    back()
                    waiting.tasks.clear()
                forget_redirects()
                yield {(f"{number} pages {change.__name__}", name): found}
        renewed(index)


def moved(index: Page) -> Change:
    home = ProgrammePage.objects.get(pk=index.get_parent().pk)
    other = Page.objects.child_of(home).exclude(pk=index.pk).order_by("path").first()
    return (
        lambda: page(index).move(other, "last-child"),
        lambda: page(index).move(Page.objects.get(pk=home.pk), "last-child"),
    )


def restricted(index: Page) -> Change:
    def restrict() -> None:
        PageViewRestriction.objects.create(page=index, restriction_type="login")

    return restrict, lambda: PageViewRestriction.objects.get(page=index).delete()


def renamed(index: Page) -> Change:
    before = index.slug

    def rename(slug: str) -> Work:
        found = ProjectIndexPage.objects.get(pk=index.pk)
        found.slug = slug
        revision = found.save_revision()
        return revision.publish

    def back() -> None:
        rename(before)()

    return rename("umbenannt"), back


def unpublished(index: Page) -> Change:
    user = User.objects.get(username="publisher")

    def unpublish() -> None:
        action = UnpublishPageAction(page(index), include_descendants=True, user=user)
        action.execute(skip_permission_checks=True)

    def publish() -> None:
        below = Page.objects.filter(path__startswith=page(index).path)
        below.update(live=True, has_unpublished_changes=False)

    return unpublish, publish


def forget_redirects() -> None:
    """Remove those that a change has left, so that the next finds what this one found."""
    with without_documents():
        Redirect.objects.all().delete()
    Document.objects.filter(kind="Redirect").delete()


def page(index: Page) -> Page:
    return Page.objects.get(pk=index.pk)


def renewed(index: Page) -> None:
    """Write the documents of what was made live again by other means."""
    with collecting() as changes:
        changes.trees.add(index.pk)
