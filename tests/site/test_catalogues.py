"""The catalogues of a checkout: compiled when they changed, and read anew by who runs already."""

from pathlib import Path

from django.utils.translation import gettext, override

from cms.catalogues import compile_catalogues

MESSAGE = "A message of this test alone."
CATALOGUE = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "{MESSAGE}"\n'


def written(folder: Path, german: str) -> Path:
    source = folder / "de" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(f'{CATALOGUE}msgstr "{german}"\n', encoding="utf-8")
    return source


def test_what_was_read_before_it_was_compiled_is_read_anew(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    written(tmp_path, "Eine Meldung.")
    with override("de"):
        assert gettext(MESSAGE) == MESSAGE

        compile_catalogues(tmp_path)

        assert gettext(MESSAGE) == "Eine Meldung."
