"""Care: archived instead of deleted, a report of what to mend, a contact right everywhere."""

from playwright.sync_api import expect

from tests.factories import ProjectFactory, ProjectIndexFactory
from vision_pages.overview.checking import check

LISTS = """{ visions { nodes { title } } page(by: {path: "/de/verwaltung-innovativ/"}) {
  title isArchived } }"""


def test_a_page_shows_its_uses_before_it_is_deleted_and_is_archived_instead(city, at_work, ask):
    index = ProjectIndexFactory(parent=city.programme)
    ProjectFactory(parent=index, title="Standortmarke", serves=[city.other])
    editor = at_work("Pressestelle")
    editor.edits(city.other)
    editor.page.get_by_role("button", name="Aktionen", exact=True).click()
    editor.page.get_by_role("link", name="Löschen").click()

    main = editor.page.get_by_role("main")
    expect(main).to_contain_text("Verwendet an 1 Stelle")
    expect(main.get_by_role("link", name="Standortmarke")).to_be_visible()
    main.get_by_role("link", name="Stattdessen archivieren").click()
    expect(main).to_contain_text("Unter ihrer Adresse bleibt sie lesbar")
    expect(main.get_by_role("link", name="Standortmarke")).to_be_visible()
    main.get_by_role("button", name="Archivieren").click()
    editor.reads("„Verwaltung – innovativ“ ist archiviert.")

    assert ask(LISTS) == {
        "visions": {"nodes": [{"title": "Köln 21"}]},
        "page": {"title": "Verwaltung – innovativ", "isArchived": True},
    }


def test_the_report_of_what_needs_care_leads_to_what_is_mended(city, at_work, ask):
    stage = city.stages[1]
    address = "https://example.org/bericht"
    stage.body = [("link", {"link": {"label": "hier", "url": address}, "description": ""})]
    stage.save_revision().publish()
    check()
    editor = at_work("Redaktion")
    editor.goes("")
    editor.page.get_by_role("button", name="Berichte").click()
    editor.page.get_by_role("link", name="Pflegebedarf").click()
    row = editor.page.get_by_role("row").filter(has_text="Der Linktext „hier“ sagt nicht")
    expect(row).to_contain_text("Umfrage")
    row.get_by_role("link", name="Umfrage").click()

    editor.types(editor.part("body"), Linktext="Bericht der Werkstatt")
    editor.saves()

    editor = at_work("Pressestelle")
    editor.edits(stage)
    editor.publishes()
    check()
    editor.goes("reports/care/")
    expect(editor.page.get_by_role("heading", name="Pflegebedarf")).to_be_visible()
    expect(editor.page.get_by_role("row").filter(has_text="Umfrage")).to_have_count(0)
    query = """{ page(by: {path: "/de/koeln-21/umfrage/"}) { ... on Stage { body {
      ... on LinkBlock { link { label } } } } } }"""
    assert ask(query)["page"]["body"] == [{"link": {"label": "Bericht der Werkstatt"}}]


def test_a_contact_changed_once_is_right_everywhere(city, english, at_work, ask):
    english(city.vision)
    editor = at_work("Pressestelle")
    editor.goes(f"snippets/vision_pages/contactpoint/edit/{city.contact.pk}/")
    expect(editor.page.get_by_role("main")).to_contain_text("Verwendet an 3 Stellen")
    editor.types(Telefon="0221 2 21 – 0")
    editor.publishes()

    numbers = """query ($locale: LocaleCode!) { visions(locale: $locale) {
      nodes { language { locale } contacts { phone } } } }"""
    assert [ask(numbers, locale=code)["visions"]["nodes"] for code in ("de", "en")] == [
        [
            {"language": {"locale": "de"}, "contacts": [{"phone": "0221 2 21 – 0"}]},
            {"language": {"locale": "de"}, "contacts": [{"phone": "0221 2 21 – 0"}]},
        ],
        [
            {"language": {"locale": "en"}, "contacts": [{"phone": "0221 2 21 – 0"}]},
            {"language": {"locale": "de"}, "contacts": [{"phone": "0221 2 21 – 0"}]},
        ],
    ]
