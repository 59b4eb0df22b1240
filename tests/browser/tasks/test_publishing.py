"""Publishing: at a time, with all faults at once, and videos from elsewhere."""

from datetime import timedelta

import time_machine
from django.core.management import call_command
from django.utils.timezone import localtime, now
from playwright.sync_api import expect

from vision_pages.models import StagePage

NO_POSTER = "Ein Video von einer anderen Website braucht ein eigenes Vorschaubild."
REQUIRED = "Dieses Feld muss ausgefüllt werden."
TITLE = '{ vision(by: {path: "/de/koeln-21/"}) { motto } }'


def test_a_change_is_published_at_its_time(city, at_work, ask):
    editor = at_work("Pressestelle")
    editor.edits(city.vision)
    editor.types(Motto="Köln kann mehr")
    editor.page.get_by_role("button", name="Status").click()
    editor.page.get_by_role("button", name="Zeitplan festlegen").click()
    dialog = editor.page.get_by_role("dialog")
    moment = localtime(now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    dialog.get_by_label("Veröffentlicht ab").fill(moment)
    # By keyboard: the calendar lies over the button.
    dialog.get_by_role("button", name="Zeitplan speichern").press("Enter")
    editor.reads("aktualisiert")
    footer = editor.page.get_by_role("navigation", name="Fußzeile")
    footer.get_by_role("button", name="Mehr").click()
    editor.page.get_by_role("button", name="Zur Veröffentlichung einplanen").click()
    editor.reads("eingeplant")

    assert ask(TITLE)["vision"] == {"motto": None}
    with time_machine.travel(now() + timedelta(days=2)):
        call_command("publish_scheduled", verbosity=0)
    assert ask(TITLE)["vision"] == {"motto": "Köln kann mehr"}


def test_an_incomplete_draft_is_saved_and_all_its_faults_are_said_at_once(city, at_work, ask):
    editor = at_work("Redaktion")
    editor.adds("stagepage", city.vision)
    editor.types(Titel="Werkstatt")
    editor.tab("Zeitraum & Status")
    editor.types(Beginn="2021-03", Ende="2021-02")
    editor.tab("Beteiligung")
    event = editor.adds_row("Beteiligungsangebot", "participation_events")
    editor.types(event, Titel="Werkstatt im Rathaus")
    editor.saves()
    assert not StagePage.objects.get(slug="werkstatt").live

    editor.edits(StagePage.objects.get(slug="werkstatt"))
    editor.presses_submit()
    editor.is_told("Kurzbeschreibung", REQUIRED)
    editor.is_told("Art der Projektstufe", REQUIRED)
    for tab, faults in {"Inhalt": "2", "Zeitraum & Status": "1", "Beteiligung": "3"}.items():
        expect(editor.page.get_by_role("tab", name=tab)).to_contain_text(faults)
    editor.tab("Zeitraum & Status")
    editor.is_told("Ende", "Das Ende liegt vor dem Beginn.")
    editor.sees("Beginn", "2021-03")
    editor.tab("Beteiligung")
    for label in ("Format", "Beginn", "Art der Teilnahme"):
        editor.is_told(label, REQUIRED, event)
    editor.sees("Titel", "Werkstatt im Rathaus", event)
    stages = ask('{ vision(by: {path: "/de/koeln-21/"}) { stages { title } } }')
    assert stages["vision"]["stages"] == [{"title": "Auftrag"}, {"title": "Umfrage"}]


def test_a_video_from_elsewhere_needs_a_poster_of_our_own(city, image, at_work, ask):
    editor = at_work("Redaktion")
    editor.edits(city.vision)
    video = editor.adds_block("body", "Video")
    address = "https://videos.example/koeln-21"
    editor.types(video, Titel="Köln 21 im Film", Adresse_eines_Videos_anderswo=address)
    editor.ticks("Ohne gesprochene Sprache", video)
    editor.presses_submit()

    expect(editor.part("body")).to_contain_text(NO_POSTER)
    video = editor.part("body").locator("[data-streamfield-child]").last
    editor.sees("Titel", "Köln 21 im Film", video)
    editor.sees("Adresse eines Videos anderswo", address, video)

    poster = video.locator("[data-contentpath='poster']")
    editor.chooses(poster, "Luftbild")
    editor.ticks("Bild ist dekorativ", poster)
    editor.saves()

    editor = at_work("Pressestelle")
    editor.edits(city.vision)
    editor.publishes()
    found = ask("""{ vision(by: {path: "/de/koeln-21/"}) { body {
      ... on VideoBlock { title url poster { width } } } } }""")
    [shown] = found["vision"]["body"]
    assert shown["title"] == "Köln 21 im Film"
    assert shown["url"] == address
    assert shown["poster"]
