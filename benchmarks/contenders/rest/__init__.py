"""Wagtail's REST API, asked with the fewest calls.

It has no list of the projects of a vision with their stages: those are one more call for each
project.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.contenders.contender import Conversation, Subject
from benchmarks.contenders.site import Site
from benchmarks.wire import get

PAGES = "/api/v2/pages/"
WHOLE = (
    "_,title,path,summary,seo_title,search_description,hero_alt,hero_title,wide,card,square,"
    "above,beside,locale,languages,goal,vision_statement,body"
)
TEASER = "_,title,path,summary,hero_alt,card,now,served"
STAGE = "_,title,path,summary,state"


@dataclass(frozen=True)
class Rest(Site):
    """The API that comes with Wagtail; of a body it always says everything."""

    chooses = False

    def questions(self) -> dict[str, Callable[[Subject], Conversation]]:
        return {"Q1": page, "Q2": projects, "Q3": vision}


def page(subject: Subject) -> Conversation:
    yield one_vision(subject, WHOLE)


def projects(subject: Subject) -> Conversation:
    yield listed("ProjectPage", fields=TEASER, child_of=str(subject.index), limit="50")


def vision(subject: Subject) -> Conversation:
    found = json.loads((yield one_vision(subject, "_,title,projects")))
    for key in keys(found):
        yield listed("StagePage", fields=STAGE, child_of=str(key))


def keys(found: dict[str, list[dict[str, list[dict[str, int]]]]]) -> Iterator[int]:
    [only] = found["items"]
    for project in only["projects"]:
        yield project["id"]


def one_vision(subject: Subject, fields: str) -> bytes:
    return listed("VisionPage", fields=fields, slug=subject.slug, locale=subject.locale)


def listed(kind: str, **parameters: str) -> bytes:
    return get(PAGES, type=f"vision_pages.{kind}", **parameters)
