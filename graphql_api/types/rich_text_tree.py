"""The tree of a rich text: its links resolved, and what it is as HTML and as plain text."""

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from graphql_api.documents.choosing import Chain
from graphql_api.documents.loading import Loader
from graphql_api.documents.rows import Row
from graphql_api.types.addresses import absolute

Node = dict[str, Any]

MARKS = {
    "bold": "strong",
    "italic": "em",
    "superscript": "sup",
    "subscript": "sub",
    "strikethrough": "s",
    "code": "code",
}
ELEMENTS = {"paragraph": "p", "listItem": "li", "blockquote": "blockquote"}
BLOCKS = {"paragraph", "heading", "listItem", "blockquote"}


async def resolved(tree: Node, loader: Loader, chain: Chain, origin: str) -> Node:
    """Give the tree with addresses in its links; a link to what cannot be read is broken.

    origin: where files lie whose own addresses name no host.
    """
    keys = list(dict.fromkeys(linked_keys(tree)))
    rows: list[Row] = await loader.found_all(keys, chain) if keys else []
    return with_addresses(tree, {row.key: row for row in rows}, origin)


def nodes(node: Node) -> Iterator[Node]:
    """Yield a node and all below it, in the order of the text."""
    yield node
    for child in node.get("children", ()):
        yield from nodes(child)


def linked_keys(tree: Node) -> Iterator[str]:
    for node in nodes(tree):
        target = node.get("target") or {}
        if key := target.get("page") or target.get("document") or target.get("image"):
            yield key


def links(tree: Node) -> Iterator[Node]:
    """Yield each link as a link block stores it: its label, and what it leads to."""
    for node in nodes(tree):
        if node["type"] == "link":
            yield {"label": plain(node), **(node.get("target") or {})}


def headings(tree: Node) -> Iterator[tuple[int, str]]:
    """Yield rank and words of each heading."""
    for node in nodes(tree):
        if node["type"] == "heading":
            yield int(node["level"]), plain(node)


def with_addresses(node: Node, rows: dict[str, Row], origin: str = "") -> Node:
    answer = {name: value for name, value in node.items() if name != "target"}
    target = node.get("target") or {}
    if "children" in node:
        children = (with_addresses(child, rows, origin) for child in node["children"])
        answer["children"] = [child for child in children if child]
    if node["type"] == "link":
        return answer | address(target, rows, origin)
    if node["type"] == "image":
        row = rows.get(target.get("image") or "")
        return answer | source(row, origin) if row else {}
    return answer


def source(row: Row, origin: str) -> Node:
    """Say where an image lies and how large it is."""
    src = absolute(row.data.get("url"), origin)
    return {"src": src, "width": row.data["width"], "height": row.data["height"]}


def address(target: Node, rows: dict[str, Row], origin: str) -> Node:
    """Say where a link leads, without a word about what cannot be read."""
    if url := target.get("url"):
        return {"href": url, "kind": "URL", "broken": False}
    kind = "PAGE" if "page" in target else "DOCUMENT"
    row = rows.get(target.get("page") or target.get("document") or "")
    if row is None:
        return {"href": None, "kind": kind, "broken": True}
    href = row.path if row.path is not None else absolute(row.data.get("url"), origin)
    return {"href": href, "kind": kind, "broken": False, "language": row.locale or None}


def html(node: Node) -> str:
    """Write the tree as HTML; everything in it is escaped."""
    if node["type"] == "text":
        return marked(escape(node["text"]), node.get("marks", ()))
    if node["type"] == "lineBreak":
        return "<br>"
    inner = "".join(html(child) for child in node.get("children", ()))
    return WRITERS.get(node["type"], plain_element)(node, inner)


def marked(text: str, marks: Any) -> str:
    for mark in marks:
        if element := MARKS.get(mark):
            text = f"<{element}>{text}</{element}>"
    return text


def plain_element(node: Node, inner: str) -> str:
    element = ELEMENTS.get(node["type"])
    return f"<{element}>{inner}</{element}>" if element else inner


def list_element(node: Node, inner: str) -> str:
    element = "ol" if node.get("ordered") else "ul"
    return f"<{element}>{inner}</{element}>"


def heading_element(node: Node, inner: str) -> str:
    level = int(node.get("level", 2))
    return f"<h{level}>{inner}</h{level}>"


def link_element(node: Node, inner: str) -> str:
    if not node.get("href"):
        return inner
    language = f' hreflang="{escape(node["language"])}"' if node.get("language") else ""
    return f'<a href="{escape(node["href"])}"{language}>{inner}</a>'


def image_element(node: Node, inner: str) -> str:
    names = ("src", "alt", "width", "height")
    attributes = " ".join(f'{name}="{escape(str(node[name]))}"' for name in names)
    return f"<img {attributes}>"


WRITERS: dict[str, Callable[[Node, str], str]] = {
    "list": list_element,
    "heading": heading_element,
    "link": link_element,
    "image": image_element,
}


def plain(node: Node) -> str:
    """Write the tree as text, one line for each paragraph."""
    return "".join(pieces(node)).strip()


def pieces(node: Node) -> Iterator[str]:
    if node["type"] == "text":
        yield node["text"]
    elif node["type"] == "lineBreak":
        yield "\n"
    for child in node.get("children", ()):
        yield from pieces(child)
    if node["type"] in BLOCKS:
        yield "\n"
