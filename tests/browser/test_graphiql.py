"""GraphiQL in a browser, worked by keyboard."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Site

from tests.factories import ProgrammeFactory, StageFactory, VisionFactory


@pytest.fixture
def graphiql(settings, transactional_db, request):
    """Allow GraphiQL, and give it two visions to ask about, before the browser starts."""
    settings.GRAPHQL_API_GRAPHIQL = True
    settings.GRAPHQL_API_INTROSPECTION = True
    programme = ProgrammeFactory(parent=Site.objects.get().root_page, title="Stadt der Zukunft")
    Site.objects.update(root_page=programme)
    vision = VisionFactory(parent=programme, title="Köln 21")
    StageFactory(parent=vision, title="Erste")
    page = request.getfixturevalue("page")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: said.type == "error" and errors.append(said.text))
    page.goto("/graphql/")
    yield page
    assert errors == []


def test_an_example_is_chosen_and_asked_by_keyboard(graphiql):
    graphiql.get_by_label("Examples").focus()
    graphiql.keyboard.type("An address")

    expect(graphiql.get_by_role("region", name="Query Editor")).to_contain_text("query Route")
    # GraphiQL reads the operation's name a moment after the text.
    graphiql.wait_for_timeout(1000)
    graphiql.get_by_role("button", name="Execute query").press("Enter")

    answer = graphiql.get_by_role("region", name="Result Window")
    expect(answer).to_contain_text('"__typename": "PageRoute"')
    expect(answer).to_contain_text('"title": "Köln 21"')


def test_the_schema_explains_itself(graphiql):
    graphiql.get_by_role("button", name="Show Documentation Explorer").press("Enter")

    documentation = graphiql.get_by_role("region", name="Documentation Explorer")
    documentation.get_by_role("link", name="Query").press("Enter")
    expect(documentation).to_contain_text("What stands at an address")


def test_fields_are_chosen_in_the_explorer(graphiql):
    graphiql.get_by_role("button", name="Show GraphiQL Explorer").press("Enter")

    expect(graphiql.locator(".graphiql-explorer-root")).to_contain_text("leitbildHistory")
