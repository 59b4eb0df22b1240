"""What a translator does in the admin, through the addresses that its pages call."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import encode_multipart
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource

BOUNDARY = "boundary"


class Translator:
    """Submits, translates and publishes through wagtail-localize's own views."""

    def __init__(
        self,
        client: Client,
        languages: dict[str, Locale],
        committed: Callable[..., AbstractContextManager[Any]],
    ) -> None:
        self.client = client
        self.languages = languages
        self.committed = committed

    def submit(self, source: Any, *codes: str) -> Any:
        """Send the form “Translate this …”, and give the response."""
        data = {"locales": [self.languages[code].pk for code in codes]}
        with self.committed(execute=True):
            return self.client.post(submit_address(source), data)

    def synchronise(self, source: Any) -> Any:
        """Send the form “Sync translated pages”, and give the response."""
        found = TranslationSource.objects.get(object_id=source.translation_key)
        address = reverse("wagtail_localize:update_translations", args=[found.pk])
        with self.committed(execute=True):
            return self.client.post(address, {})

    def translation(self, source: Any, code: str) -> Translation:
        return Translation.objects.get(
            source__object_id=source.translation_key, target_locale=self.languages[code]
        )

    def target(self, source: Any, code: str) -> Any:
        """Give the translation as it is stored."""
        return type(source).objects.get(
            translation_key=source.translation_key, locale=self.languages[code]
        )

    def segments(self, source: Any, code: str) -> list[StringSegment]:
        found = self.translation(source, code).source.stringsegment_set
        return list(found.select_related("string", "context").order_by("order"))

    def write(self, source: Any, code: str, words: Callable[[str], str]) -> None:
        """Translate every string; `words` gives a string's translation."""
        for segment in self.segments(source, code):
            response = self.write_one(source, code, segment, words(segment.string.data))
            assert response.status_code in {200, 201}, response.content

    def write_one(self, source: Any, code: str, segment: StringSegment, text: str) -> Any:
        address = reverse(
            "wagtail_localize:edit_string_translation",
            args=[self.translation(source, code).pk, segment.pk],
        )
        return self.client.put(
            address,
            encode_multipart(BOUNDARY, {"value": text}),
            content_type=f"multipart/form-data; boundary={BOUNDARY}",
        )

    def override(self, source: Any, code: str, segment: Any, value: str) -> Any:
        """Save another address or choice than the source has."""
        address = reverse(
            "wagtail_localize:edit_override", args=[self.translation(source, code).pk, segment.pk]
        )
        return self.client.put(
            address,
            encode_multipart(BOUNDARY, {"value": value}),
            content_type=f"multipart/form-data; boundary={BOUNDARY}",
        )

    def upload(self, source: Any, code: str, file: str | bytes | None) -> Any:
        """Send a PO file, or none, and give the page that follows."""
        address = reverse(
            "wagtail_localize:upload_pofile", args=[self.translation(source, code).pk]
        )
        content = file.encode() if isinstance(file, str) else file
        data = {} if content is None else {"file": SimpleUploadedFile("words.po", content)}
        return self.client.post(address, data, follow=True)

    def open(self, source: Any, code: str) -> Any:
        """Open the translation editor, and give the response."""
        return self.client.get(edit_address(self.target(source, code)))

    def publish(self, source: Any, code: str) -> Any:
        """Press “Publish” in the translation editor, and give the response."""
        with self.committed(execute=True):
            return self.client.post(edit_address(self.target(source, code)), {"action": "publish"})

    def translate(self, source: Any, code: str, words: Callable[[str], str]) -> Any:
        """Submit, translate and publish; give the published translation."""
        self.submit(source, code)
        self.write(source, code, words)
        self.publish(source, code)
        return self.target(source, code)


def submit_address(source: Any) -> str:
    if isinstance(source, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[source.pk])
    meta = source._meta
    return reverse(
        "wagtail_localize:submit_snippet_translation",
        args=[meta.app_label, meta.model_name, source.pk],
    )


def edit_address(target: Any) -> str:
    if isinstance(target, Page):
        return reverse("wagtailadmin_pages:edit", args=[target.pk])
    return reverse(
        f"wagtailsnippets_{target._meta.app_label}_{target._meta.model_name}:edit",
        args=[target.pk],
    )
