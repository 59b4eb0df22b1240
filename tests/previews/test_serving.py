"""Wagtail's preview panel leads to each frontend that shows drafts, with a token for the draft."""

from django.test import Client
from wagtail.models import Page, Site

from graphql_api.frontends.models import Frontend
from tests.admin.forms import sent
from tests.previews.leading import led_to
from vision_pages.models import VisionPage

VISION = "query($id: ID!) { page(by: {translationKey: $id}) { title path } }"


def test_the_form_is_shown_as_it_is(admin_client, ask, city, frontend):
    address = f"/admin/pages/{city.vision.pk}/edit/preview/"
    form = sent(VisionPage, title="Aachen 21", slug=city.vision.slug)
    posted = admin_client.post(address, form)

    parts, query = led_to(admin_client, address, mode=str(frontend.pk))

    assert posted.json() == {"is_valid": True, "is_available": True}
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://www.stadt.example/vorschau"
    path = f"/de/{city.vision.url_path.split('/', 2)[2]}"
    key = str(city.vision.translation_key)
    assert {name: query[name] for name in "plai"} == {
        "p": path,
        "l": "de",
        "a": "Vision",
        "i": key,
    }
    shown = ask(VISION, headers={"X-Preview-Token": query["t"]}, id=key)
    assert shown == {"data": {"page": {"title": "Aachen 21", "path": path}}}
    assert ask(VISION, id=key)["data"]["page"]["title"] == "Köln 21"


def test_a_new_page_is_shown_too(admin_client, ask, city, frontend):
    address = f"/admin/pages/add/vision_pages/visionpage/{city.programme.pk}"
    admin_client.post(f"{address}/preview/", sent(VisionPage, title="Neu", slug="neu"))

    _parts, query = led_to(admin_client, f"{address}/preview/")

    shown = ask(VISION, headers={"X-Preview-Token": query["t"]}, id=query["i"])
    assert shown == {"data": {"page": {"title": "Neu", "path": query["p"]}}}
    assert query["p"].endswith("/neu/")


def test_a_new_page_without_address_has_that_of_its_title(admin_client, ask, city, frontend):
    """Wagtail makes up another one at each refresh."""
    address = f"/admin/pages/add/vision_pages/visionpage/{city.programme.pk}"
    admin_client.post(f"{address}/preview/", sent(VisionPage, title="Köln 21", slug=""))

    paths = [led_to(admin_client, f"{address}/preview/")[1]["p"] for _ in range(2)]

    assert [path.rsplit("/", 2)[1] for path in paths] == ["koeln-21-2"] * 2


def test_drafts_and_revisions_are_shown(admin_client, ask, city, frontend):
    page = type(city.vision).objects.get(pk=city.vision.pk)
    page.title = "Erster Entwurf"
    first = page.save_revision()
    page.title = "Zweiter Entwurf"
    page.save_revision()

    def title(address):
        _parts, query = led_to(admin_client, f"/admin/pages/{page.pk}/{address}")
        headers = {"X-Preview-Token": query["t"]}
        return ask(VISION, headers=headers, id=query["i"])["data"]["page"]["title"]

    assert title("view_draft/") == "Zweiter Entwurf"
    assert title(f"revisions/{first.pk}/view/") == "Erster Entwurf"


def test_each_frontend_is_a_mode(admin_client, city, frontend):
    other = Frontend.objects.create(
        name="App", base_address="https://app.example", gives_addresses=False,
        preview_address="https://app.example/{token}",
    )  # fmt: skip
    Frontend.objects.create(name="Alt", base_address="https://alt.example", languages=["tr"])
    Frontend.objects.create(
        name="Türkçe", base_address="https://tr.example", languages=["tr"],
        gives_addresses=False, preview_address="https://tr.example/{token}",
    )  # fmt: skip

    elsewhere = Frontend.objects.create(
        name="Andere",
        base_address="https://andere.example",
        gives_addresses=False,
        preview_address="https://andere.example/{token}",
    )
    root = Page.get_first_root_node()
    elsewhere.sites.add(Site.objects.create(hostname="andere.example", root_page=root))
    frontend.sites.add(Site.objects.get(is_default_site=True))

    page = type(city.vision).objects.get(pk=city.vision.pk)

    assert page.preview_modes == [(str(other.pk), "App"), (str(frontend.pk), "Stadt")]
    address = f"/admin/pages/{page.pk}/view_draft/"
    for mode, host in [
        (other.pk, "app.example"),
        (frontend.pk, "www.stadt.example"),
        ("x", "app.example"),
    ]:
        parts, _query = led_to(admin_client, address, mode=str(mode))
        assert parts.netloc == host


def test_without_a_frontend_there_is_no_preview(admin_client, city):
    page = admin_client.get(f"/admin/pages/{city.vision.pk}/edit/").content.decode()

    assert not city.vision.is_previewable()
    assert "w-preview-iframe" not in page
    assert admin_client.get(f"/admin/pages/{city.vision.pk}/view_draft/").status_code == 404


def test_who_may_not_edit_gets_no_token(city, frontend):
    response = Client().get(f"/admin/pages/{city.vision.pk}/view_draft/")

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
