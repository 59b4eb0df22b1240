"""From hand to hand: Redaktion writes, Fachdienststelle checks, Pressestelle publishes."""

from playwright.sync_api import expect

from tests.browser.tasks.editor import SUBMIT

RESUBMIT = "Erneut in Freigabe: Fachdienststelle einreichen"
APPROVE_AND_PUBLISH = "Freigeben und Veröffentlichen"
WITH_COMMENT = "Mit Kommentar genehmigen"
REQUIRED = "Dieses Feld muss ausgefüllt werden."
NOTE = "Die Werkstatt war im Mai, im Juni war die Auswertung."
ASKED = f"Fachdienststelle bittet um Änderungen: „{NOTE}“"
STAGES = '{ vision(by: {path: "/de/koeln-21/"}) { stages { title summary } } }'


def waiting(editor, heading):
    """Give what waits under a heading of “Meine Aufgaben” on the dashboard."""
    editor.goes("")
    return editor.page.get_by_role("region", name=heading)


def finds(editor, heading):
    waiting(editor, heading).get_by_role("link", name="Werkstatt").first.click()


def test_a_stage_goes_from_hand_to_hand_until_it_is_public(city, at_work, ask):
    editor = at_work("Redaktion")
    editor.adds("stagepage", city.vision)
    editor.types(Titel="Werkstatt", Kurzbeschreibung="Im Juni 2021.")
    editor.saves()
    editor.may("Entwurf speichern", SUBMIT)
    editor.presses_submit()
    editor.is_told("Art der Projektstufe", REQUIRED)
    editor.sees("Kurzbeschreibung", "Im Juni 2021.")
    editor.selects("Art der Projektstufe", "Beteiligung")
    editor.tab("Zeitraum & Status")
    editor.types(Beginn="2021")
    editor.submits()

    editor = at_work("Fachdienststelle")
    finds(editor, "Ihre Überprüfung steht aus")
    editor.may(
        "Entwurf speichern", "Workflow abbrechen", "Änderungen anfordern", "Freigeben", WITH_COMMENT
    )
    editor.presses("Änderungen anfordern")
    dialog = editor.page.get_by_role("dialog")
    dialog.get_by_label("Kommentar").fill(NOTE)
    dialog.get_by_role("button", name="Änderungen anfordern").click()
    editor.reads("Zurückgegeben")

    editor = at_work("Redaktion")
    finds(editor, "Ihre Seiten und Schnipsel in einem Workflow")
    editor.reads(ASKED)
    editor.types(Kurzbeschreibung="Im Mai 2021.")
    editor.presses(RESUBMIT)
    editor.reads("zur Moderation eingereicht")

    editor = at_work("Fachdienststelle")
    tasks = waiting(editor, "Ihre Überprüfung steht aus")
    tasks.get_by_role("button", name="Aktionen").click()
    editor.page.get_by_role("button", name="Freigeben", exact=True).click()
    expect(editor.page.get_by_role("main")).to_contain_text("Nichts offen.")
    assert len(ask(STAGES)["vision"]["stages"]) == 2

    editor = at_work("Pressestelle")
    finds(editor, "Ihre Überprüfung steht aus")
    expect(editor.opens("Bereit zur Veröffentlichung?")).to_contain_text("Es fehlt nichts.")
    editor.presses(APPROVE_AND_PUBLISH)
    editor.reads("Freigegeben und veröffentlicht.")
    assert ask(STAGES)["vision"]["stages"][2:] == [
        {"title": "Werkstatt", "summary": "Im Mai 2021."}
    ]


def test_what_one_role_comments_and_changes_another_sees(city, at_work):
    editor = at_work("Fachdienststelle")
    editor.edits(city.vision)
    editor.types(Motto="Köln kann mehr")
    summary = editor.part("summary")
    summary.hover()
    summary.get_by_role("button", name="Kommentar hinzufügen").click()
    editor.page.get_by_placeholder("Geben Sie Ihre Kommentare ein").fill("Seit wann?")
    editor.page.get_by_role("button", name="Kommentar", exact=True).click()
    editor.saves()

    editor = at_work("Redaktion")
    editor.edits(city.vision)
    comment = editor.opens("Kommentare umschalten").get_by_role("listitem")
    expect(comment).to_contain_text("Fachdienststelle")
    expect(comment).to_contain_text("Seit wann?")
    editor.goes(f"pages/{city.vision.pk}/history/")
    editor.page.get_by_role("row").get_by_role("button", name="Aktionen").first.click()
    editor.page.get_by_role("link", name="Mit vorheriger Version vergleichen").click()
    changes = editor.page.get_by_role("row").filter(has_text="Motto")
    expect(changes).to_have_text("Motto: Köln kann mehr")


def test_what_one_role_has_locked_another_cannot_change(city, at_work):
    editor = at_work("Pressestelle")
    editor.edits(city.vision)
    editor.opens("Status").get_by_text("Sperren", exact=True).click()
    editor.reads("wurde von Ihnen am .* gesperrt")

    editor = at_work("Redaktion")
    editor.edits(city.vision)
    editor.reads("wurde von Pressestelle am .* gesperrt")
    editor.may("Seite gesperrt")
    expect(editor.opens("Status").get_by_text("Entsperren")).to_have_count(0)
