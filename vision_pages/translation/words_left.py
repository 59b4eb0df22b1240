"""How much of each translation is left to be translated."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db import connection

# A translation with a fault is not used.
COUNT = r"""
SELECT source.object_id, translation.target_locale_id,
  count(DISTINCT (segment.string_id, segment.context_id)),
  sum(array_length(regexp_split_to_array(
    btrim(regexp_replace(string.data, '<[^>]*>', ' ', 'g')), '\s+'), 1))
FROM wagtail_localize_translation translation
JOIN wagtail_localize_translationsource source ON source.id = translation.source_id
JOIN wagtail_localize_stringsegment segment ON segment.source_id = source.id
JOIN wagtail_localize_string string ON string.id = segment.string_id
WHERE translation.enabled AND source.object_id = ANY(%s) AND NOT EXISTS (
  SELECT FROM wagtail_localize_stringtranslation done
  WHERE done.translation_of_id = segment.string_id AND done.context_id = segment.context_id
    AND done.locale_id = translation.target_locale_id AND NOT done.has_error)
GROUP BY 1, 2
"""


class Left(NamedTuple):
    """How many texts and words are not translated, or not any more."""

    texts: int
    words: int


def words_left(keys: Iterable[UUID]) -> dict[tuple[UUID, int], Left]:
    """Count by translation key and language; what is whole is not in it."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [list(keys)])
        return {
            (key, locale): Left(texts, words) for key, locale, texts, words in cursor.fetchall()
        }
