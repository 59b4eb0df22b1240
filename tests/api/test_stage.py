"""Stages as the API gives them."""

STAGES = """{ stages(first: 1) {
  totalCount
  edges { cursor node { title } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  nodes { title kind status position results { plain } initiative { title }
    participationEvents { title } startDate { iso } } } }"""


def test_stages_stand_in_the_order_of_the_tree(ask, city, statements):
    city.first.results = "<p>Viele Antworten</p>"
    city.first.save_revision().publish()

    answer = ask(STAGES)["data"]["stages"]

    cursor = answer["pageInfo"]["startCursor"]
    assert answer == {
        "totalCount": 2,
        "edges": [{"cursor": cursor, "node": {"title": "Erste"}}],
        "pageInfo": {
            "hasNextPage": True,
            "hasPreviousPage": False,
            "startCursor": cursor,
            "endCursor": cursor,
        },
        "nodes": [
            {
                "title": "Erste",
                "kind": "PARTICIPATION",
                "status": "COMPLETED",
                "position": 1,
                "results": {"plain": "Viele Antworten"},
                "initiative": {"title": "Köln 21"},
                "participationEvents": [],
                "startDate": {"iso": "2020-12"},
            }
        ],
    }
    assert len(statements) == 2
