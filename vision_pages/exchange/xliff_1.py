"""XLIFF 1.2, which most tools of agencies read."""

from functools import partial
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from vision_pages.exchange import inline
from vision_pages.exchange.units import Document, State, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
NAMES = {"x": NAMESPACE}
KINDS = {"b": "bold", "i": "italic", "a": "link", "br": "lb"}
WRITTEN = {
    State.INITIAL: "new",
    State.TRANSLATED: "translated",
    State.REVIEWED: "signed-off",
    State.FINAL: "final",
}
READ = {name: state for state, name in WRITTEN.items()}


def write(document: Document) -> bytes:
    root = Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    attributes = {
        "original": document.original,
        "source-language": document.source_language,
        "target-language": document.target_language,
        "datatype": "html",
    }
    file = SubElement(root, "file", attributes)
    if document.notes:
        header = SubElement(file, "header")
        for note in document.notes:
            SubElement(header, "note").text = note
    body = SubElement(file, "body")
    for unit in document.units:
        write_unit(body, unit).tail = "\n"
    return tostring(root, encoding="utf-8", xml_declaration=True)


def write_unit(body: Element, unit: Unit) -> Element:
    element = SubElement(body, "trans-unit", {"id": unit.id, "resname": unit.path})
    element.set("xml:space", "preserve")
    if unit.max_length:
        element.attrib |= {"maxwidth": str(unit.max_length), "size-unit": "char"}
    if unit.state >= State.REVIEWED:
        element.set("approved", "yes")
    inline.write(SubElement(element, "source"), unit.source, code)
    if unit.target:
        target = SubElement(element, "target", {"state": WRITTEN[unit.state]})
        inline.write(target, unit.target, code)
    for note in unit.notes:
        SubElement(element, "note").text = note
    write_previous(element, unit)
    return element


def write_previous(element: Element, unit: Unit) -> None:
    if unit.previous is None:
        return
    found = {"alttranstype": "previous-version", "match-quality": f"{unit.previous.similarity}%"}
    other = SubElement(element, "alt-trans", found)
    inline.write(SubElement(other, "source"), unit.previous.source, code)
    inline.write(SubElement(other, "target"), unit.previous.target, code)


def code(element: Element, name: str, code_id: str) -> Element:
    kind = {"id": code_id, "ctype": KINDS.get(name, f"x-{name}")}
    return SubElement(element, "x" if name == "br" else "g", kind)


def read(root: Element) -> list[Document]:
    return [
        Document(
            original=file.get("original", ""),
            source_language=file.get("source-language", ""),
            target_language=file.get("target-language", ""),
            units=tuple(read_unit(unit) for unit in file.iterfind(".//x:trans-unit", NAMES)),
        )
        for file in root.iterfind("x:file", NAMES)
    ]


def read_unit(element: Element) -> Unit:
    unit = Unit(element.get("id", ""), element.get("resname", ""), source="")
    return inline.with_texts(unit, partial(texts_of, element))


def texts_of(element: Element) -> dict[str, Any]:
    target = element.find("x:target", NAMES)
    return {
        "source": read_text(element.find("x:source", NAMES)),
        "target": read_text(target),
        "state": state_of(element, target),
    }


def read_text(element: Element | None) -> str:
    return "" if element is None else inline.read(element, "g", "x")


def state_of(unit: Element, target: Element | None) -> State:
    """Say how far a unit is; many tools name no state, and write a target when they are done."""
    if unit.get("approved") == "yes":
        return State.REVIEWED
    if target is None:
        return State.INITIAL
    return READ.get(target.get("state", "translated"), State.INITIAL)
