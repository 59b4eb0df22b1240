"""Cache tags: short names of what an answer rests on, by which caches before the site purge it.

An answer rests on documents, and on look-ups: a list, a path, the pages below a page. What is not
there yet has a tag too, so that it is missed by no answer once it comes. What a change makes
invalid is named in `purging/changes.py` by the same tags.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import local

BYTES = 5
LENGTH = 2 * BYTES  # letters of a tag

# What a tag is about, beside its value. Chosen to be the shortest list that names every look-up.
DOCUMENT = "document"  # by its key, in any language
CHILDREN = "children"  # of the page with this key
FACET = "facet"
POSITION = "position"  # in the tree
PATH = "path"
KIND = "kind"  # all documents of it; with a language, those in that language
MENU = "menu"
PAGES = "pages"  # whatever can be looked up by a path, a place or a facet
CHANGES = "changes"  # anything at all
EVERYTHING = "everything"  # all answers, whatever they rest on

# What a look-up of the loader is about. A site's own document decides over every answer.
LOOKED_UP = {
    "key": DOCUMENT,
    "translation": DOCUMENT,
    "parent": CHILDREN,
    "facet": FACET,
    "position": POSITION,
    "path": PATH,
    "redirect": PATH,
}
OF_PAGES = {CHILDREN, FACET, POSITION, PATH}


def tag(about: str, value: str = "") -> str:
    """Name something in ten hexadecimal digits, which every product takes as they are."""
    return blake2b(f"{about} {value}".encode(), digest_size=BYTES).hexdigest()


def path_of(path: str) -> str:
    """Write a path as its tag has it: that of a redirect has no slash at its end."""
    return path.rstrip("/") or "/"


def in_language(kind: str, locale: str) -> str:
    return f"{kind} {locale}"


@dataclass(slots=True)
class Dependencies:
    """What an answer rests on.

    named: what about, and which value. kinds: of the documents that were read by their keys, by
    these.
    """

    named: set[tuple[str, str]] = field(default_factory=set)
    kinds: dict[str, str] = field(default_factory=dict)

    def add(self, about: str, values: Iterable[str] = ("",)) -> None:
        self.named.update((about, value) for value in values)

    def looked_up(self, by: str, values: Iterable[str], chain: Iterable[str]) -> None:
        """Note a request of the loader."""
        if by == "kind":
            self.listed(values, chain)
        elif by == "menu":
            self.add(MENU)
        elif by in {"path", "redirect"}:
            self.add(PATH, map(path_of, values))
        elif by == "first":
            self.add(FACET, (value.split()[0] for value in values))
        elif by in LOOKED_UP:
            self.add(LOOKED_UP[by], values)

    def listed(self, kinds: Iterable[str], chain: Iterable[str]) -> None:
        """Note that documents of these kinds were looked for in these languages."""
        languages = list(chain)
        self.add(KIND, (in_language(kind, code) for kind in kinds for code in languages))

    def read(self, key: str, kind: str) -> None:
        self.kinds[key] = kind

    def tags(self, most: int) -> list[str]:
        """Give the tags in order: the finest of which there are at most so many."""
        for named in (self.named, self.coarse(), {(CHANGES, "")}):
            if len(named) < most:
                break
        return sorted({tag(EVERYTHING), *(tag(*one) for one in named)})

    def coarse(self) -> set[tuple[str, str]]:
        """Name the same by the kinds of the documents, and all look-ups of pages as one."""
        return {self.coarser(about, value) for about, value in self.named}

    def coarser(self, about: str, value: str) -> tuple[str, str]:
        if about in OF_PAGES:
            return PAGES, ""
        # Of what was not found nobody knows the kind.
        if about == DOCUMENT and value in self.kinds:
            return KIND, self.kinds[value]
        return about, value


_thread = local()


@contextmanager
def collected(asked: bool) -> Iterator[Dependencies | None]:  # noqa: FBT001
    """Collect what is read on this thread, if that is asked."""
    _thread.dependencies = dependencies = Dependencies() if asked else None
    try:
        yield dependencies
    finally:
        _thread.dependencies = None


def current() -> Dependencies | None:
    """Give what collects on this thread, if anything does."""
    return getattr(_thread, "dependencies", None)


def note(about: str, values: Iterable[str] = ("",)) -> None:
    """Note what is looked up here, if anybody collects it."""
    if (dependencies := current()) is not None:
        dependencies.add(about, values)


def note_listed(kinds: Iterable[str], chain: Iterable[str]) -> None:
    """Note that documents of these kinds are looked for here in these languages."""
    if (dependencies := current()) is not None:
        dependencies.listed(kinds, chain)
