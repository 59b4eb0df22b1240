"""What drafts cost to be read, beside what is public: `python -m benchmarks.previews`.

A preview may take 1.5 times what the published read takes, and the building of one document.
CPU is counted, of the API and of its database connection: it says the same on a busy machine.
"""

import argparse
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client, override_settings  # noqa: E402

from benchmarks.contenders import OURS  # noqa: E402
from benchmarks.seeding import use  # noqa: E402
from benchmarks.usage import seconds  # noqa: E402
from graphql_api.documents import pages  # noqa: E402
from graphql_api.documents.projection import finished  # noqa: E402
from graphql_api.models import Document  # noqa: E402
from graphql_api.previews.storing import store  # noqa: E402
from graphql_api.previews.tokens import token  # noqa: E402
from vision_pages.models import VisionPage  # noqa: E402

LISTED = """query { projects(first: 20, order: [TITLE_ASC]) {
  totalCount nodes { title path } facets { status { value count } } } }"""
SEARCHED = 'query { search(query: "stadt") { totalCount nodes { title path } } }'
SUGGESTED = 'query { searchSuggestions(query: "stad") { node { title path } } }'

WARM = 8
Ask = Callable[[], Any]


def questions() -> dict[str, str]:
    """Give those of the API's benchmark, a sorted list with its counts, and searches."""
    more = {"sorted list": LISTED, "search": SEARCHED, "suggestions": SUGGESTED}
    return {**OURS.operations(), **more}


def asking(query: str, path: str, headers: dict[str, str]) -> Ask:
    client = Client()
    body = {"query": query, "variables": {"path": path} if "$path" in query else {}}

    def ask() -> Any:
        response = client.post("/graphql/", body, content_type="application/json", headers=headers)
        if response.status_code != 200 or b'"errors"' in response.content[:200]:
            raise RuntimeError(response.content[:500].decode())
        return response

    return ask


def cost(work: Ask, times: int) -> float:
    """Give the milliseconds of CPU that something takes once it is warm."""
    pid = connection.connection.info.backend_pid
    for _ in range(WARM):
        work()
    begun, database_begun = process_time(), seconds(pid)
    for _ in range(times):
        work()
    return 1000 * (process_time() - begun + seconds(pid) - database_begun) / times


def undone(work: Ask) -> Ask:
    """Have something done and undone."""

    def tried() -> None:
        with transaction.atomic():
            work()
            transaction.set_rollback(True)

    return tried


def author() -> User:
    """Give somebody of the press office: whose draft it is must still have the right to it."""
    call_command("create_roles", verbosity=0)
    user, _created = User.objects.get_or_create(username="pressestelle")
    user.groups.add(Group.objects.get(name="Pressestelle"))
    return user


def report(page: VisionPage, path: str, times: int) -> None:
    writer = author()
    headers = {"X-Preview-Token": token(store(page, writer))}
    building = cost(lambda: finished(pages.documents([page.pk])), times)
    print("| | published, ms | preview, ms | allowed, ms | ratio |\n|---|---|---|---|---|")
    for name, query in questions().items():
        public, preview = (cost(asking(query, path, sent), times) for sent in ({}, headers))
        allowed, ratio = 1.5 * public + building, preview / public
        print(f"| {name} | {public:.1f} | {preview:.1f} | {allowed:.1f} | {ratio:.2f} |")
    renamed = VisionPage.objects.get(pk=page.pk)
    renamed.slug = f"{page.slug}-neu"
    keeping, moving = (cost(undone(partial(store, one, writer)), times) for one in (page, renamed))
    print(f"\nTo build one document: {building:.1f} ms; to keep a draft: {keeping:.1f} ms;")
    below = page.get_descendant_count()
    print(f"to keep one with another address, {below} pages below it: {moving:.1f} ms.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=5_000, help="how large the city is")
    parser.add_argument("--times", type=int, default=40, help="how often each is asked")
    given = parser.parse_args()
    use(given.pages)
    page = VisionPage.objects.filter(locale__language_code="de").earliest("pk")
    path = Document.objects.get(source=f"wagtailcore.page:{page.pk}").path or ""
    page.title = f"{page.title} neu"
    with override_settings(ALLOWED_HOSTS=["*"], DEBUG=False):
        report(page, path, given.times)


if __name__ == "__main__":
    main()
