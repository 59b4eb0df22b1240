"""Somebody of the staff at work in the admin: reads labels, types, chooses, presses buttons."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

SUBMIT = "In Redaktion → Fachdienststelle → Pressestelle einreichen"


class Editor:
    """Works in one tab of the browser."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.server = page, server

    def goes(self, address: str) -> None:
        self.page.goto(f"{self.server}/admin/{address}")

    def edits(self, page: Any) -> None:
        self.goes(f"pages/{page.pk}/edit/")

    def adds(self, kind: str, parent: Any) -> None:
        self.goes(f"pages/add/vision_pages/{kind}/{parent.pk}/")

    def tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name).click()

    def types(self, where: Locator | None = None, /, **texts: str) -> None:
        """Fill text fields by their labels; an underscore stands for a space."""
        for label, text in texts.items():
            self.field(label.replace("_", " "), where).fill(text)

    def field(self, label: str, where: Locator | None = None) -> Locator:
        exact = re.compile(rf"^\s*{re.escape(label)}\s*\*?\s*$")
        return (
            (where or self.page)
            .get_by_label(exact)
            .and_(self.page.locator("input:visible, textarea:visible, select:visible"))
        )

    def selects(self, label: str, option: str, where: Locator | None = None) -> None:
        self.field(label, where).select_option(label=option)

    def ticks(self, label: str, where: Locator | None = None) -> None:
        (where or self.page).get_by_role("checkbox", name=label).check()

    def writes(self, name: str, text: str) -> None:
        """Write into a field with formatted text."""
        box = self.part(name).get_by_role("textbox")
        box.click()
        box.press_sequentially(text)

    def part(self, name: str) -> Locator:
        """Give a field of the page with all that belongs to it, by its name in the content path."""
        return self.page.locator(f"[data-contentpath='{name}']").first

    def adds_row(self, label: str, rows: str) -> Locator:
        """Add a row to an inline panel, and give it."""
        number = self.page.locator(f"#id_{rows}-FORMS > *").count()
        self.page.get_by_role("button", name=f"{label} hinzufügen").click()
        return self.row(rows, number)

    def row(self, rows: str, number: int = 0) -> Locator:
        return self.page.locator(f"#inline_child_{rows}-{number}")

    def adds_block(self, name: str, kind: str = "") -> Locator:
        """Add a block at the end of a stream, and give it; where there are kinds, choose one."""
        stream = self.part(name)
        stream.locator("button.c-sf-add-button").last.click()
        if kind:
            self.page.get_by_role("option", name=kind, exact=True).click()
        return stream.locator("[data-streamfield-child]").last

    def chooses(self, where: Locator, name: str) -> None:
        """Choose a page, term or file in the dialog that the field opens."""
        where.get_by_role("button", name=re.compile("auswählen")).first.click()
        dialog = self.page.locator(".modal-dialog")
        dialog.get_by_role("link", name=name).first.click()
        expect(dialog).to_be_hidden()

    def uploads(self, where: Locator, file: Path) -> None:
        """Upload a file in the dialog that the field opens."""
        where.get_by_role("button", name=re.compile("auswählen")).first.click()
        dialog = self.page.locator(".modal-dialog")
        dialog.get_by_role("tab", name="Hochladen").click()
        dialog.locator("input[type=file]").set_input_files(file)
        expect(dialog.get_by_role("textbox", name="Titel")).to_have_value(file.stem)
        dialog.get_by_role("button", name="Hochladen").click()
        expect(dialog).to_be_hidden()

    def presses_save(self) -> None:
        self.page.get_by_role("button", name="Entwurf speichern").click()

    def saves(self) -> None:
        self.presses_save()
        self.reads("gespeichert|erstellt|aktualisiert")

    def presses(self, action: str) -> None:
        """Press a button that stands behind “Mehr Aktionen”."""
        self.actions().get_by_role("button", name="Mehr").click()
        self.page.get_by_role("button", name=action, exact=True).click()

    def actions(self) -> Locator:
        return self.page.get_by_role("navigation", name="Fußzeile")

    def may(self, *actions: str) -> None:
        """See what may be done with the page; nothing else is offered."""
        offered = self.actions().locator("button:not(.w-dropdown__toggle)")
        expect(offered).to_have_text([re.compile(rf"^\s*{action}\s*$") for action in actions])

    def presses_publish(self) -> None:
        self.presses("Veröffentlichen")

    def presses_submit(self) -> None:
        self.presses(SUBMIT)

    def submits(self) -> None:
        self.presses_submit()
        self.reads("zur Moderation eingereicht")

    def opens(self, panel: str) -> Locator:
        """Open a panel at the side, and give it; one that was open before is still."""
        toggle = self.page.get_by_role("button", name=panel)
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.click()
        shown = self.page.locator(".form-side__panel:visible")
        expect(shown).to_be_visible()
        return shown

    def publishes(self) -> None:
        self.presses_publish()
        self.reads("veröffentlicht")

    def reads(self, words: str) -> None:
        """Read a message above the page."""
        said = self.page.get_by_role("status").filter(has_text=re.compile(words))
        expect(said.first).to_be_visible()

    def is_told(self, label: str, message: str, where: Locator | None = None) -> None:
        """Read a message beside a field."""
        field = self.field(label, where)
        expect(field).to_have_accessible_description(re.compile(re.escape(message)))

    def sees(self, label: str, value: str, where: Locator | None = None) -> None:
        """See what was typed before."""
        expect(self.field(label, where)).to_have_value(value)
