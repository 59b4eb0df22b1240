"""What a machine translates, that it fails without harm, and that it is never asked for more."""

import logging
import sys
from types import ModuleType

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

from tests.translation.engine import serving
from vision_pages.translation.gate import check_gate
from vision_pages.translation.machine import Engines, batches
from vision_pages.translation.machine_engines import DeepL, EngineFailed
from vision_pages.translation.machine_texts import translate
from vision_pages.translation.segments import Segments


@pytest.fixture
def engine(settings):
    with serving() as engine:
        settings.VISION_PAGES_MACHINE_TRANSLATION = {
            "en": {"engine": "libretranslate", "options": engine.options},
            "ar": {"engine": "libretranslate", "options": engine.options},
            "de-simple": {"engine": "libretranslate", "options": engine.options},
        }
        yield engine


@pytest.fixture
def machine(translator):
    """Press “Translate with …”, and give what is said then."""

    def machine(source, code="en"):
        # What was said before, and nobody has read yet.
        translator.client.cookies.pop("messages", None)
        response = press(translator, source, code)
        return [str(message) for message in get_messages(response.wsgi_request)]

    return machine


def press(translator, source, code="en", **ask):
    address = reverse(
        "wagtail_localize:machine_translate", args=[translator.translation(source, code).pk]
    )
    return translator.client.post(address, ask)


def texts(source, code="en"):
    found = StringTranslation.objects.filter(
        context__object_id=source.translation_key, locale__language_code=code
    )
    return dict(found.values_list("translation_of__data", "data"))


@pytest.fixture
def vision(city, translator):
    city.vision.motto = "Kurz & knapp"
    city.vision.goal = '<p>Der <a href="https://example.org/">Plan</a> gilt <b>sofort</b>.</p>'
    city.vision.summary = "Alle zusammen."
    city.vision.save_revision().publish()
    translator.submit(city.vision, "en")
    return city.vision


GOAL = 'Der <a id="a1">Plan</a> gilt <b>sofort</b>.'


def test_a_machine_translates_what_nobody_has_translated(vision, translator, engine, machine):
    title = next(s for s in translator.segments(vision, "en") if s.context.path == "title")
    translator.write_one(vision, "en", title, "Cologne 21")

    said = machine(vision)

    found = texts(vision)
    assert said == [
        f"{len(found) - 1} Texte wurden maschinell übersetzt. "
        "Sie sind vor dem Veröffentlichen zu prüfen."
    ]
    assert found["Köln 21"] == "Cologne 21"
    assert found["Kurz &amp; knapp"] == "[Kurz &amp; knapp]"
    assert found[GOAL] == f"[{GOAL}]"
    [asked] = engine.asked
    assert "Köln 21" not in asked.pop("q")
    assert asked == {
        "path": "/translate",
        "source": "de",
        "target": "en",
        "format": "html",
        "api_key": "geheimer-schluessel",
    }
    assert {
        (one.translation_type, one.tool_name, one.last_translated_by.username)
        for one in StringTranslation.objects.exclude(data="Cologne 21")
    } == {("machine", "LibreTranslate", "admin")}


def test_nothing_is_left_for_a_second_time(vision, engine, machine):
    machine(vision)

    assert machine(vision) == ["Alle Texte sind bereits übersetzt."]
    assert len(engine.asked) == 1


def test_what_a_machine_wrote_waits_until_somebody_saves_it(vision, translator, engine, machine):
    machine(vision)
    translation = translator.translation(vision, "en")
    written = texts(vision)
    assert len(Segments(translation).unreviewed) == len(written) > 0

    translator.write(vision, "en", lambda text: written[text])

    assert texts(vision) == written
    assert Segments(translation).unreviewed == []


def test_what_nobody_reviewed_is_not_published(vision, translator, engine, machine, ask):
    translator.translate(vision.get_parent().specific, "en", lambda text: f"In English: {text}")
    machine(vision)
    written = texts(vision)

    translator.publish(vision, "en")

    assert translator.target(vision, "en").live is False
    with pytest.raises(ValidationError) as refused:
        check_gate(translator.translation(vision, "en"))
    assert refused.value.messages == [
        f"„Köln 21“ kann auf English nicht veröffentlicht werden: {len(written)} Texte sind "
        "maschinell übersetzt und noch nicht geprüft."
    ]
    translator.write(vision, "en", lambda text: written[text])
    translator.publish(vision, "en")
    assert is_machine_translated(vision, ask) is False


