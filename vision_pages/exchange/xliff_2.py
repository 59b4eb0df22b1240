"""XLIFF 2.1, with its modules for the length of texts and for earlier translations."""

from functools import partial
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from vision_pages.exchange import inline
from vision_pages.exchange.units import Document, State, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
NAMES = {"x": NAMESPACE}
MODULES = {
    "xmlns:mtc": "urn:oasis:names:tc:xliff:matches:2.0",
    "xmlns:slr": "urn:oasis:names:tc:xliff:sizerestriction:2.0",
}
# The kinds that XLIFF has names for, all others are ours.
KINDS = {"b": "xlf:b", "i": "xlf:i", "br": "xlf:lb"}


def write(document: Document) -> bytes:
    root = Element("xliff", {"version": "2.1", "xmlns": NAMESPACE, **MODULES})
    root.attrib |= {"srcLang": document.source_language, "trgLang": document.target_language}
    file = SubElement(root, "file", {"id": "f1", "original": document.original})
    SubElement(file, "slr:profiles", {"generalProfile": "xliff:codepoints"})
    write_notes(file, document.notes)
    for unit in document.units:
        write_unit(file, unit).tail = "\n"
    return tostring(root, encoding="utf-8", xml_declaration=True)


def write_notes(element: Element, notes: tuple[str, ...]) -> None:
    if notes:
        found = SubElement(element, "notes")
        for note in notes:
            SubElement(found, "note").text = note


def write_unit(file: Element, unit: Unit) -> Element:
    element = SubElement(file, "unit", {"id": unit.id, "name": unit.path})
    element.set("xml:space", "preserve")
    if unit.max_length:
        element.set("slr:sizeRestriction", str(unit.max_length))
    write_previous(element, unit)
    write_notes(element, unit.notes)
    segment = SubElement(element, "segment", {"id": "1", "state": unit.state.name.lower()})
    inline.write(SubElement(segment, "source"), unit.source, code)
    if unit.target:
        inline.write(SubElement(segment, "target"), unit.target, code)
    return element


def write_previous(element: Element, unit: Unit) -> None:
    if unit.previous is None:
        return
    matches = SubElement(element, "mtc:matches")
    similarity = str(unit.previous.similarity)
    match = SubElement(matches, "mtc:match", {"ref": "#1", "similarity": similarity})
    inline.write(SubElement(match, "source"), unit.previous.source, code)
    inline.write(SubElement(match, "target"), unit.previous.target, code)


def code(element: Element, name: str, code_id: str) -> Element:
    kind = {"id": code_id, "subType": KINDS.get(name, f"html:{name}")}
    kind |= {"type": "link", "canDelete": "no"} if name == "a" else {"type": "fmt"}
    if name == "br":
        return SubElement(element, "ph", kind | {"disp": "<br>"})
    return SubElement(element, "pc", kind | {"dispStart": f"<{name}>", "dispEnd": f"</{name}>"})


def read(root: Element) -> list[Document]:
    return [
        Document(
            original=file.get("original", ""),
            source_language=root.get("srcLang", ""),
            target_language=root.get("trgLang", ""),
            units=tuple(read_unit(unit) for unit in file.iterfind(".//x:unit", NAMES)),
        )
        for file in root.iterfind("x:file", NAMES)
    ]


def read_unit(element: Element) -> Unit:
    """Give a unit, which a tool may have cut into segments."""
    unit = Unit(element.get("id", ""), element.get("name", ""), source="")
    return inline.with_texts(unit, partial(texts_of, element))


def texts_of(element: Element) -> dict[str, Any]:
    parts = [part for part in element if inline.local(part) in {"segment", "ignorable"}]
    return {
        "source": "".join(read_text(part.find("x:source", NAMES)) for part in parts),
        "target": "".join(map(read_text, targets(parts))),
        "state": min(map(state_of, element.iterfind("x:segment", NAMES)), default=State.INITIAL),
    }


def targets(parts: list[Element]) -> list[Element | None]:
    """Give the targets in the order that they say; a gap without one is as in the source."""
    found = []
    for place, part in enumerate(parts, start=1):
        target = part.find("x:target", NAMES)
        if target is None and inline.local(part) == "ignorable":
            target = part.find("x:source", NAMES)
        order = "" if target is None else target.get("order", "")
        found.append((int(order) if order.isdecimal() else place, target))
    return [target for _place, target in sorted(found, key=lambda one: one[0])]


def read_text(element: Element | None) -> str:
    return "" if element is None else inline.read(element, "pc", "ph")


def state_of(segment: Element) -> State:
    name = segment.get("state", "").upper()
    return State[name] if name in State.__members__ else State.INITIAL
