"""The engines that translate, each of which says in words why it did not.

They are wagtail-localize's, with its options. It reads whatever comes as if it were an answer,
and would send texts and keys on to where a redirect leads.
"""

from collections.abc import Iterable
from typing import Any

import requests
from django.utils.translation import gettext as _
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.strings import StringValue

# Seconds until an answer has to begin.
TIMEOUT = 30
# What services say with an answer that is none: 456 is DeepL's own.
STATUS_REFUSED = {401, 403}
STATUS_USED_UP = {402, 429, 456}


class EngineFailed(Exception):
    """An engine gave no translations; the message is for whoever asked for them."""


class DeepL(DeepLTranslator):
    """DeepL, with wagtail-localize's options; `URL` is for a service that speaks as DeepL does."""

    def get_api_endpoint(self) -> str:
        return str(self.options.get("URL") or super().get_api_endpoint())

    def translate(
        self, source_locale: Any, target_locale: Any, strings: Iterable[StringValue]
    ) -> dict[StringValue, StringValue]:
        wanted = list(strings)
        answer = post(
            self.get_api_endpoint(),
            self.options.get("TIMEOUT", TIMEOUT),
            data=self.get_parameters(source_locale, target_locale, wanted),
            headers=self.get_headers(),
        )
        return paired(wanted, lambda: [one["text"] for one in answer["translations"]])


class LibreTranslate(LibreTranslator):
    """LibreTranslate, with wagtail-localize's options; a server of one's own needs no key."""

    def translate(
        self, source_locale: Any, target_locale: Any, strings: Iterable[StringValue]
    ) -> dict[StringValue, StringValue]:
        wanted = list(strings)
        asked = {
            "q": [string.data for string in wanted],
            "source": self.language_code(source_locale.language_code),
            "target": self.language_code(target_locale.language_code),
            "format": "html",
        }
        if key := self.options.get("API_KEY"):
            asked["api_key"] = key
        address = self.get_api_endpoint().rstrip("/") + "/translate"
        answer = post(address, self.options.get("TIMEOUT", TIMEOUT), json=asked)
        return paired(wanted, lambda: answer["translatedText"])


def post(address: str, timeout: float, **request: Any) -> Any:
    """Ask a service; raise EngineFailed if it does not answer as it should."""
    try:
        response = requests.post(address, timeout=timeout, allow_redirects=False, **request)
        check_status(response.status_code)
        return response.json()
    except requests.Timeout as error:
        raise EngineFailed(_("It did not answer in time.")) from error
    except requests.JSONDecodeError as error:
        raise EngineFailed(unreadable()) from error
    except requests.RequestException as error:
        raise EngineFailed(_("It cannot be reached.")) from error


def check_status(status: int) -> None:
    if status in STATUS_REFUSED:
        raise EngineFailed(_("It refuses the key."))
    if status in STATUS_USED_UP:
        raise EngineFailed(_("It translates no more for now: its quota is used up."))
    if status != requests.codes.ok:
        raise EngineFailed(_("It answers with error %(status)s.") % {"status": status})


def paired(wanted: list[StringValue], read: Any) -> dict[StringValue, StringValue]:
    """Give each string its translation; raise EngineFailed if there are not as many of both."""
    try:
        texts = read()
    except (KeyError, TypeError) as error:
        raise EngineFailed(unreadable()) from error
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise EngineFailed(unreadable())
    if len(texts) != len(wanted):
        raise EngineFailed(_("It gave another number of texts than it was asked for."))
    return dict(zip(wanted, map(StringValue, texts), strict=True))


def unreadable() -> str:
    return _("Its answer cannot be read.")