def test_a_city_may_want_it_published(vision, translator, engine, machine, ask, settings):
    settings.VISION_PAGES_RELEASE_UNREVIEWED = True
    translator.translate(vision.get_parent().specific, "en", lambda text: f"In English: {text}")
    machine(vision)

    translator.publish(vision, "en")

    assert is_machine_translated(vision, ask) is True


def is_machine_translated(page, ask):
    query = """query ($key: ID!) {
        page(by: {translationKey: $key}, locale: "en") {title language {machineTranslated}}}"""
    found = ask(query, key=str(page.translation_key))["page"]
    assert found["title"] == "[Köln 21]"
    return found["language"]["machineTranslated"]


def test_a_title_by_machine_is_shown_in_lists(vision, translator, engine, machine):
    machine(vision)

    assert translator.target(vision, "en").draft_title == "[Köln 21]"


def test_a_text_that_does_not_fit_is_kept_with_what_is_wrong(vision, engine, machine):
    engine.words = lambda text: "x" * 161 if text.startswith("Kurz") else f"[{text}]"

    machine(vision)

    long = StringTranslation.objects.get(data__startswith="xxx")
    assert (long.has_error, long.field_error) == (
        True,
        "Zu lang: 161 Zeichen, erlaubt sind höchstens 160.",
    )


@pytest.mark.parametrize(
    "broken",
    [
        "The plan holds <b>now</b>.",
        '<a id="a1">The</a> <a id="a1">plan</a> holds <b>now</b>.',
        '<a id="a1">The</a> <a id="a2">plan</a> holds <b>now</b>.',
        f"<script>{GOAL}</script>",
        '<a id="a1" href="https://example.net/">The plan</a> holds.',
        " ",
    ],
)
def test_a_text_whose_tags_are_broken_is_left_out(broken, vision, engine, machine):
    engine.words = lambda text: broken if text == GOAL else f"[{text}]"

    said = machine(vision)

    assert GOAL not in texts(vision)
    assert texts(vision)["Alle zusammen."] == "[Alle zusammen.]"
    assert said[1:] == [
        "1 Text wurde ausgelassen: Die Maschine hat seine Links oder Tags verloren."
    ]


def answering(status, answer):
    return lambda engine: setattr(engine, "answer", lambda texts: (status, answer))


FAILURES = {
    "slow": (
        lambda engine: setattr(engine, "seconds", 1),
        "Sie hat nicht rechtzeitig geantwortet.",
    ),
    "key": (answering(403, {"error": "Invalid API key"}), "Sie lehnt den Schlüssel ab."),
    "quota": (
        answering(429, {"error": "Slow down"}),
        "Sie übersetzt zurzeit nicht weiter: Das Kontingent ist aufgebraucht.",
    ),
    "error": (answering(500, b"<h1>Sorry</h1>"), "Sie antwortet mit Fehler 500."),
    "redirect": (answering(307, b""), "Sie antwortet mit Fehler 307."),
    "html": (answering(200, b"<h1>Sorry</h1>"), "Ihre Antwort ist nicht lesbar."),
    "other": (answering(200, {"error": "?"}), "Ihre Antwort ist nicht lesbar."),
    "list": (answering(200, ["?"]), "Ihre Antwort ist nicht lesbar."),
    "null": (answering(200, {"translatedText": [None]}), "Ihre Antwort ist nicht lesbar."),
    "text": (answering(200, {"translatedText": "?"}), "Ihre Antwort ist nicht lesbar."),
    "count": (
        answering(200, {"translatedText": ["?"]}),
        "Sie hat nicht so viele Texte geliefert, wie angefragt waren.",
    ),
    "broken": (
        lambda engine: setattr(engine, "words", lambda text: f"<p>{text}</p>"),
        "In all ihren Übersetzungen fehlen Links oder sind Tags beschädigt.",
    ),
}


@pytest.mark.parametrize("kind", FAILURES)
def test_a_failing_engine_changes_nothing_and_says_why(kind, vision, engine, machine, caplog):
    fail, reason = FAILURES[kind]
    fail(engine)

    with caplog.at_level(logging.DEBUG):
        said = machine(vision)

    assert said == [f"Die Maschine hat nichts übersetzt, es wurde nichts geändert. {reason}"]
    assert texts(vision) == {}
    assert "geheimer-schluessel" not in caplog.text
    assert "zusammen" not in caplog.text


