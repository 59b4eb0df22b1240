"""What becomes of a plan: paused and resumed, a decision put off and withdrawn."""

NO_NOTE = "Bitte in wenigen Worten sagen, warum der Status vom Zeitraum abweicht."
VISION = '{ vision(by: {path: "/de/koeln-21/"}) %s }'


def test_a_vision_is_paused_with_a_note_and_resumed(city, at_work, ask):
    editor = at_work("Pressestelle")
    editor.edits(city.vision)
    editor.tab("Zeitraum & Status")
    editor.types(Beginn="2019")
    editor.selects("Abweichender Status", "pausiert")
    editor.presses_publish()
    editor.tab("Zeitraum & Status")
    editor.is_told("Aktueller Stand", NO_NOTE)
    editor.sees("Beginn", "2019")
    editor.sees("Abweichender Status", "paused")

    editor.types(Aktueller_Stand="Der Haushalt ist noch nicht beschlossen.")
    editor.publishes()
    stands = "{ status statusNote }"
    assert ask(VISION % stands)["vision"] == {
        "status": "PAUSED",
        "statusNote": "Der Haushalt ist noch nicht beschlossen.",
    }

    editor.edits(city.vision)
    editor.tab("Zeitraum & Status")
    editor.selects("Abweichender Status", "---------")
    editor.types(Aktueller_Stand="")
    editor.publishes()
    assert ask(VISION % stands)["vision"] == {"status": "RUNNING", "statusNote": None}


def test_a_decision_is_put_off_and_then_withdrawn(city, at_work, ask):
    editor = at_work("Pressestelle")
    editor.edits(city.vision)
    editor.tab("Belege")
    decision = editor.adds_block("council_decisions")
    editor.types(decision, Gremium="Rat", Datum="2021-06-24")
    editor.selects("Ergebnis", "zurückgestellt", decision)
    editor.publishes()
    decided = "{ councilDecisions { bodyName date { iso } outcome } }"
    said = {"bodyName": "Rat", "date": {"iso": "2021-06-24"}, "outcome": "POSTPONED"}
    assert ask(VISION % decided)["vision"]["councilDecisions"] == [said]

    editor.edits(city.vision)
    editor.tab("Belege")
    later = editor.adds_block("council_decisions")
    editor.types(later, Gremium="Rat", Datum="2021-09")
    editor.selects("Ergebnis", "zurückgezogen", later)
    editor.publishes()
    assert ask(VISION % decided)["vision"]["councilDecisions"] == [
        said,
        {"bodyName": "Rat", "date": {"iso": "2021-09"}, "outcome": "WITHDRAWN"},
    ]
