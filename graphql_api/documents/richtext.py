"""Rich text as a tree: what Wagtail stores as HTML, without markup and without addresses."""

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from graphql_api.documents.references import reference

Node = dict[str, Any]

BLOCKS: dict[str, Node] = {
    "p": {"type": "paragraph"},
    "ul": {"type": "list", "ordered": False},
    "ol": {"type": "list", "ordered": True},
    "li": {"type": "listItem"},
    "blockquote": {"type": "blockquote"},
    **{f"h{level}": {"type": "heading", "level": level} for level in range(1, 7)},
}
MARKS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "sup": "superscript",
    "sub": "subscript",
    "s": "strikethrough",
    "del": "strikethrough",
    "code": "code",
}
KINDS = {node["type"] for node in BLOCKS.values()}
CONTAINERS = {"root", "blockquote", "listItem"}
SILENT = {"script", "style"}
SCHEMES = {"http", "https", "mailto", "tel"}
# Browsers skip these inside an address, so "java\tscript:" is one.
IGNORED = re.compile(r"[\x00-\x20\x7f]")


def tree(html: str) -> Node:
    """Read stored rich text; what it links to is named, not resolved."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def safe_url(url: str) -> str | None:
    """Give an address with one of the schemes a reader may be sent to, else None."""
    clean = IGNORED.sub("", url)
    try:
        scheme = urlsplit(clean).scheme
    except ValueError:
        return None
    return clean if scheme.lower() in SCHEMES else None


def link_target(attributes: dict[str, str]) -> Node | None:
    """Say what a link leads to; None for what is no link a reader may follow."""
    match attributes.get("linktype"):
        case "page":
            return {"page": reference(Page, attributes.get("id"))}
        case "document":
            return {"document": reference(get_document_model(), attributes.get("id"))}
        case _:
            url = safe_url(attributes.get("href", ""))
            return {"url": url} if url else None


def embedded_image(attributes: dict[str, str]) -> Node | None:
    if attributes.get("embedtype") != "image":
        return None
    return {
        "type": "image",
        "target": {"image": reference(get_image_model(), attributes.get("id"))},
        "alt": attributes.get("alt", ""),
    }


class Reader(HTMLParser):
    """Builds the tree while it reads; what it doesn't know it leaves out, keeping the text.

    Blocks stand in the root, a quotation or a list's item, items in lists, all else in blocks:
    markup that puts them elsewhere is read as if it had closed, or opened, what is missing.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: Node = {"type": "root", "children": []}
        self.open: list[tuple[str, Node]] = [("", self.root)]
        self.marks: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in SILENT:
            self.silent += 1
        elif tag == "li":
            self.enter_item()
        elif tag in BLOCKS:
            self.enter_block(tag)
        elif tag in MARKS:
            self.marks.append(tag)
        elif tag == "a":
            self.enter_link(link_target(attributes))
        elif tag == "br":
            self.append({"type": "lineBreak"})
        elif tag == "embed" and (image := embedded_image(attributes)):
            self.append(image)

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in MARKS:
            if tag in self.marks:
                self.marks.remove(tag)
        elif any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.silent or (not data.strip() and self.is_between_blocks()):
            return
        marks = sorted({MARKS[tag] for tag in self.marks})
        self.append({"type": "text", "text": data, "marks": marks})

    @property
    def node(self) -> Node:
        return self.open[-1][1]

    def is_between_blocks(self) -> bool:
        """Say whether space is only layout here."""
        children = self.node["children"]
        return self.node["type"] == "list" or (
            self.node["type"] in CONTAINERS and (not children or children[-1]["type"] in KINDS)
        )

    def enter(self, tag: str) -> None:
        node = BLOCKS[tag] | {"children": []}
        self.node["children"].append(node)
        self.open.append((tag, node))

    def enter_block(self, tag: str) -> None:
        if self.node["type"] == "list":
            self.enter("li")
        while self.node["type"] not in CONTAINERS:
            self.open.pop()
        self.enter(tag)

    def enter_item(self) -> None:
        lists = [place for place, (_, node) in enumerate(self.open) if node["type"] == "list"]
        if lists:
            del self.open[lists[-1] + 1 :]
        else:
            self.enter_block("ul")
        self.enter("li")

    def enter_link(self, target: Node | None) -> None:
        if target is None or any(node["type"] == "link" for _, node in self.open):
            self.open.append(("a", self.node))
            return
        link = {"type": "link", "target": target, "children": []}
        self.append(link)
        self.open.append(("a", link))

    def append(self, node: Node) -> None:
        """Add an inline node; where there is no block for it, it gets one."""
        if self.node["type"] == "list":
            self.enter("li")
        elif self.node["type"] == "root" and node["type"] != "image":
            self.enter("p")
        self.node["children"].append(node)
