"""What goes wrong with wagtail-localize by itself, trap by trap, and does no harm here.

Numbers are those of its known traps: publishing on submit, rights, leaking drafts and so on.
"""

import shutil
import subprocess

import polib
import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from tests.admin.text import said, text_of
from tests.documents.conftest import document_of
from tests.factories import ContactPointFactory, StageFactory, VisionFactory
from tests.roles.conftest import member
from tests.translation.translator import Translator

MSGFMT = shutil.which("msgfmt")


def words(text: str) -> str:
    return f"[{text}]"


def test_t01_nothing_is_public_before_it_is_published(city, translator):
    translator.submit(city.vision, "en")

    target = translator.target(city.vision, "en")
    assert (target.live, document_of(target)) == (False, None)


def test_t01_a_place_held_by_an_alias_is_a_draft_once_it_is_translated(city, translator):
    translator.submit(city.stage, "en")
    above = translator.target(city.vision, "en")
    assert (above.live, above.alias_of_id) == (True, city.vision.pk)

    translator.submit(city.vision, "en")

    above = translator.target(city.vision, "en")
    assert (above.live, above.alias_of_id, document_of(above)) == (False, None, None)


def test_t01_a_contact_that_is_named_again_stays_public(city, translator):
    contact = ContactPointFactory(name="Büro")
    translator.translate(contact, "en", words)
    other = VisionFactory(parent=city.programme, body=[("contact", {"contact": contact})])

    translator.submit(other, "en")

    target = translator.target(contact, "en")
    assert (target.name, target.live) == ("[Büro]", True)


@pytest.fixture
def staff(city, languages) -> dict[str, Translator]:
    """Give somebody of the press office, and translators of two languages, by their groups."""
    for code in ("en", "tr"):
        city.programme.copy_for_translation(languages[code], copy_parents=True)
    call_command("create_roles", verbosity=0)
    return {name: member(name) for name in ("Pressestelle", "Übersetzung: English")}


@pytest.fixture
def works(client, languages, django_capture_on_commit_callbacks):
    """Have somebody work in the admin."""

    def works(user) -> Translator:
        client.force_login(user)
        return Translator(client, languages, django_capture_on_commit_callbacks)

    return works


def test_t02_who_may_not_edit_a_page_starts_no_translation(city, staff, works):
    user = staff["Übersetzung: English"]
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))

    assert works(user).submit(city.vision, "en").status_code == 302
    assert not Translation.objects.exists()


def test_t02_who_has_no_right_in_a_language_starts_no_translation_into_it(city, staff, works):
    press_office = works(staff["Pressestelle"])

    response = press_office.submit(city.vision, "fr")

    assert response.status_code == 200
    assert not Translation.objects.exists()
    assert press_office.submit(city.vision, "en").status_code == 302
    assert Translation.objects.get().target_locale.language_code == "en"


def test_t02_synchronising_publishes_only_what_one_may_publish(city, translator, staff, works):
    for code in ("en", "fr"):
        translator.submit(city.vision, code)
    source = TranslationSource.objects.get(object_id=city.vision.translation_key)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    press_office = works(staff["Pressestelle"])

    response = press_office.client.post(address, {"publish_translations": "on"})

    assert "In diesen Sprachen dürfen Sie nicht veröffentlichen: Français." in text_of(response)
    assert not translator.target(city.vision, "en").live


def test_t23_a_translator_of_english_writes_no_turkish_term(city, translator, staff, works):
    contact = ContactPointFactory(name="Büro")
    for code in ("en", "tr"):
        translator.submit(contact, code)
    user = works(staff["Übersetzung: English"])
    [name] = translator.segments(contact, "en")

    assert user.write_one(contact, "en", name, "Office").status_code == 201
    assert user.write_one(contact, "tr", name, "Ofis").status_code == 403


