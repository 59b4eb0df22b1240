"""What the system checks say of a host's settings, and what the reference says of them."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from graphql_api.checks import check_settings as check_api
from vision_pages.checks import check_settings as check_pages

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "docs/reference/settings.md").read_text()
CODE = "".join(
    path.read_text()
    for app in ("vision_pages", "graphql_api")
    for path in ROOT.glob(f"{app}/**/*.py")
)


def said(check) -> list[tuple[str, str]]:
    return [(message.id, message.hint) for message in check()]


def test_the_sites_own_settings_are_right(db):
    assert [*said(check_pages), *said(check_api)] == []


def test_another_database(db, monkeypatch):
    monkeypatch.setattr(connection, "vendor", "sqlite")

    assert said(check_pages) == [("vision_pages.E001", "Use django.db.backends.postgresql.")]


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


@pytest.mark.parametrize("fallbacks", [{"xx": ["de"]}, {"en": ["de", "xx"]}])
def test_a_fallback_that_has_no_content(settings, fallbacks):
    settings.GRAPHQL_API_FALLBACKS = fallbacks

    (message,) = check_api()
    assert message.msg == "GRAPHQL_API_FALLBACKS names languages without content: xx."
    assert (message.id, message.hint) == (
        "graphql_api.E002",
        "Name those of WAGTAIL_CONTENT_LANGUAGES.",
    )


@pytest.mark.parametrize(("size", "most"), [(0, 100), (101, 100), (20, 10)])
def test_page_sizes_that_contradict_each_other(settings, size, most):
    settings.GRAPHQL_API_PAGE_SIZE, settings.GRAPHQL_API_MAX_PAGE_SIZE = size, most

    assert said(check_api) == [("graphql_api.E003", "Make it smaller, or the maximum larger.")]


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
