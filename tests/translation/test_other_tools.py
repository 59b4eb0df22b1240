"""What an independent library reads and edits, as the tools of agencies do, comes back whole."""

from typing import Any

import pytest
from translate.storage import pypo, xliff, xliff2
from translate.storage.placeables import StringElem

from tests.translation.content import in_english
from vision_pages.exchange.exporting import document, export
from vision_pages.exchange.importing import Judge, Verdict
from vision_pages.exchange.inline import normal
from vision_pages.exchange.reading import documents
from vision_pages.exchange.taking import take

GOAL = '<p>Mehr <a href="https://stadt.example/">hier</a> und <b>da<br/>CO<sub>2</sub></b>.</p>'
STORES = {"1.2": xliff.xlifffile, "2.1": xliff2.Xliff2File, "po": pypo.pofile}


def in_brackets(text: StringElem) -> StringElem:
    """Translate a text whose tags are elements in it."""
    found = text.copy()
    found.sub = [StringElem("["), *found.sub, StringElem("]")]
    return found


def edited(kind: str, content: bytes) -> tuple[set[str], bytes]:
    """Translate a file with translate-toolkit; give what it understood, and its own file."""
    store: Any = STORES[kind].parsestring(content)
    units = [unit for unit in store.units if not unit.isheader()]
    for unit in units:
        assert not unit.istranslated()
        if kind == "po":
            unit.target = in_english(unit.source)
        else:
            unit.rich_target = [in_brackets(text) for text in unit.rich_source]
            unit.marktranslated()
        assert unit.istranslated()
    return {unit.source for unit in units}, bytes(store)


@pytest.mark.parametrize("kind", STORES)
def test_a_file_comes_back_from_another_tool(kind, example, translator, admin_user):
    source = example("VisionPage")
    source.goal = GOAL
    source.save_revision().publish()
    translator.submit(source, "en")
    translation = translator.translation(source, "en")
    given = document(translation)

    understood, content = edited(kind, export(translation, kind, "https://cms.example/"))

    assert {"Wort title", "Weltoffen"} <= understood
    [file] = documents(content)
    assert [(unit.source, unit.target) for unit in file.units] == [
        (unit.source, normal(in_english(unit.source))) for unit in given.units
    ]
    judgements = Judge(file, translation).judge()
    assert {one.verdict for one in judgements} == {Verdict.ACCEPTED}
    assert take(judgements, translation, admin_user, file.tool) == len(given.units)
    assert {unit.target for unit in document(translation).units} == {
        normal(in_english(unit.source)) for unit in given.units
    }