def test_an_engine_that_is_not_there(vision, settings, machine):
    settings.VISION_PAGES_MACHINE_TRANSLATION = {
        "en": {"engine": "libretranslate", "options": {"LIBRETRANSLATE_URL": "http://127.0.0.1:9"}}
    }

    [said] = machine(vision)
    assert said.endswith("Sie ist nicht erreichbar.")
    assert texts(vision) == {}


def test_the_second_portion_failing_keeps_nothing_of_the_first(city, translator, engine, machine):
    city.vision.body = [
        ("quote", {"text": f"Satz {n}.", "person": "", "role": ""}) for n in range(60)
    ]
    city.vision.save_revision().publish()
    translator.submit(city.vision, "en")
    engine.answer = lambda texts: (
        200 if len(engine.asked) == 1 else 500,
        {"translatedText": texts},
    )

    [said] = machine(city.vision)

    assert said.endswith("Sie antwortet mit Fehler 500.")
    assert len(engine.asked) == 2
    assert texts(city.vision) == {}


def test_portions_are_as_large_as_every_service_takes():
    strings = [StringValue(text) for text in ["a"] * 60 + ["b" * 15_000] * 2 + ["c" * 30_000, "d"]]

    sizes = [[len(one.data) for one in batch] for batch in batches(strings)]

    assert sizes == [[1] * 50, [*[1] * 10, 15_000], [15_000], [30_000], [1]]
    assert [*batches([])] == []


def test_the_editor_offers_the_engine_by_its_name(vision, city, translator, engine, settings):
    assert b'"name": "LibreTranslate"' in translator.open(vision, "en").content.replace(
        b"&quot;", b'"'
    )

    settings.VISION_PAGES_MACHINE_TRANSLATION = {}
    assert b"LibreTranslate" not in translator.open(vision, "en").content


@pytest.mark.parametrize("code", ["de-simple", "tr"])
def test_leichte_sprache_and_a_language_without_an_engine_are_refused(
    code, vision, translator, engine, admin_user
):
    translator.submit(vision, code)
    translation = translator.translation(vision, code)

    assert press(translator, vision, code).status_code == 404
    with pytest.raises(EngineFailed, match="In diese Sprache übersetzt keine Maschine"):
        translate(translation, admin_user)
    assert engine.asked == []


def test_only_who_may_edit_may_ask_and_only_by_a_form(vision, translator, engine, client):
    address = reverse(
        "wagtail_localize:machine_translate", args=[translator.translation(vision, "en").pk]
    )
    assert translator.client.get(address).status_code == 405

    user = User.objects.create_user("gast")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.post(address).url == reverse("wagtailadmin_home")
    assert engine.asked == []
    assert texts(vision) == {}


def test_afterwards_the_editor_is_shown_again(vision, translator, engine):
    response = press(translator, vision, next="/admin/pages/")

    assert response.url == "/admin/pages/"


def test_a_slug_stays_as_it_is(languages, translator, engine, admin_user, db):
    page = Page.get_first_root_node().add_child(
        instance=Page(title="Rathaus", slug="rathaus", locale=Locale.get_default())
    )
    translator.submit(page, "en")
    assert "slug" in {one.context.path for one in translator.segments(page, "en")}

    translate(translator.translation(page, "en"), admin_user)

    assert texts(page) == {"Rathaus": "[Rathaus]"}


def synchronise(translator, source, **form):
    found = translator.translation(source, "en").source
    address = reverse("wagtail_localize:update_translations", args=[found.pk])
    with translator.committed(execute=True):
        return translator.client.post(address, form)


def test_synchronising_translates_where_there_is_an_engine(vision, translator, engine):
    translator.submit(vision, "tr", "de-simple")
    vision.motto = "Weit & breit"
    vision.save_revision().publish()

    synchronise(translator, vision, use_machine_translation="on")

    assert texts(vision)["Weit &amp; breit"] == "[Weit &amp; breit]"
    assert texts(vision, "tr") == texts(vision, "de-simple") == {}


def test_synchronising_changes_nothing_when_the_engine_fails(vision, translator, engine):
    vision.motto = "Weit & breit"
    vision.save_revision().publish()
    engine.answer = lambda texts: (500, b"")

    response = synchronise(translator, vision, use_machine_translation="on")

    assert "Sie antwortet mit Fehler 500." in response.content.decode()
    assert "Weit" not in str([one.string.data for one in translator.segments(vision, "en")])
    assert texts(vision) == {}


