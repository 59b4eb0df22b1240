"""The tree of a rich text: its links resolved, and what it is as HTML and as plain text."""

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from graphql_api.documents.loading import Chain, Loader
from graphql_api.documents.rows import Row

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


async def resolved(tree: Node, loader: Loader, chain: Chain) -> Node:
    """Give the tree with addresses in its links; a link to what cannot be read is broken."""
    keys = list(dict.fromkeys(linked_keys(tree)))
    rows: list[Row] = await loader.found_all(keys, chain) if keys else []
    return with_addresses(tree, {row.key: row for row in rows})


def linked_keys(node: Node) -> Iterator[str]:
    target = node.get("target") or {}
    if key := target.get("page") or target.get("document"):
        yield key
    for child in node.get("children", ()):
        yield from linked_keys(child)


def with_addresses(node: Node, rows: dict[str, Row]) -> Node:
    answer = {name: value for name, value in node.items() if name != "target"}
    if "children" in node:
        answer["children"] = [with_addresses(child, rows) for child in node["children"]]
    if node["type"] == "link":
        answer |= address(node.get("target") or {}, rows)
    return answer


def address(target: Node, rows: dict[str, Row]) -> Node:
    """Say where a link leads, without a word about what cannot be read."""
    if url := target.get("url"):
        return {"href": url, "kind": "URL", "broken": False}
    kind = "PAGE" if "page" in target else "DOCUMENT"
    row = rows.get(target.get("page") or target.get("document") or "")
    if row is None:
        return {"href": None, "kind": kind, "broken": True}
    href = row.path if row.path is not None else row.data.get("url")
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
    return f'<a href="{escape(node["href"])}">{inner}</a>'


WRITERS: dict[str, Callable[[Node, str], str]] = {
    "list": list_element,
    "heading": heading_element,
    "link": link_element,
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
