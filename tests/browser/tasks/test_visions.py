"""Visions: a new one, two that are linked, one with another name, one that another continues."""

from playwright.sync_api import expect

from tests.factories import ActorFactory, VisionFactory
from vision_pages.models import VisionPage

NO_ALTERNATIVE = "Bitte das Bild entweder beschreiben oder als dekorativ kennzeichnen."
NOT_ENDED = "Nur ein beendetes Vorhaben wird anderswo fortgeführt."
VISIONS = "{ visions { nodes { title linkedVisions { title } } } }"


def test_a_new_vision_is_refused_until_its_image_is_described(city, image, at_work, ask):
    ActorFactory(name="Oberbürgermeisterin")
    editor = at_work("Redaktion")
    editor.adds("visionpage", city.programme)
    editor.types(Titel="Köln 2040", Kurzbeschreibung="Wie die Stadt sein soll.")
    editor.chooses(editor.part("hero_image"), "Luftbild")
    editor.selects("Gilt für", "die ganze Stadt")
    editor.writes("vision_statement", "Eine Stadt für alle.")
    editor.writes("goal", "Weniger Lärm.")
    editor.tab("Beteiligte")
    actor = editor.adds_row("Akteur*in", "actors")
    editor.chooses(actor, "Oberbürgermeisterin")
    editor.selects("Rolle", "Federführung", actor)
    editor.ticks("Büro der Stadtstrategie")
    editor.presses_submit()

    editor.is_told("Alternativtext", NO_ALTERNATIVE)
    editor.sees("Titel", "Köln 2040")
    editor.sees("Kurzbeschreibung", "Wie die Stadt sein soll.")
    assert "Weniger Lärm." in editor.part("goal").inner_text()
    assert len(ask(VISIONS)["visions"]["nodes"]) == 2

    editor.types(Alternativtext="Der Rhein mit dem Dom von oben")
    editor.saves()

    editor = at_work("Pressestelle")
    editor.edits(VisionPage.objects.get(title="Köln 2040"))
    editor.publishes()
    new = ask("""{ page(by: {path: "/de/koeln-2040/"}) { title image { alt } ... on Vision {
      goal { plain } actors { role actor { name } } contacts { name } } } }""")
    assert new["page"] == {
        "title": "Köln 2040",
        "image": {"alt": "Der Rhein mit dem Dom von oben"},
        "goal": {"plain": "Weniger Lärm."},
        "actors": [{"role": "LEAD", "actor": {"name": "Oberbürgermeisterin"}}],
        "contacts": [{"name": "Büro der Stadtstrategie"}],
    }


def test_two_visions_are_linked_once_and_show_it_on_both_sides(city, at_work, ask):
    editor = at_work("Pressestelle")
    editor.edits(city.vision)
    editor.tab("Einordnung")
    link = editor.adds_row("Verknüpfte Vision", "linked_visions")
    editor.chooses(link, "Verwaltung – innovativ")
    editor.publishes()

    assert ask(VISIONS)["visions"]["nodes"] == [
        {"title": "Köln 21", "linkedVisions": [{"title": "Verwaltung – innovativ"}]},
        {"title": "Verwaltung – innovativ", "linkedVisions": [{"title": "Köln 21"}]},
    ]


def test_a_renamed_vision_keeps_its_name_and_its_old_address_leads_to_the_new(city, at_work, ask):
    editor = at_work("Pressestelle")
    editor.edits(city.vision)
    editor.types(Titel="Stadtvision")
    editor.page.get_by_role("button", name="Als frühere Bezeichnung aufnehmen").click()
    editor.reads("„Köln 21“ steht jetzt unter „Frühere Bezeichnungen“.")
    editor.tab("Adresse")
    editor.types(Adresse="stadtvision")
    editor.publishes()
    editor.reads("neue Adresse: /de/stadtvision/. Die bisherige, /de/koeln-21/, leitet dorthin")
    editor.reads("Das gilt auch für die 2 Seiten darunter.")

    answer = ask("""{
      vision(by: {path: "/de/stadtvision/"}) { title formerNames }
      itself: route(path: "/de/koeln-21/") { ...leads }
      below: route(path: "/de/koeln-21/umfrage/") { ...leads }
    } fragment leads on RedirectRoute { to permanent }""")
    assert answer["vision"] == {"title": "Stadtvision", "formerNames": ["Köln 21"]}
    assert answer["itself"] == {"to": "/de/stadtvision/", "permanent": True}
    assert answer["below"] == {"to": "/de/stadtvision/umfrage/", "permanent": True}


def test_a_vision_that_has_ended_is_continued_in_another(city, at_work, ask):
    VisionFactory(parent=city.programme, title="Köln 2040")
    editor = at_work("Pressestelle")
    editor.edits(city.vision)
    editor.tab("Zeitraum & Status")
    editor.types(Beginn="2019")
    editor.chooses(editor.part("successor"), "Köln 2040")
    editor.presses_publish()

    editor.tab("Zeitraum & Status")
    expect(editor.part("successor")).to_contain_text(NOT_ENDED)
    editor.sees("Beginn", "2019")
    editor.types(Ende="2021")
    editor.publishes()
    found = ask('{ vision(by: {path: "/de/koeln-21/"}) { status successor { title } } }')
    assert found["vision"] == {"status": "COMPLETED", "successor": {"title": "Köln 2040"}}
