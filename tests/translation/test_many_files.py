"""What the report of translations lists is given as a ZIP, one file for each page."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail_localize.models import Translation

from tests.admin.text import text_of
from tests.factories import StageFactory
from tests.roles.conftest import member
from vision_pages.exchange.exporting import export
from vision_pages.exchange.reading import documents

FILES = "/admin/reports/translations/files/"
REPORT = "/admin/reports/translations/"


@pytest.fixture
def begun(city, translator):
    """Have two pages being translated into English, one of them into Turkish too."""
    translator.submit(city.vision, "en", "tr")
    translator.submit(city.project, "en")
    return {code: str(Locale.objects.get(language_code=code).pk) for code in ("en", "tr")}


def unpacked(response) -> dict[str, bytes]:
    with ZipFile(BytesIO(response.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_is_said_how_many_files_there_are(begun, admin_client):
    response = admin_client.get(FILES)

    labels = [label for _value, label in response.context["form"].fields["language"].choices]
    assert labels == ["English: 2 Dateien", "Türkçe: 1 Datei"]
    assert FILES in admin_client.get(REPORT).content.decode()


@pytest.mark.parametrize(("kind", "ending"), [("1.2", "xlf"), ("2.1", "xlf"), ("po", "po")])
def test_there_is_a_file_for_each_page_in_the_order_of_the_tree(
    city, begun, translator, admin_client, kind, ending
):
    response = admin_client.get(FILES, {"language": begun["en"], "kind": kind})

    assert response["Content-Disposition"] == 'attachment; filename="translations-en.zip"'
    files = unpacked(response)
    assert [*files] == [f"001-koln-21-en.{ending}", f"002-standortmarke-en.{ending}"]
    for page, content in zip((city.vision, city.project), files.values(), strict=True):
        translation = translator.translation(page, "en")
        preview = f"http://testserver/admin/localize/translate/{translation.pk}/preview/"
        assert content == export(translation, kind, preview)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"below": "index"}, ["001-standortmarke-en.xlf"]),
        ({"below": "programme"}, ["001-koln-21-en.xlf", "002-standortmarke-en.xlf"]),
        ({"q": "köln"}, ["001-koln-21-en.xlf"]),
        ({"state": "in_progress"}, ["001-koln-21-en.xlf", "002-standortmarke-en.xlf"]),
    ],
)
def test_it_holds_what_the_report_is_asked_for(city, begun, admin_client, asked, names):
    asked = {
        key: getattr(city, value).pk if key == "below" else value for key, value in asked.items()
    }
    listed = admin_client.get(REPORT, asked | {"language": begun["en"]})
    page = admin_client.get(FILES, asked | {"language": begun["en"]})
    assert dict(page.context["kept"]) == {key: str(value) for key, value in asked.items()}

    response = admin_client.get(FILES, asked | {"language": begun["en"], "kind": "1.2"})

    assert [*unpacked(response)] == names
    titles = {row["title"] for row in listed.context["object_list"]}
    assert {"Köln 21", "Standortmarke"} & titles == {
        "Köln 21" if "koln" in name else "Standortmarke" for name in names
    }


def test_nothing_that_is_listed_may_be_in_translation(city, admin_client, languages):
    text = text_of(admin_client.get(FILES))
    assert "Von den Seiten im Bericht ist keine in Übersetzung, die bearbeitet werden darf." in text


def test_a_language_or_format_that_is_not_there_gives_no_file(begun, admin_client):
    for asked in ({"kind": "po"}, {"kind": "docx", "language": begun["en"]}):
        response = admin_client.get(FILES, asked)
        assert response["Content-Type"].startswith("text/html")
        assert response.context["form"].errors


def test_files_are_of_own_languages(client, begun):
    call_command("create_roles", verbosity=0)
    client.force_login(member("Übersetzung: Türkçe"))

    response = client.get(FILES)

    labels = [label for _value, label in response.context["form"].fields["language"].choices]
    assert labels == ["Türkçe: 1 Datei"]
    response = client.get(FILES, {"language": begun["en"], "kind": "po"})
    assert response["Content-Type"].startswith("text/html")


def statements(client, **asked) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(FILES, asked)
    assert response.status_code == 200
    return len(captured)


def test_the_page_costs_the_same_for_many_and_each_file_its_texts(
    city, begun, translator, admin_client
):
    def add(title: str) -> tuple[int, int]:
        translator.submit(StageFactory(parent=city.vision, title=title), "en")
        zipped = statements(admin_client, language=begun["en"], kind="2.1")
        return statements(admin_client), zipped

    add("Null")  # warms what is kept of content types and sites
    one, two, three = (add(title) for title in ("Eins", "Zwei", "Drei"))

    assert one[0] == two[0] == three[0]
    assert two[1] - one[1] == three[1] - two[1] == 2
    assert Translation.objects.count() == 7


def test_what_is_given_can_be_taken_back(begun, admin_client):
    files = unpacked(admin_client.get(FILES, {"language": begun["en"], "kind": "2.1"}))
    assert all(documents(content) for content in files.values())
