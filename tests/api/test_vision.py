"""Visions as the API gives them."""

VISIONS = """{ visions { totalCount nodes {
  title path status statusSource scope goal { html plain }
  stages { title status startDate { iso precision earliest latest label } position }
  currentStage { title } projects { totalCount nodes { title } }
  actors(role: LEAD) { role actor { name } } contacts { email }
} } }"""


def test_visions_with_stages(ask, city, statements):
    answer = ask(VISIONS)

    assert answer == {}
    assert len(statements) == 2
