"""Which fields are translated, which are one fact for all languages, which each keeps."""

from typing import Any, ClassVar

from wagtail_localize.fields import SynchronizedField, TranslatableField


class Translatability:
    """Gather `translated`, `synchronised` and `own` over a model's bases for wagtail-localize.

    translated: texts and rows offered to translators.
    synchronised: one fact for all languages, never overridden in one of them.
    own: what each language's page keeps for itself, untouched by translation.
    """

    translated: ClassVar[list[str]] = []
    synchronised: ClassVar[list[str]] = []
    own: ClassVar[list[str]] = []
    translatable_fields: ClassVar[list[TranslatableField | SynchronizedField]] = []

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        synchronised = cls.gathered("synchronised")
        cls.translatable_fields = [
            TranslatableField(name)
            for name in cls.gathered("translated")
            if name not in synchronised
        ] + [SynchronizedField(name, overridable=False) for name in synchronised]

    @classmethod
    def gathered(cls, kind: str) -> list[str]:
        """Names declared as `kind` by this class and its bases, bases first, each once."""
        names: dict[str, None] = {}
        for base in reversed(cls.__mro__):
            names.update(dict.fromkeys(vars(base).get(kind, ())))
        return list(names)