def test_t03_a_draft_leaves_what_is_public_as_it_is(city, translator):
    english = translator.translate(city.vision, "en", words)
    public = document_of(english).data
    translator.write(city.vision, "en", lambda text: f"Secret {text}")

    translator.translation(city.vision, "en").save_target(publish=False)

    target = translator.target(city.vision, "en")
    assert (target.title, target.live) == ("[Köln 21]", True)
    assert document_of(target).data == public
    assert target.has_unpublished_changes
    assert target.get_latest_revision_as_object().title == "Secret Köln 21"
    target.get_latest_revision().publish()
    assert translator.target(city.vision, "en").title == "Secret Köln 21"


def test_t03_nor_does_a_draft_of_a_term_withdraw_it(city, translator):
    contact = ContactPointFactory(name="Büro")
    translator.translate(contact, "en", words)
    translator.write(contact, "en", lambda text: f"Secret {text}")

    translator.translation(contact, "en").save_target(publish=False)

    target = translator.target(contact, "en")
    assert (target.name, target.live) == ("[Büro]", True)
    assert target.get_latest_revision_as_object().name == "Secret Büro"


def test_t08_of_what_never_was_public_translators_get_the_last_draft(city, translator):
    draft = VisionFactory(parent=city.programme, title="Entwurf v1", live=False)
    draft.title = "Entwurf v2"
    draft.save_revision()

    translator.submit(draft, "en")

    assert "Entwurf v2" in texts(translator, draft)
    draft.title = "Entwurf v3"
    draft.save_revision()
    translator.synchronise(draft)
    assert "Entwurf v3" in texts(translator, draft)


def test_t08_of_what_is_public_they_get_what_is_public(city, translator):
    city.vision.title = "Noch nicht"
    city.vision.save_revision()

    translator.submit(city.vision, "en")

    assert "Köln 21" in texts(translator, city.vision)


def test_t09_a_second_language_starts_from_what_is_said_now(city, translator):
    translator.submit(city.vision, "en")
    city.vision.title = "Köln 2021"
    city.vision.save_revision().publish()

    translator.submit(city.vision, "fr")

    assert "Köln 2021" in texts(translator, city.vision, "fr")


def texts(translator: Translator, source, code: str = "en") -> list[str]:
    return [segment.string.data for segment in translator.segments(source, code)]


def test_t12_links_lead_on_in_the_language_of_their_page(city, translator, ask):
    english = translator.translate(city.stage, "en", words)
    city.vision.goal = f'<p><a linktype="page" id="{city.stage.pk}">Umfrage</a></p>'
    city.vision.save_revision().publish()
    translator.translate(city.vision, "en", words)
    query = """{ de: vision(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) { goal { html } }
      en: vision(by: {path: "/en/stadt-der-zukunft/koeln-21/"}) { goal { html } } }"""

    found = {language: page["goal"]["html"] for language, page in ask(query).items()}

    assert f'href="{document_of(city.stage).path}"' in found["de"]
    assert f'href="{document_of(english).path}"' in found["en"]


def test_t14_a_table_is_translated_cell_by_cell(city, translator):
    cells = [["Jahr", "Zahl"], ["2020", "7"]]
    table = {"data": cells, "table_caption": "Alle", "first_row_is_table_header": True}
    city.vision.body = [("table", {"table": table | {"table_header_choice": "row"}})]
    city.vision.save_revision().publish()

    english = translator.translate(city.vision, "en", words)

    translated = english.body[0].value["table"]
    assert translated["data"] == [["[Jahr]", "[Zahl]"], ["[2020]", "[7]"]]
    assert translated["table_caption"] == "[Alle]"


TEXT = '<p>Mehr <a href="https://stadt.example/">steht hier</a> und <b>dort</b>.</p>'


@pytest.fixture
def linked(city, translator):
    """Give a page being translated, and its one string with a link."""
    city.vision.goal = TEXT
    city.vision.save_revision().publish()
    translator.submit(city.vision, "en")
    [segment] = [s for s in translator.segments(city.vision, "en") if "<a" in s.string.data]
    return city.vision, segment