def test_without_an_engine_synchronising_does_not_offer_one(vision, translator, engine, settings):
    address = reverse(
        "wagtail_localize:update_translations",
        args=[translator.translation(vision, "en").source.pk],
    )
    assert b"use_machine_translation" in translator.client.get(address).content

    settings.VISION_PAGES_MACHINE_TRANSLATION = {}
    assert b"use_machine_translation" not in translator.client.get(address).content


def test_a_long_page_asks_the_database_no_more_than_a_short_one(
    city, translator, engine, admin_user
):
    counts = {}
    for page, number in ((city.vision, 2), (city.project, 40)):
        page.body = [
            ("quote", {"text": f"Satz {n}.", "person": "", "role": ""}) for n in range(number)
        ]
        page.save_revision().publish()
        translator.submit(page, "en")
        translation = translator.translation(page, "en")
        with CaptureQueriesContext(connection) as asked:
            translate(translation, admin_user)
        counts[number] = len(asked)
    assert counts[2] == counts[40]


GERMAN, ENGLISH = Locale(language_code="de"), Locale(language_code="en")


def test_deepl_is_sent_a_form_and_says_why_it_failed():
    with serving() as service:
        deepl = DeepL({"AUTH_KEY": "schluessel:fx", "URL": service.url})
        service.answer = lambda texts: (200, {"translations": [{"text": one} for one in texts]})
        wanted = [StringValue("<b>Eins</b> &amp; zwei"), StringValue("Drei")]

        given = deepl.translate(GERMAN, ENGLISH, wanted)

        assert [text.data for text in given.values()] == ["[<b>Eins</b> &amp; zwei]", "[Drei]"]
        assert service.asked == [
            {
                "path": "/",
                "authorization": "DeepL-Auth-Key schluessel:fx",
                "q": ["<b>Eins</b> &amp; zwei", "Drei"],
                "tag_handling": ["xml"],
                "source_lang": ["DE"],
                "target_lang": ["EN"],
            }
        ]
        service.answer = lambda texts: (456, {"message": "Quota Exceeded"})
        with pytest.raises(EngineFailed, match="Kontingent"):
            deepl.translate(GERMAN, ENGLISH, wanted)
        service.answer = lambda texts: (200, {"message": "?"})
        with pytest.raises(EngineFailed, match="nicht lesbar"):
            deepl.translate(GERMAN, ENGLISH, wanted)


class Fake:
    """Google's client, as far as wagtail-localize uses it."""

    asked: list = []

    def __init__(self, **kwargs):
        self.fails = False

    def translate_text(self, request):
        self.asked.append(request)
        if "fail" in request["contents"]:
            raise RuntimeError(request["contents"])
        answers = [type("T", (), {"translated_text": text.upper()}) for text in request["contents"]]
        return type("Answer", (), {"translations": answers})


@pytest.fixture
def google(monkeypatch, settings):
    names = ["google", "google.cloud", "google.cloud.translate", "google.oauth2"]
    modules = {name: ModuleType(name) for name in [*names, "google.oauth2.service_account"]}
    modules["google.cloud.translate"].TranslationServiceClient = Fake
    modules["google.cloud"].translate = modules["google.cloud.translate"]
    modules["google.oauth2"].service_account = modules["google.oauth2.service_account"]
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.delitem(sys.modules, "wagtail_localize.machine_translators.google", raising=False)
    settings.VISION_PAGES_MACHINE_TRANSLATION = {
        "en": {"engine": "google", "options": {"PROJECT_ID": "koeln"}}
    }


def test_google_is_asked_through_wagtail_localize(google):
    engines = Engines({})

    given = engines.translate(GERMAN, ENGLISH, [StringValue("<b>Eins</b>")])

    assert given == {StringValue("<b>Eins</b>"): StringValue("<B>EINS</B>")}
    assert engines.display_name == "Google Translate"
    assert Fake.asked[-1]["target_language_code"] == "en"


def test_what_another_engine_says_of_its_failure_is_not_logged(google, caplog):
    with pytest.raises(EngineFailed, match="aus einem Grund gescheitert"):
        Engines({}).translate(GERMAN, ENGLISH, [StringValue("fail")])

    assert caplog.messages == ["Google Translate failed: RuntimeError"]
