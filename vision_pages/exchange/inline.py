"""Tags within a text: as XLIFF's codes, and back.

The id of a code says what it stands for: b1 is the first <b>, a2 the link that wagtail-localize
calls a2. So a file is read without looking into the page.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from wagtail_localize.strings import INLINE_TAGS

from vision_pages.exchange.units import Unit

CODE = re.compile(r"([a-z]+)\d+")
# What XML 1.0 has no place for, such as the vertical tabs of word processors.
UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What tools put around terms and comments; it says nothing about the text itself.
ANNOTATION = "mrk"
DEEPEST = 20

# Makes the code for a tag of a name, with an id, in an element.
Writer = Callable[[Element, str, str], Element]


class BrokenTags(Exception):
    """Codes stand for no tag that a text can have."""


def with_texts(unit: Unit, texts: Callable[[], dict[str, Any]]) -> Unit:
    """Give a unit with its texts and state, or as one that cannot be understood."""
    try:
        return replace(unit, **texts())
    except BrokenTags:
        return replace(unit, broken=True)


def parsed(html: str) -> Tag:
    # A text that looks like an address or a file name makes a parser warn; this one has markup.
    soup = BeautifulSoup("<!---->" + html, "html.parser")
    soup.contents[0].extract()
    return soup


def writable(text: str) -> str:
    """Give a text as it comes back from a file."""
    return UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def normal(html: str) -> str:
    """Give the same for all ways to write the same text."""
    return parsed(writable(html)).decode_contents()


def write(element: Element, html: str, code: Writer) -> None:
    """Put a text into an element."""
    numbers: Counter[str] = Counter()
    fill(element, parsed(writable(html)).children, code, numbers)


def fill(
    element: Element, nodes: Iterator[PageElement], code: Writer, numbers: Counter[str]
) -> None:
    for node in nodes:
        if isinstance(node, Tag):
            numbers[node.name] += 1
            name = str(node.get("id") or f"{node.name}{numbers[node.name]}")
            fill(code(element, node.name, name), node.children, code, numbers)
        elif isinstance(node, NavigableString):
            append(element, str(node))


def append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def read(element: Element, pair: str, single: str, depth: int = 0) -> str:
    """Give the text in an element; raise BrokenTags for codes that are not ours."""
    if depth > DEEPEST:
        raise BrokenTags
    found = [escape(element.text or "", quote=False)]
    for child in element:
        name = local(child)
        if name not in {pair, single, ANNOTATION}:
            raise BrokenTags
        inside = read(child, pair, single, depth + 1)
        found.append(inside if name == ANNOTATION else tag(child, inside, empty=name == single))
        found.append(escape(child.tail or "", quote=False))
    return "".join(found)


def tag(code: Element, inside: str, *, empty: bool) -> str:
    """Give the tag that a code stands for: a copy of another stands for the same."""
    name = code.get("copyOf") or code.get("id") or ""
    match = CODE.fullmatch(name)
    kind = match[1] if match else ""
    if kind not in INLINE_TAGS or empty != (kind == "br"):
        raise BrokenTags
    if empty:
        return "<br/>"
    return f'<a id="{name}">{inside}</a>' if kind == "a" else f"<{kind}>{inside}</{kind}>"


def local(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