@pytest.mark.usefixtures("allowing")
@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('More is <a id="a1">written here</a> and there.', None),
        ("More is written here.", "Der Link „steht hier“ fehlt."),
        (
            '<a id="a1">More</a> is <a id="a1">here</a>.',
            "Der Link „steht hier“ kommt mehr als einmal vor.",
        ),
    ],
)
def test_t16_a_link_is_neither_lost_nor_doubled(linked, translator, text, error):
    page, segment = linked

    answer = translator.write_one(page, "en", segment, text).json()

    assert (answer["data"], answer["error"]) == (text, error)
    translator.publish(page, "en")
    assert ("<a" in translator.target(page, "en").goal) is True


@pytest.mark.usefixtures("allowing")
@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "ftp://x.example/"])
def test_t17_a_link_leads_to_no_foreign_scheme(linked, translator, address):
    page, segment = linked
    translator.write_one(page, "en", segment, 'More <a id="a1">here</a>.')
    translation = translator.translation(page, "en")
    [href] = [
        one
        for one in translation.source.overridablesegment_set.select_related("context")
        if "stadt.example" in one.data_json
    ]

    answer = translator.override(page, "en", href, address)

    assert "https://, http://, mailto: oder tel:" in answer.json()["error"]
    translator.publish(page, "en")
    assert 'href="https://stadt.example/"' in translator.target(page, "en").goal
    assert translator.override(page, "en", href, "https://city.example/").json()["error"] is None
    translator.publish(page, "en")
    assert 'href="https://city.example/"' in translator.target(page, "en").goal


@pytest.fixture
def po_file(city, translator) -> polib.POFile:
    """Give the file of an English translation as a translator fills it in."""
    translator.submit(city.vision, "en")
    translator.open(city.vision, "en")  # takes the message
    file = translator.translation(city.vision, "en").export_po()
    for entry in file:
        entry.msgstr = words(entry.msgid)
    return file


def verdicts(response) -> dict[str, int]:
    """Say what would become of how many texts of a file."""
    return {verdict.value: count for verdict, count, _current in response.context["counts"]}


def refusals(response) -> list[str]:
    return [part.error for part in response.context["plan"].parts if part.error]


def take_over(translator, response):
    """Press the button below what a file would do."""
    data = {"fingerprint": response.context["plan"].fingerprint()}
    return translator.client.post(response.request["PATH_INFO"], data, follow=True)


def test_t18_a_po_file_is_read_once_it_is_clear_what_it_does(city, translator, po_file):
    total = len(po_file)
    response = translator.upload(city.vision, "en", str(po_file))
    assert verdicts(response) == {"accepted": total}
    assert translator.translation(city.vision, "en").get_progress() == (total, 0)

    response = take_over(translator, response)

    assert said(response) == [f"{total} Übersetzungen wurden übernommen."]
    assert verdicts(response) == {"unchanged": total}
    assert translator.translation(city.vision, "en").get_progress() == (total, total)


def test_t18_what_is_uncertain_unknown_or_wrong_is_not_read_and_said(city, translator, po_file):
    [title] = [entry for entry in po_file if entry.msgctxt == "title"]
    title.msgstr = "x" * 300
    po_file[1].flags.append("fuzzy")
    po_file.append(polib.POEntry(msgctxt="title", msgid="Gibt es nicht", msgstr="Not there"))

    response = translator.upload(city.vision, "en", str(po_file))

    total = len(po_file) - 1
    others = {"untranslated": 1, "stale": 1, "rejected": 1}
    assert verdicts(response) == {"accepted": total - 2, **others}
    response = take_over(translator, response)
    assert verdicts(response) == {"unchanged": total - 2, **others}
    assert translator.translation(city.vision, "en").get_progress() == (total, total - 2)


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("kein PO", "Die Datei ist weder XLIFF noch PO."),
        ("/etc/hostname", "Die Datei ist weder XLIFF noch PO."),
        (
            'msgid ""\nmsgstr "Language: en\\n"\n',
            "In der Datei steht nicht, zu welcher Übersetzung sie gehört.",
        ),
        (
            'msgid ""\nmsgstr "X-WagtailLocalize-TranslationID: fremd\\n"\n',
            "Die Datei gehört zu einer anderen Seite oder Sprache.",
        ),
    ],
)
def test_t18_a_wrong_file_changes_nothing(city, translator, po_file, file, message):
    response = translator.upload(city.vision, "en", file)

    assert refusals(response) == [message]
    assert "Es gibt nichts zu übernehmen." in text_of(response)


