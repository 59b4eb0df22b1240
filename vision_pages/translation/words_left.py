"""How many words of each translation are left to be translated."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

# A translation with a fault is not used.
COUNT = r"""
SELECT source.object_id, translation.target_locale_id,
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


def words_left(keys: Iterable[UUID]) -> dict[tuple[UUID, int], int]:
    """Count by translation key and language; what is whole is not in it."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [list(keys)])
        return {(key, locale): words for key, locale, words in cursor.fetchall()}
