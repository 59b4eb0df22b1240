"""What the system checks say of a host's settings, and what the reference says of them."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from graphql_api.checks import check_settings as check_api
from graphql_api.database_checks import check_connections
from graphql_api.purging.targets import check_purging, targets
from vision_pages.checks import check_settings as check_pages
from vision_pages.translation.machine_checks import check_machine_translation

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs/reference/settings.md").read_text()
REFUSAL = "graphql_api.documents.refusal.RefusedChange"
CODE = "".join(
    path.read_text()
    for app in ("vision_pages", "graphql_api")
    for path in ROOT.glob(f"{app}/**/*.py")
)


def said(check) -> list[tuple[str, str]]:
    return [(message.id, message.hint) for message in check()]


def found(check) -> list[tuple[str, str]]:
    return [(message.id, message.msg) for message in check()]


def test_the_sites_own_settings_are_right(db):
    assert [*said(check_pages), *said(check_api)] == []


def test_another_database(db, monkeypatch):
    monkeypatch.setattr(connection, "vendor", "sqlite")

    assert said(check_pages) == [("vision_pages.E001", "Use django.db.backends.postgresql.")]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("VISION_PAGES_GENDER_SIGN", "/", ["vision_pages.E004"]),
        ("VISION_PAGES_GENDER_SIGN", ":", []),
        ("VISION_PAGES_GENDER_SIGN", None, []),
        ("VISION_PAGES_PLAIN_WORDS", ["Veedel"], ["vision_pages.E005"]),
        ("VISION_PAGES_PLAIN_WORDS", {"Veedel": 1}, ["vision_pages.E005"]),
        ("VISION_PAGES_PLAIN_WORDS", {"": "Viertel"}, ["vision_pages.E005"]),
        ("VISION_PAGES_PLAIN_WORDS", {"Veedel": "Viertel", "Evaluation": None}, []),
        ("VISION_PAGES_INCOMPLETE_TRANSLATIONS", "keep", ["vision_pages.E006"]),
        ("VISION_PAGES_INCOMPLETE_TRANSLATIONS", {"en": "drop"}, ["vision_pages.E006"]),
        ("VISION_PAGES_INCOMPLETE_TRANSLATIONS", {"xx": "keep"}, ["vision_pages.E006"]),
        ("VISION_PAGES_INCOMPLETE_TRANSLATIONS", {"en": "keep", "tr": "allow"}, []),
    ],
)
def test_what_helps_while_writing_is_checked(db, settings, name, value, expected):
    setattr(settings, name, value)

    assert [message.id for message in check_pages()] == expected


DEEPL = {"engine": "deepl", "options": {"AUTH_KEY": "x"}}


@pytest.mark.parametrize(
    ("engines", "expected"),
    [
        ({}, []),
        ({"en": DEEPL}, []),
        ({"ar": {"engine": "libretranslate", "options": {"LIBRETRANSLATE_URL": "x"}}}, []),
        ({"en": {"engine": "wagtail_localize.machine_translators.dummy.DummyTranslator"}}, []),
        ({"de-simple": DEEPL}, ["vision_pages.E008"]),
        (["en"], ["vision_pages.E007"]),
        ({"xx": DEEPL}, ["vision_pages.E007"]),
        ({"en": "deepl"}, ["vision_pages.E007"]),
        ({"en": {"engine": "babelfish"}}, ["vision_pages.E007"]),
        ({"en": {"engine": "deepl"}}, ["vision_pages.E007"]),
        ({"en": {"engine": "deepl", "options": "x"}}, ["vision_pages.E007"]),
        ({"en": {"engine": "libretranslate", "options": {}}}, ["vision_pages.E007"]),
    ],
)
def test_engines_that_cannot_translate_are_named(settings, engines, expected):
    settings.VISION_PAGES_MACHINE_TRANSLATION = engines

    assert [message.id for message in check_machine_translation()] == expected


def test_machines_are_asked_through_ours_alone(settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    assert [message.id for message in check_machine_translation()] == ["vision_pages.E009"]

    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = None
    assert check_machine_translation() == []

    settings.VISION_PAGES_MACHINE_TRANSLATION = {"en": DEEPL}
    assert [message.id for message in check_machine_translation()] == ["vision_pages.E009"]


def test_whether_unreviewed_texts_are_published_is_yes_or_no(settings):
    settings.VISION_PAGES_RELEASE_UNREVIEWED = "no"

    assert [message.id for message in check_machine_translation()] == ["vision_pages.E010"]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("WAGTAIL_I18N_ENABLED", False, ("vision_pages.E002", "Set WAGTAIL_I18N_ENABLED = True.")),
        (
            "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE",
            True,
            (
                "vision_pages.W001",
                "Set WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False.",
            ),
        ),
        (
            "WAGTAILLOCALIZE_DISABLE_ON_DELETE",
            False,
            ("vision_pages.W002", "Set WAGTAILLOCALIZE_DISABLE_ON_DELETE = True."),
        ),
    ],
)
def test_an_unsafe_setting_is_named_when_it_is_given_and_when_it_is_left_out(
    name, value, expected, settings
):
    setattr(settings, name, value)
    assert said(check_pages) == [expected]

    delattr(settings, name)
    assert said(check_pages) == [expected]


def test_an_installation_without_wagtail_localize(monkeypatch):
    monkeypatch.setattr(apps, "is_installed", lambda name: False)

    assert said(check_pages) == [("vision_pages.E003", "Add wagtail_localize to INSTALLED_APPS.")]


def test_an_installation_that_copies_the_tree_into_new_languages(monkeypatch):
    monkeypatch.setattr(apps, "is_installed", lambda name: True)

    assert said(check_pages) == [
        ("vision_pages.W003", "Install wagtail.locales in place of wagtail_localize.locales.")
    ]


def test_the_source_language_has_content(settings):
    settings.LANGUAGE_CODE = "nl"

    message = "There is no content in the language of LANGUAGE_CODE, 'nl'."
    assert found(check_api) == [("graphql_api.E004", message)]


@pytest.mark.parametrize(
    ("language", "others", "problem"),
    [
        ("uk", "en", "is no list."),
        ("uk", ["en", "nl"], "names 'nl', which WAGTAIL_CONTENT_LANGUAGES does not."),
        ("nl", ["de"], "names 'nl', which WAGTAIL_CONTENT_LANGUAGES does not."),
        ("uk", ["en", "uk"], "names the language itself."),
        ("uk", ["en", "de", "en"], "names a language twice."),
    ],
)
def test_fallbacks_are_lists_of_other_languages(settings, language, others, problem):
    settings.GRAPHQL_API_FALLBACKS = {"tr": ["de"], language: others}

    message = f"GRAPHQL_API_FALLBACKS[{language!r}] {problem}"
    assert found(check_api) == [("graphql_api.E002", message)]


@pytest.mark.parametrize(("size", "most"), [(0, 100), (-1, 100), (20, 10), (0, 0)])
def test_page_sizes_leave_room(settings, size, most):
    settings.GRAPHQL_API_PAGE_SIZE = size
    settings.GRAPHQL_API_MAX_PAGE_SIZE = most

    message = f"Lists cannot give {size} nodes by default and {most} at most."
    assert found(check_api) == [("graphql_api.E003", message)]


def test_a_page_may_be_as_large_as_the_largest(settings):
    settings.GRAPHQL_API_PAGE_SIZE = settings.GRAPHQL_API_MAX_PAGE_SIZE = 50

    assert found(check_api) == []


def test_editors_learn_of_changes_that_cannot_become_public(settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != REFUSAL]

    message = "An editor whose change cannot become public would see a bare error."
    assert found(check_api) == [("graphql_api.E005", message)]


@pytest.mark.parametrize(
    "name",
    [
        "corsheaders.middleware.CorsMiddleware",
        "django.middleware.security.SecurityMiddleware",
    ],
)
def test_operations_are_answered_after_what_they_need(settings, name):
    others = [one for one in settings.MIDDLEWARE if one != name]
    settings.MIDDLEWARE = [*others, name]

    message = f"Operations would be answered without {name}."
    assert found(check_api) == [("graphql_api.E011", message)]


def test_operations_may_go_the_way_of_all_requests(settings):
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if name != "graphql_api.http.direct.DirectAnswers"
    ]

    assert found(check_api) == []


@pytest.mark.parametrize("name", ["CACHE_BYTES", "CONNECTIONS", "SHARED_SECONDS", "STALE_SECONDS"])
@pytest.mark.parametrize("value", [-1, "60", 0.5])
def test_what_is_kept_is_counted_in_whole_numbers(settings, name, value):
    setattr(settings, f"GRAPHQL_API_{name}", value)

    message = f"GRAPHQL_API_{name} is {value!r}, which is no whole number from 0 on."
    assert found(check_api) == [("graphql_api.E020", message)]


def test_the_address_to_listen_at_is_one(settings):
    settings.GRAPHQL_API_LISTEN_URL = "postgresql://reader@db.example/leitbild"
    assert found(check_api) == []

    settings.GRAPHQL_API_LISTEN_URL = "db.example"
    message = "GRAPHQL_API_LISTEN_URL is no address of a PostgreSQL database."
    assert found(check_api) == [("graphql_api.E021", message)]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("HEADER", "Surrogate-Key", []),
        ("HEADER", "X-Tags", ["graphql_api.E030"]),
        ("BYTES", 99, ["graphql_api.E031"]),
        ("BYTES", 100, []),
        ("BYTES", 16_001, ["graphql_api.E031"]),
        ("BYTES", "3000", ["graphql_api.E031"]),
    ],
)
def test_cache_tags_are_such_that_a_cache_reads_them(settings, name, value, expected):
    setattr(settings, f"GRAPHQL_API_CACHE_TAG_{name}", value)

    assert [id for id, _message in found(check_api)] == expected


FASTLY = {"product": "fastly", "service": "s", "token": "geheim"}
ADDRESS = "has a url that is no address."
SECRET = "would send what is secret without TLS: its url must begin with https."


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ({"product": "varnish", "url": "http://10.0.0.5:6081/"}, None),
        (FASTLY, None),
        ({"product": "webhook", "url": "http://127.0.0.1:3000/hook", "secret": "s"}, None),
        ("varnish", "is not a name with its options."),
        (
            {"product": "nginx"},
            "names no product: varnish, varnish-ban, fastly, cloudflare, webhook.",
        ),
        ({"product": "fastly", "service": "s"}, "needs token, a text without spaces."),
        (FASTLY | {"token": "geheim\n"}, "needs token, a text without spaces."),
        (FASTLY | {"token": None}, "needs token, a text without spaces."),
        (FASTLY | {"key": "x"}, "has an option that is unknown: key."),
        ({"product": "varnish", "url": "10.0.0.5:6081"}, ADDRESS),
        ({"product": "varnish", "url": "http://[::1/"}, ADDRESS),
        ({"product": "varnish", "url": "http://a:99999/"}, ADDRESS),
        ({"product": "varnish", "url": "http://user:geheim@a/"}, ADDRESS),
        ({"product": "varnish", "url": "file:///etc/passwd"}, ADDRESS),
        ({"product": "webhook", "url": "http://a.example/", "secret": "geheim"}, SECRET),
        (FASTLY | {"url": "http://api.example"}, SECRET),
    ],
)
def test_purging_has_what_its_products_need(settings, target, problem):
    settings.GRAPHQL_API_PURGING = {"edge": target}
    expected = f"GRAPHQL_API_PURGING['edge'] {problem}"

    assert [one.msg for one in check_purging() if one.id == "graphql_api.E032"] == (
        [expected] if problem else []
    )
    assert targets().keys() == (set() if problem else {"edge"})


def test_purging_is_a_dictionary(settings):
    settings.GRAPHQL_API_PURGING = [FASTLY]

    assert found(check_purging) == [("graphql_api.E032", "GRAPHQL_API_PURGING is no dictionary.")]


def test_who_purges_by_tags_has_answers_with_tags(settings):
    settings.GRAPHQL_API_PURGING = {"edge": FASTLY}
    settings.GRAPHQL_API_CACHE_TAG_HEADER = "xkey"
    hint = 'Set GRAPHQL_API_CACHE_TAG_HEADER = "Surrogate-Key".'
    assert said(check_purging) == [("graphql_api.W004", hint)]

    settings.GRAPHQL_API_CACHE_TAG_HEADER = "Surrogate-Key"
    assert said(check_purging) == []


@pytest.fixture
def room(db):
    """Give how many connections the database gives to an account."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setting::int - (SELECT sum(setting::int) FROM pg_settings"
            " WHERE name IN ('superuser_reserved_connections', 'reserved_connections'))"
            " FROM pg_settings WHERE name = 'max_connections'"
        )
        return cursor.fetchone()[0]


