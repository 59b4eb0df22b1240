"""Operations are answered before the middleware that only people with a browser need."""

import pytest
from django.contrib.sessions.middleware import SessionMiddleware
from django.utils import translation

from graphql_api.http.direct import DirectAnswers
from graphql_api.http.views import DocumentsView

PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
TITLE = {"query": "{ visions { nodes { title } } }"}


@pytest.fixture
def behind(monkeypatch):
    """Note what passes on to the middleware behind."""
    passed = []
    process = SessionMiddleware.process_request

    def noted(middleware, request):
        passed.append(request.path)
        return process(middleware, request)

    monkeypatch.setattr(SessionMiddleware, "process_request", noted)
    return passed


def test_an_operation_meets_neither_session_nor_login(client, city, behind):
    posted = client.post("/graphql/", TITLE, content_type="application/json")
    asked = client.get("/graphql/", TITLE)

    assert behind == []
    assert posted.json() == asked.json()
    assert posted.json()["data"]["visions"]["nodes"]
    assert posted["Content-Length"] == str(len(posted.content))
    assert "Cookie" not in posted["Vary"]


def test_neither_does_one_that_its_address_names_and_no_such_address_is_kept(
    client, city, behind, monkeypatch
):
    paths = set()
    match = DirectAnswers.match

    def noted(middleware, path):
        found = match(middleware, path)
        paths.update(middleware.known)
        return found

    monkeypatch.setattr(DirectAnswers, "match", noted)

    for number in range(3):
        answer = client.get(f"/graphql/o/{number:064}")
        assert (answer.status_code, answer["Content-Length"]) == (404, str(len(answer.content)))
    client.get("/graphql/", TITLE)

    assert behind == []
    assert paths == {"/graphql/"}


@pytest.mark.parametrize("path", ["/graphql/", "/admin/login/", "/nowhere/", "/graphql"])
def test_a_browser_goes_the_long_way(client, db, behind, path):
    client.get(path, headers={"Accept": PAGE})

    assert behind == [path]


def test_graphiql_stays_out_of_frames(client, db, settings):
    settings.GRAPHQL_API_GRAPHIQL = True

    page = client.get("/graphql/", headers={"Accept": PAGE})

    assert page["X-Frame-Options"] == "DENY"


def test_what_every_answer_needs_stands_before(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    response = client.post("/graphql/", TITLE, content_type="application/json")

    assert response.status_code == 301
    assert response["Location"] == "https://testserver/graphql/"


def test_the_language_of_who_was_served_before_does_not_matter(client, city, monkeypatch):
    spoken = []
    answer = DocumentsView.answer

    def noted(view, *args):
        spoken.append(translation.get_language())
        return answer(view, *args)

    monkeypatch.setattr(DocumentsView, "answer", noted)

    with translation.override("uk"):
        client.post("/graphql/", TITLE, content_type="application/json")
        after = translation.get_language()

    assert spoken == ["de"]
    assert after == "uk"
