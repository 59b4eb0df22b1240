"""Whether the engines that are set can translate, and nobody else is asked to."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.module_loading import import_string

from vision_pages import conf
from vision_pages.models.easy_language import LANGUAGE as EASY
from vision_pages.translation.machine import ENGINES, Engines

CLASS = f"{Engines.__module__}.{Engines.__qualname__}"
NEEDED = {"deepl": ["AUTH_KEY"], "libretranslate": ["LIBRETRANSLATE_URL"], "google": ["PROJECT_ID"]}
EXAMPLE = '{"en": {"engine": "deepl", "options": {"AUTH_KEY": os.environ["DEEPL_KEY"]}}}'


def check_machine_translation(**kwargs: Any) -> list[CheckMessage]:
    given: Any = conf.machine_translation()
    if not isinstance(given, dict):
        return [wrong("VISION_PAGES_MACHINE_TRANSLATION names no languages.", EXAMPLE)]
    faults = [fault for entry in given.items() for fault in faults_of(*entry)]
    return [*faults, *other_machines(given), *release()]


def faults_of(code: str, entry: Any) -> Iterator[CheckMessage]:
    if code == EASY:
        yield Error(
            "VISION_PAGES_MACHINE_TRANSLATION names Leichte Sprache.",
            hint=f"Leave {EASY} out: it is written by people.",
            id="vision_pages.E008",
        )
    languages = dict(getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", settings.LANGUAGES))
    if code not in languages:
        yield wrong(f"No content is in {code!r}.", f"Use one of {', '.join(languages)}.")
    engine: Any = isinstance(entry, dict) and entry.get("engine")
    if not isinstance(engine, str):
        yield wrong(f"{code!r} has no engine.", EXAMPLE)
        return
    try:
        import_string(ENGINES.get(engine, engine))
    except ImportError as error:
        names = ", ".join(ENGINES)
        yield wrong(f"The engine of {code!r} cannot be used: {error}", f"Name one of {names}.")
    options = entry.get("options", {})
    for name in NEEDED.get(engine, []):
        if not isinstance(options, dict) or not options.get(name):
            yield wrong(f"The engine of {code!r} has no {name}.", f"Give it in options: {EXAMPLE}")


def wrong(text: str, hint: str) -> Error:
    return Error(text, hint=hint, id="vision_pages.E007")


def other_machines(given: dict[str, Any]) -> Iterator[CheckMessage]:
    machine = getattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR", None)
    if machine is None and not given:
        return
    if machine is None or machine.get("CLASS") != CLASS:
        yield Error(
            "wagtail-localize asks a machine that knows nothing of our languages.",
            hint=f'Set WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {{"CLASS": "{CLASS}"}}.',
            id="vision_pages.E009",
        )


def release() -> Iterator[CheckMessage]:
    if not isinstance(conf.releases_unreviewed(), bool):
        yield Error(
            "VISION_PAGES_RELEASE_UNREVIEWED says neither yes nor no.",
            hint="Use True or False.",
            id="vision_pages.E010",
        )
