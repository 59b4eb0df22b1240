"""Translations go out as files and come back: first it is shown what they do, then it is done."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation

from tests.admin.text import said, text_of
from tests.factories import StageFactory
from tests.roles.conftest import member
from tests.translation.content import in_english
from vision_pages.admin.exchange import uploads
from vision_pages.exchange import archives, plans
from vision_pages.exchange.archives import Piece
from vision_pages.exchange.exporting import document, export
from vision_pages.exchange.formats import FORMATS
from vision_pages.exchange.taking import take
from vision_pages.exchange.units import State
from vision_pages.models import TranslationUpload
from vision_pages.models.upload import KEPT_FOR

IMPORT = "/admin/localize/import/"


@pytest.fixture
def translation(city, translator):
    translator.submit(city.vision, "en")
    return translator.translation(city.vision, "en")


def filled(translation, kind="1.2", words=in_english) -> bytes:
    """Give the file of a translation as an agency fills it in."""
    given = document(translation)
    units = [replace(u, target=words(u.source), state=State.TRANSLATED) for u in given.units]
    return FORMATS[kind].write(replace(given, units=tuple(units)))


def zipped(**files: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def bring(client, content: bytes, address: str = IMPORT):
    """Upload a file, and give the page that follows."""
    return client.post(address, {"file": SimpleUploadedFile("datei", content)}, follow=True)


def take_over(client, response):
    data = {"fingerprint": response.context["plan"].fingerprint()}
    return client.post(response.request["PATH_INFO"], data, follow=True)


def verdicts(response) -> dict[str, int]:
    return {verdict.value: count for verdict, count, _current in response.context["counts"]}


def refused(response) -> list[tuple[str, str]]:
    return [(part.name, part.error) for part in response.context["plan"].parts if part.error]


def files_of(translation) -> str:
    return reverse("vision_pages_translation_files", args=[translation.pk])


@pytest.mark.parametrize(
    ("kind", "name"),
    [("1.2", "koln-21-en.xlf"), ("2.1", "koln-21-en.xlf"), ("po", "koln-21-en.po")],
)
def test_a_translation_is_downloaded(translation, admin_client, kind, name):
    preview = f"http://testserver/admin/localize/translate/{translation.pk}/preview/"
    page = admin_client.get(files_of(translation))
    address = reverse("vision_pages_download_translation", args=[translation.pk, kind])
    assert address in page.content.decode()

    response = admin_client.get(address)

    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["Content-Type"] == FORMATS[kind].content_type
    assert response.content == export(translation, kind, preview)
    assert preview.encode() in response.content
    assert admin_client.get(files_of(translation) + "x/").status_code == 404


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_is_taken_over_after_it_was_shown_what_it_does(translation, admin_client, kind):
    total = len(document(translation).units)
    response = bring(admin_client, filled(translation, kind), files_of(translation))
    assert verdicts(response) == {"accepted": total}
    assert f"{total} Übersetzungen übernehmen" in text_of(response)
    assert not StringTranslation.objects.exists()

    response = take_over(admin_client, response)

    assert said(response) == [f"{total} Übersetzungen wurden übernommen."]
    assert verdicts(response) == {"unchanged": total}
    tools = set(StringTranslation.objects.values_list("tool_name", flat=True))
    assert tools == {"PO" if kind == "po" else "XLIFF"}


def test_each_text_is_shown_and_each_kind_by_itself(city, translation, translator, admin_client):
    translator.write(city.vision, "en", lambda text: "Before")
    words = {"Köln 21": "x" * 300}
    content = filled(translation, words=lambda text: words.get(text, "After"))

    response = bring(admin_client, content)

    total = len(document(translation).units)
    assert verdicts(response) == {"changed": total - 1, "rejected": 1}
    text = text_of(response)
    assert "Köln 21 → English" in text
    assert "Before After geändert" in text
    only = admin_client.get(f"{response.request['PATH_INFO']}?verdict=rejected")
    assert [one.unit.source for _part, one in only.context["texts"]] == ["Köln 21"]
    assert "Zu lang: 300 Zeichen, erlaubt sind höchstens 255." in text_of(only)
    take_over(admin_client, response)
    kept = StringTranslation.objects.values_list("data", flat=True)
    assert sorted(set(kept)) == ["After", "Before"]


def test_nothing_is_taken_if_something_changed_since(city, translation, translator, admin_client):
    response = bring(admin_client, filled(translation))
    translator.write(city.vision, "en", lambda text: "Mine")

    again = take_over(admin_client, response)

    assert said(again) == [
        "Inzwischen hat sich etwas geändert. Es wurde nichts übernommen. So ist der Stand jetzt."
    ]
    assert set(StringTranslation.objects.values_list("data", flat=True)) == {"Mine"}
    assert verdicts(again) == {"changed": len(document(translation).units)}
    take_over(admin_client, again)
    assert "Mine" not in StringTranslation.objects.values_list("data", flat=True)


def test_either_all_files_are_taken_or_none(translation, other, admin_client, monkeypatch):
    response = bring(admin_client, zipped(a=filled(translation), b=filled(other)))
    calls = []

    def fail_at_the_second(*args):
        if calls:
            raise IntegrityError
        calls.append(take(*args))
        return calls[0]

    monkeypatch.setattr(plans, "take", fail_at_the_second)

    response = take_over(admin_client, response)

    assert calls[0] > 0
    assert said(response)[0].startswith("Inzwischen hat sich etwas geändert.")
    assert not StringTranslation.objects.exists()


@pytest.fixture
def other(city, translator):
    """Give the translation of another page into another language."""
    translator.submit(city.stage, "tr")
    return translator.translation(city.stage, "tr")


def test_a_zip_holds_files_of_many_translations(translation, other, admin_client):
    gone = replace(document(other), original="0a6ad3a1-8e93-4f44-b15e-4b9ec5b1c68a")
    content = zipped(
        **{
            "a/en.xlf": filled(translation),
            "b/tr.po": filled(other, "po"),
            "gone.xlf": FORMATS["2.1"].write(gone),
            "words.docx": b"PK",
            "cut.xlf": filled(other)[:-9],
            "__MACOSX/._tr.po": b"x",
            ".DS_Store": b"x",
        }
    )

    response = bring(admin_client, content)

    total = sum(len(document(one).units) for one in (translation, other))
    assert verdicts(response) == {"accepted": total}
    assert refused(response) == [
        (
            "gone.xlf",
            "Die Seite oder der Begriff, zu dem die Datei gehört, wird hier nicht mehr übersetzt.",
        ),
        ("words.docx", "Die Datei ist weder XLIFF noch PO."),
        ("cut.xlf", "Die Datei ist beschädigt oder kein XML: Ab Zeile 4 ist sie nicht lesbar."),
    ]
    take_over(admin_client, response)
    kept = StringTranslation.objects.values_list("locale__language_code").distinct()
    assert sorted(code for (code,) in kept) == ["en", "tr"]


def test_two_files_of_the_same_translation_are_both_refused(translation, admin_client):
    response = bring(admin_client, zipped(a=filled(translation), b=filled(translation, "po")))

    reason = "Für diese Seite und Sprache gibt es mehr als eine Datei."
    assert refused(response) == [("a", reason), ("b", reason)]


def test_a_file_without_texts_is_said_to_have_none(admin_client):
    content = b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>'
    response = bring(admin_client, content)
    assert refused(response) == [("datei", "Die Datei enthält keine Texte.")]


def encrypted() -> bytes:
    content = bytearray(zipped(a=b"x"))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def test_a_bad_zip_is_refused_at_once(translation, admin_client, monkeypatch):
    monkeypatch.setattr(archives, "MOST_FILES", 2)
    monkeypatch.setattr(archives, "LARGEST_CONTENT", 3 * 1024 * 1024)
    monkeypatch.setattr(uploads, "LARGEST_UPLOAD", 100_000)
    whole = zipped(a=filled(translation))
    damaged = whole.replace(b"trans-unit", b"trans-unot", 1)
    files = {
        whole[:-30]: "Die ZIP-Datei ist beschädigt. Es wurde nichts daraus gelesen.",
        damaged: "Die ZIP-Datei ist beschädigt. Es wurde nichts daraus gelesen.",
        zipped(): "Die ZIP-Datei enthält keine Dateien.",
        zipped(a=b"", b=b"", c=b""): "Die ZIP-Datei enthält mehr als 2 Dateien.",
        encrypted(): "Die ZIP-Datei ist verschlüsselt. Bitte eine ohne Passwort anlegen.",
        b" " * 100_001: "Die Datei ist größer als 97,7\xa0KB.",
    }
    for content, message in files.items():
        assert bring(admin_client, content).context["form"].errors == {"file": [message]}
    assert not TranslationUpload.objects.exists()


def test_a_zip_bomb_is_refused(translation, admin_client, monkeypatch):
    monkeypatch.setattr(archives, "LARGEST_CONTENT", 3 * 1024 * 1024)
    large = b"<x>" + b" " * 5 * 1024 * 1024
    response = bring(admin_client, archives.pack([Piece("a.xlf", large)]))
    assert refused(response) == [("a.xlf", "Die Datei ist größer als 1 MB.")]

    response = bring(admin_client, archives.pack([Piece(name, large) for name in "abc"]))

    assert response.context["form"].errors == {"file": ["Die ZIP-Datei ist ausgepackt zu groß."]}


def test_a_file_of_another_page_is_refused_where_it_is_brought(translation, other, admin_client):
    response = bring(admin_client, filled(other), files_of(translation))
    reason = "Die Datei gehört zu einer anderen Seite oder Sprache."
    assert refused(response) == [("datei", reason)]


def test_a_translation_that_was_stopped_has_no_files(translation, admin_client):
    content = filled(translation)
    type(translation).objects.update(enabled=False)
    reason = "Die Seite oder der Begriff, zu dem die Datei gehört, wird hier nicht mehr übersetzt."
    assert refused(bring(admin_client, content)) == [("datei", reason)]
    assert admin_client.get(files_of(translation)).status_code == 404


@pytest.fixture
def english(client, translation, other):
    """Have somebody work who translates into English alone."""
    call_command("create_roles", verbosity=0)
    client.force_login(member("Übersetzung: English"))
    return client


def test_files_are_for_those_who_may_edit(english, translation, other):
    download = reverse("vision_pages_download_translation", args=[other.pk, "po"])
    for address in (files_of(other), download):
        assert english.get(address).status_code == 302
    assert bring(english, filled(other), files_of(other)).status_code == 200
    assert not TranslationUpload.objects.exists()
    assert english.get(files_of(translation)).status_code == 200

    response = bring(english, zipped(a=filled(translation), b=filled(other)))

    right = (
        "Für die Seite oder den Begriff, zu dem die Datei gehört, fehlt das Recht zum Bearbeiten, "
        "oder sie ist gesperrt oder in Prüfung."
    )
    assert refused(response) == [("b", right)]
    take_over(english, response)
    kept = StringTranslation.objects.values_list("locale__language_code", flat=True)
    assert set(kept) == {"en"}


def test_an_upload_is_shown_to_those_alone_who_brought_it(translation, admin_client, client):
    response = bring(admin_client, filled(translation))
    call_command("create_roles", verbosity=0)
    client.force_login(member("Pressestelle"))
    assert client.get(response.request["PATH_INFO"]).status_code == 404


def test_who_edits_nothing_brings_nothing(client, city):
    user = User.objects.create_user("gast")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(IMPORT).status_code == 302
    bring(client, b"x")
    assert not TranslationUpload.objects.exists()


def test_an_upload_is_kept_for_a_week(translation, admin_client, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    bring(admin_client, b"first")
    time_machine.shift(KEPT_FOR)
    bring(admin_client, b"second")
    assert TranslationUpload.objects.count() == 2
    time_machine.shift(1)
    bring(admin_client, b"third")
    assert [bytes(one.content) for one in TranslationUpload.objects.order_by("uploaded_at")] == [
        b"second",
        b"third",
    ]


def statements(client, content: bytes) -> int:
    address = bring(client, content).request["PATH_INFO"]
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_each_file_costs_the_same_however_long_it_is(city, translation, translator, admin_client):
    others = [StageFactory(parent=city.vision, title=title) for title in ("Eins", "Zwei")]
    for page in others:
        translator.submit(page, "en")
    files = [filled(translator.translation(page, "en")) for page in others]
    one = statements(admin_client, zipped(a=files[0]))
    two = statements(admin_client, zipped(a=files[0], b=files[1]))
    with_long = statements(admin_client, zipped(a=files[0], b=filled(translation)))

    assert two - one <= 6
    assert with_long == two