def test_t18_no_file_is_asked_for(city, translator, po_file):
    assert "Bitte eine Datei auswählen." in text_of(translator.upload(city.vision, "en", None))


def test_t18_a_text_that_is_there_twice_is_given_once(city, translator, tmp_path):
    """As gettext itself asks."""
    city.vision.body = [("heading", {"text": "Köln 21", "level": "h2"})]
    city.vision.goal = "<p>Alle &amp; alles.</p><p>Neu</p><p>Alle &amp; alles.</p>"
    city.vision.save_revision().publish()
    translator.submit(city.vision, "en")
    address = reverse(
        "wagtail_localize:download_pofile", args=[translator.translation(city.vision, "en").pk]
    )

    content = translator.client.get(address).content

    keys = [(entry.msgctxt, entry.msgid) for entry in polib.pofile(content.decode())]
    assert len(keys) == len(set(keys))
    assert keys.count(("goal", "Alle &amp; alles.")) == 1
    if MSGFMT:
        (tmp_path / "words.po").write_bytes(content)
        command = [MSGFMT, "-c", "-o", "/dev/null", "words.po"]
        found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stderr


def test_t20_a_translation_moves_with_its_source(city, translator):
    other = VisionFactory(parent=city.programme, title="Verwaltung")
    english = translator.translate(city.stage, "en", words)

    city.stage.move(other, pos="last-child")

    target = translator.target(city.stage, "en")
    assert target.pk == english.pk
    assert target.get_parent().translation_key == other.translation_key
    assert document_of(target).path == "/en/stadt-der-zukunft/verwaltung/umfrage/"
    assert document_of(target).parent == other.translation_key


def test_t20_a_translation_that_moves_takes_another_address_where_its_own_is_taken(
    city, translator
):
    other = VisionFactory(parent=city.programme, title="Verwaltung")
    there = StageFactory(parent=other, title="Start")
    for page in (city.stage, there):
        translator.translate(page, "en", lambda text: "Survey" if text.istitle() else text)

    city.stage.move(other, pos="last-child")

    target = translator.target(city.stage, "en")
    assert document_of(target).path == "/en/stadt-der-zukunft/verwaltung/survey-1/"


def test_t20_translations_stand_in_the_order_of_their_sources(city, translator):
    stages = [city.stage, *(StageFactory(parent=city.vision, title=t) for t in ("Zwei", "Drei"))]
    for stage in (stages[2], stages[0], stages[1]):
        translator.translate(stage, "en", words)

    stages[2].refresh_from_db()
    stages[2].move(city.stage, pos="left")

    above = translator.target(city.vision, "en")
    assert [page.title for page in above.get_children()] == ["[Drei]", "[Umfrage]", "[Zwei]"]


def test_t20_what_is_unpublished_or_deleted_is_public_in_no_language(city, translator):
    english = translator.translate(city.stage, "en", words)
    public = document_of(english).data

    city.stage.refresh_from_db()
    city.stage.unpublish()
    assert document_of(english) is None
    city.stage.save_revision().publish()
    assert document_of(english).data == public
    city.stage.delete()

    assert document_of(english) is None
