"""Translating by machine: each language has its engine, or none."""

import logging
from collections.abc import Iterator
from typing import Any

from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from vision_pages import conf
from vision_pages.models.easy_language import LANGUAGE as EASY
from vision_pages.translation.machine_engines import EngineFailed

logger = logging.getLogger(__name__)

ENGINES = {
    "deepl": "vision_pages.translation.machine_engines.DeepL",
    "libretranslate": "vision_pages.translation.machine_engines.LibreTranslate",
    "google": "wagtail_localize.machine_translators.google.GoogleCloudTranslator",
}
# What every service takes in one request: DeepL takes 50 texts, Google 30,000 characters.
BATCH_TEXTS, BATCH_CHARACTERS = 50, 20_000


class Engines(BaseMachineTranslator):
    """The machine translator that wagtail-localize is given: it passes on to a language's own."""

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(options)
        self.engine: Any = None

    def can_translate(self, source_locale: Any, target_locale: Any) -> bool:
        codes = source_locale.language_code, target_locale.language_code
        # Leichte Sprache is written freely, and by people: machines do not keep its rules.
        self.engine = None if EASY in codes else engine_for(target_locale)
        # It is asked this first; then its button names whom texts are sent to.
        self.display_name = str(getattr(self.engine, "display_name", ""))
        return self.engine is not None

    def translate(
        self, source_locale: Any, target_locale: Any, strings: Any
    ) -> dict[StringValue, StringValue]:
        """Give translations of all strings, or raise EngineFailed."""
        if not self.can_translate(source_locale, target_locale):
            raise EngineFailed(_("No machine translates into this language."))
        found: dict[StringValue, StringValue] = {}
        for batch in batches(list(strings)):
            found |= self.asked(source_locale, target_locale, batch)
        return found

    def asked(self, *request: Any) -> dict[StringValue, StringValue]:
        try:
            translated: dict[StringValue, StringValue] = self.engine.translate(*request)
        except EngineFailed:
            raise
        except Exception as error:  # noqa: BLE001 - it is of somebody else's code
            # Neither texts nor keys, which errors of others may name, belong in a log.
            logger.warning("%s failed: %s", self.display_name, type(error).__name__)
            raise EngineFailed(_("It failed for a reason that it does not say.")) from None
        return translated


def engine_for(locale: Any) -> Any:
    """Give the engine that translates into a language, if there is one."""
    given = conf.machine_translation().get(locale.language_code)
    if given is None:
        return None
    name = given["engine"]
    return import_string(ENGINES.get(name, name))(given.get("options", {}))


def batches(strings: list[StringValue]) -> Iterator[list[StringValue]]:
    """Give strings in portions, in their order; one that is longer than a portion is its own."""
    batch: list[StringValue] = []
    for string in strings:
        size = sum(len(one.data) for one in [*batch, string])
        if batch and (len(batch) == BATCH_TEXTS or size > BATCH_CHARACTERS):
            yield batch
            batch = []
        batch.append(string)
    if batch:
        yield batch
