"""A warning about a name that people would search for in vain."""

LOST = (
    "Frühere Bezeichnungen",
    "Öffentlich heißt diese Seite „Köln 21“. Bitte den Namen hier aufnehmen, "
    "wenn danach gesucht wird.",
)


def test_a_name_is_about_to_be_lost_until_it_is_kept(vision, warned):
    type(vision).objects.update(title="Köln 21")

    assert LOST not in warned(vision, title="Köln 21")
    assert LOST in warned(vision, title="Stadtvision")
    kept = [("name", "Köln 21")]
    assert LOST not in warned(vision, title="Stadtvision", former_names=kept)


def test_nobody_knows_the_name_of_a_draft(vision, warned):
    type(vision).objects.update(title="Köln 21", live=False)

    assert LOST not in warned(vision, title="Stadtvision")
