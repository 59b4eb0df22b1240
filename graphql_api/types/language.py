"""Which language a document is in, which was asked for, and in which others it exists."""

from datetime import datetime
from enum import Enum
from typing import Any

import strawberry
from django.utils.translation import get_language_bidi, override

from graphql_api import conf
from graphql_api.documents.pages import TRANSLATION
from graphql_api.documents.rows import Row
from graphql_api.types.easy_language import EasyLanguage, easy_language
from graphql_api.types.fields import Info
from graphql_api.types.values import LocaleCode


@strawberry.enum(description="The direction in which a language is written, as HTML's `dir`.")
class Direction(Enum):
    LTR = "ltr"
    RTL = "rtl"


def direction(code: str) -> Direction:
    """Say in which direction a language is written."""
    with override(code):
        return Direction.RTL if get_language_bidi() else Direction.LTR


@strawberry.type(description="The same content in one of its released languages.")
class Alternate:
    locale: LocaleCode = strawberry.field(description="The language.")
    tag: str = strawberry.field(
        description="BCP 47 tag of the language, for `lang` and for `hreflang` of a link. What "
        "search engines are told of it is in `Seo.head`: they do not know every language."
    )
    path: str | None = strawberry.field(description="Where it stands.")
    title: str | None = strawberry.field(description="Its title.")
    easy_language: EasyLanguage | None = strawberry.field(
        description="What it may be called if it is in `de-simple`; null in other languages."
    )


@strawberry.type(description="The language of a document.")
class Language:
    row: strawberry.Private[Row]

    def translation(self, name: str) -> Any:
        """Give what the document holds on its being translated."""
        return (self.row.data.get(TRANSLATION) or {}).get(name)

    @strawberry.field(description="The language really served.")
    def locale(self) -> LocaleCode:
        return LocaleCode(self.row.locale)

    @strawberry.field(description="The language that was asked for.")
    def requested(self) -> LocaleCode:
        return LocaleCode(self.row.chain[0] if self.row.chain else self.row.locale)

    @strawberry.field(description="BCP 47 tag of the language really served, for `lang`.")
    def tag(self) -> str:
        return self.row.locale

    @strawberry.field(description="The direction of the language really served, for `dir`.")
    def dir(self) -> Direction:
        return direction(self.row.locale)

    @strawberry.field(description="Whether another language than the one asked for is served.")
    def is_fallback(self) -> bool:
        return bool(self.row.chain) and self.row.locale != self.row.chain[0]

    @strawberry.field(
        description="The share of the texts that was translated when it was published last, from "
        "0 to 1; null in the source language and for what was not translated text by text."
    )
    def completeness(self) -> float | None:
        return self.translation("completeness")

    @strawberry.field(
        description="Whether the texts of the source language have changed since it was "
        "translated; null in the source language and where that is not known."
    )
    def outdated(self) -> bool | None:
        return self.translation("outdated")

    @strawberry.field(
        description="How many texts are to be translated since the source language was published "
        "last; null in the source language and for what was not translated text by text."
    )
    def texts_left(self) -> int | None:
        return self.translation("texts_left")

    @strawberry.field(description="How many words these texts have; null where they are.")
    def words_left(self) -> int | None:
        return self.translation("words_left")

    @strawberry.field(
        description="Whether a machine translated some of it, and nobody has gone over that since."
    )
    def machine_translated(self) -> bool:
        return bool(self.translation("machine_translated"))

    @strawberry.field(
        description="When it was approved in a workflow before it was published; null if it wasn't."
    )
    def reviewed_at(self) -> datetime | None:
        found = self.translation("reviewed_at")
        return datetime.fromisoformat(found) if found else None

    @strawberry.field(
        description="What it may be called if it is in `de-simple`; null in other languages."
    )
    def easy_language(self) -> EasyLanguage | None:
        return easy_language(self.row)

    @strawberry.field(description="The released languages of this content, this one included.")
    async def alternates(self, info: Info) -> list[Alternate]:
        return alternates(await info.context.loader.translations(self.row.key))


@strawberry.input(description="How something stands in the language asked for.")
class LanguageFilter:
    is_fallback: bool | None = strawberry.field(
        default=None, description="Whether it is served in another language."
    )
    outdated: bool | None = strawberry.field(
        default=None, description="Whether its source has changed since it was translated."
    )
    machine_translated: bool | None = strawberry.field(
        default=None, description="Whether a machine translated some of it."
    )


def alternates(rows: list[Row]) -> list[Alternate]:
    """Give the languages of one thing, in the order of the settings."""
    order = list(conf.languages())
    known = [row for row in rows if row.locale in order]
    return [alternate(row) for row in sorted(known, key=lambda row: order.index(row.locale))]


def alternate(row: Row) -> Alternate:
    return Alternate(
        locale=LocaleCode(row.locale),
        tag=row.locale,
        path=row.path,
        title=row.data.get("title"),
        easy_language=easy_language(row),
    )