def test_the_processes_fit_into_what_the_database_gives(settings, room):
    settings.GRAPHQL_API_CONNECTIONS = room
    assert warned(check_connections, databases=["default"]) == []

    settings.GRAPHQL_API_CONNECTIONS = room + 1
    message = f"The site's processes hold up to {room + 1} connections, the database gives {room}."
    assert warned(check_connections, databases=["default"]) == [("graphql_api.W010", message)]
    # No command but those that ask for it reads the database.
    assert warned(check_connections) == []
    settings.GRAPHQL_API_LISTEN_URL = "postgresql://reader@db.example/leitbild"
    assert warned(check_connections, databases=["default"]) == []


def test_an_account_may_have_fewer(settings, db):
    settings.GRAPHQL_API_CONNECTIONS = 3
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE reader CONNECTION LIMIT 2")
        cursor.execute("SET LOCAL ROLE reader")

    message = "The site's processes hold up to 3 connections, the database gives 2."
    assert warned(check_connections, databases=["default"]) == [("graphql_api.W010", message)]


def warned(check, **given):
    return [(message.id, message.msg) for message in check(**given)]


def test_what_editors_learn_needs_messages(settings):
    settings.MIDDLEWARE = [
        REFUSAL,
        *(name for name in settings.MIDDLEWARE if name != REFUSAL),
    ]

    message = "The message about a change that cannot become public would be lost."
    assert found(check_api) == [("graphql_api.E006", message)]


def test_the_apps_commands_come_before_wagtails(monkeypatch):
    rest = {label: config for label, config in apps.app_configs.items() if label != "graphql_api"}
    ours = {"graphql_api": apps.app_configs["graphql_api"]}
    monkeypatch.setattr(apps, "app_configs", rest | ours)

    message = "Wagtail's publish_scheduled would publish without the API's knowledge."
    assert found(check_api) == [("graphql_api.E007", message)]


def test_graphiql_needs_introspection(settings):
    settings.GRAPHQL_API_GRAPHIQL = True
    assert [id for id, _message in found(check_api)] == ["graphql_api.W001"]

    settings.GRAPHQL_API_INTROSPECTION = True
    assert found(check_api) == []


@pytest.mark.parametrize("value", ["False", 0, None])
@pytest.mark.parametrize("name", ["TRUSTED_ONLY", "COMPILED_OPERATIONS"])
def test_a_switch_is_on_or_off(settings, name, value):
    setattr(settings, f"GRAPHQL_API_{name}", value)

    assert [id for id, _message in found(check_api)] == ["graphql_api.E012"]


def test_every_setting_stands_in_the_reference_with_its_default():
    read = re.findall(
        r'getattr\(\s*settings,\s*"((?:GRAPHQL_API|VISION_PAGES)_\w+)",\s*(.+?)\)', CODE
    )
    named = set(re.findall(r"\b(?:GRAPHQL_API|VISION_PAGES)_[A-Z][A-Z_]+", CODE))
    documented = re.findall(
        r"^\| `((?:GRAPHQL_API|VISION_PAGES)_\w+)` \| `(.+?)` \|", REFERENCE, re.MULTILINE
    )

    assert {name for name, _default in read} == named
    assert dict(documented) == {name: default.removeprefix("settings.") for name, default in read}


def test_every_check_stands_in_the_reference():
    in_code = set(re.findall(r'id="((?:graphql_api|vision_pages)\.[EW]\d{3})"', CODE))

    assert set(re.findall(r"`((?:graphql_api|vision_pages)\.[EW]\d{3})`", REFERENCE)) == in_code
