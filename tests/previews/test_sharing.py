"""Links to drafts for people without an account: made by editors, over in time, taken back."""

from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission, User
from django.core.signing import Signer
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import GroupPagePermission, Page, PageLogEntry

from graphql_api.frontends.models import Frontend
from graphql_api.previews.models import Draft, SharedPreview
from graphql_api.previews.sharing import SALT, address, share
from vision_pages.models import VisionPage

VISION = "query($id: ID!) { page(by: { translationKey: $id }) { title } }"
OVER = "Diese Vorschau ist vorbei"


@pytest.fixture
def frontend(city) -> Frontend:
    return Frontend.objects.create(
        name="Stadt",
        base_address="https://www.stadt.example",
        preview_address="https://www.stadt.example/vorschau?t={token}&i={id}&p={path}",
    )


@pytest.fixture
def page(city) -> VisionPage:
    """Give a page with a draft of its own."""
    page = VisionPage.objects.get(pk=city.vision.pk)
    page.title = "Aachen 21"
    page.save_revision()
    return page


def member(name: str, *rights: str) -> User:
    """Give somebody with rights on all pages."""
    user = User.objects.create_user(name, password="geheim")
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        GroupPagePermission.objects.create(
            group=group,
            page=Page.get_first_root_node(),
            permission=Permission.objects.get(codename=f"{right}_page"),
        )
    user.groups.add(group)
    return user


@pytest.fixture
def people(db) -> SimpleNamespace:
    return SimpleNamespace(
        editor=member("Redaktion", "change"),
        other=member("Andere", "change"),
        publisher=member("Presse", "publish"),
        stranger=member("Fremd"),
    )


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def form(page, frontend, **changed):
    days = timezone.localdate() + timedelta(days=3)
    return {
        "name": "Agentur",
        "version": page.latest_revision.pk,
        "frontend": frontend.pk,
        "ends_on": days.isoformat(),
    } | changed


@pytest.fixture
def shared(page, people, frontend) -> SharedPreview:
    latest = page.get_latest_revision_as_object()
    ends_at = timezone.now() + timedelta(days=7)
    return share(latest, people.editor, name="Agentur", ends_at=ends_at, frontend=frontend)


def followed(link: str):
    """Open a link without an account, and give the answer."""
    return Client().get(urlsplit(link).path)


def token(link: str) -> str:
    [found] = parse_qs(urlsplit(followed(link)["Location"]).query)["t"]
    return found


def title(ask, token: str, page) -> str | None:
    answer = ask(VISION, headers={"X-Preview-Token": token}, id=str(page.translation_key))
    data = answer.get("data")
    return data and data["page"]["title"]


def is_over(response, status: int) -> bool:
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
    return response.status_code == status and OVER in response.content.decode()


def test_the_editor_leads_to_the_form_and_the_form_to_the_link(people, page, frontend, ask):
    client = logged_in(people.editor)
    path = f"/admin/shared-previews/share/{page.pk}/"
    assert path in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    shown = client.get(path)
    in_a_week = timezone.localdate() + timedelta(days=7)
    assert shown.context["form"]["ends_on"].value() == in_a_week

    made = client.post(path, form(page, frontend))

    shared = SharedPreview.objects.get()
    assert made["Location"] == f"/admin/shared-previews/{shared.pk}/"
    link = address(shared)
    assert f'value="{link}"' in client.get(made["Location"]).content.decode()
    opened = followed(link)
    assert opened.status_code == 302
    assert opened["Location"].startswith("https://www.stadt.example/vorschau?t=")
    assert opened["Referrer-Policy"] == "no-referrer"
    assert opened["Cache-Control"] == "private, no-store"
    assert title(ask, token(link), page) == "Aachen 21"
    assert ask(VISION, id=str(page.translation_key))["data"]["page"]["title"] == "Köln 21"
    until = timezone.localtime(shared.ends_at)
    assert (until.date(), until.hour) == (timezone.localdate() + timedelta(days=3), 23)


def test_nobody_sees_later_edits_through_it(shared, page, people, frontend, ask):
    before = token(address(shared))
    page.title = "Bonn 21"
    page.save_revision()
    logged_in(people.editor).get(f"/admin/pages/{page.pk}/view_draft/")

    assert title(ask, before, page) == title(ask, token(address(shared)), page) == "Aachen 21"


def test_any_saved_version_is_shared(people, page, frontend, ask):
    first = page.latest_revision
    page.title = "Bonn 21"
    page.save_revision()
    client = logged_in(people.editor)

    client.post(f"/admin/shared-previews/share/{page.pk}/", form(page, frontend, version=first.pk))

    assert title(ask, token(address(SharedPreview.objects.get())), page) == "Aachen 21"


def test_a_page_that_was_never_edited_is_shared_as_it_is(people, city, frontend, ask):
    page = city.project
    page.revisions.all().delete()
    given = {"name": "Agentur", "frontend": frontend.pk, "ends_on": timezone.localdate()}

    logged_in(people.editor).post(f"/admin/shared-previews/share/{page.pk}/", given)

    link = address(SharedPreview.objects.get())
    assert title(ask, token(link), page) == page.title


def test_it_may_be_as_of_a_moment(people, page, frontend, ask):
    moment = (timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)
    given = form(page, frontend, moment=timezone.localtime(moment).strftime("%Y-%m-%d %H:%M"))

    logged_in(people.editor).post(f"/admin/shared-previews/share/{page.pk}/", given)

    shared = SharedPreview.objects.get()
    assert shared.draft.moment == moment
    assert title(ask, token(address(shared)), page) == "Aachen 21"


@pytest.mark.parametrize(
    ("name", "days", "message"),
    [
        ("", 3, "Dieses Feld muss ausgefüllt werden."),
        ("Agentur", -1, "Dieser Tag ist schon vorbei."),
        ("Agentur", 31, "Links gelten höchstens bis zum {last}."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(people, page, frontend, name, days, message):
    today = timezone.localdate()
    given = {"name": name, "ends_on": (today + timedelta(days=days)).isoformat()}

    response = logged_in(people.editor).post(
        f"/admin/shared-previews/share/{page.pk}/", form(page, frontend, **given)
    )

    [[said]] = response.context["form"].errors.values()
    assert said == message.format(last=date_format(today + timedelta(days=30)))
    assert not SharedPreview.objects.exists()


def test_the_longest_time_is_a_setting(people, page, frontend, settings):
    settings.GRAPHQL_API_MAX_SHARED_DAYS = 2

    response = logged_in(people.editor).get(f"/admin/shared-previews/share/{page.pk}/")

    form = response.context["form"]
    assert form["ends_on"].value() == timezone.localdate() + timedelta(days=2)
    assert form["ends_on"].help_text == "Höchstens 2 Tage von heute an."


def test_what_ends_shows_nothing_more(shared, page, ask):
    link = address(shared)
    opens = token(link)

    with time_machine.travel(shared.ends_at + timedelta(seconds=1)):
        assert is_over(followed(link), 410)
        assert title(ask, opens, page) is None


def test_what_is_revoked_shows_nothing_more(shared, page, people, ask):
    link = address(shared)
    opens = token(link)
    client = logged_in(people.editor)
    path = f"/admin/shared-previews/{shared.pk}/revoke/"
    assert "Ja, widerrufen" in client.get(path).content.decode()
    assert title(ask, opens, page) == "Aachen 21"

    client.post(path)

    assert is_over(followed(link), 410)
    assert title(ask, opens, page) is None
    assert not Draft.objects.exists()
    listed = client.get("/admin/shared-previews/").content.decode()
    assert "widerrufen" in listed
    assert path not in listed


def test_a_changed_or_foreign_link_shows_nothing(shared, settings):
    path = urlsplit(address(shared)).path
    foreign = Signer(key="another", salt=SALT).sign(str(shared.pk))
    other = Signer(salt="another").sign(str(shared.pk))

    for wrong in (
        path[:-2] + "x/",
        f"/preview/{shared.pk}/",
        f"/preview/{foreign}/",
        "/preview/x/",
    ):
        assert is_over(Client().get(wrong), 404)
    assert is_over(Client().get(f"/preview/{other}/"), 404)
    assert is_over(Client().get(f"/preview/{Signer(salt=SALT).sign('x')}/"), 404)


@pytest.mark.parametrize("loss", ["account", "right", "frontend", "page"])
def test_it_ends_with_what_it_rests_on(shared, people, page, frontend, ask, loss):
    link = address(shared)
    opens = token(link)
    if loss == "account":
        User.objects.filter(pk=people.editor.pk).update(is_active=False)
    elif loss == "right":
        people.editor.groups.clear()
    elif loss == "frontend":
        Frontend.objects.update(preview_address="")
    else:
        Page.objects.get(pk=page.pk).delete()

    assert is_over(followed(link), 410)
    if loss != "frontend":
        answer = ask("{ visions { totalCount } }", headers={"X-Preview-Token": opens})
        assert answer["errors"][0]["extensions"]["code"] == "INVALID_PREVIEW_TOKEN"


def test_everybody_sees_their_own_and_who_publishes_sees_all(shared, people):
    seen = {
        name: (
            shared.name in logged_in(user).get("/admin/shared-previews/").content.decode(),
            logged_in(user).get(f"/admin/shared-previews/{shared.pk}/").status_code,
            logged_in(user).get(f"/admin/shared-previews/{shared.pk}/revoke/").status_code,
        )
        for name, user in vars(people).items()
    }

    assert seen == {
        "editor": (True, 200, 200),
        "other": (False, 404, 404),
        "publisher": (True, 200, 200),
        "stranger": (False, 404, 404),
    }


def test_who_may_not_edit_shares_nothing(people, page, frontend):
    path = f"/admin/shared-previews/share/{page.pk}/"

    assert logged_in(people.stranger).post(path, form(page, frontend)).status_code == 302
    assert Client().post(path, form(page, frontend)).status_code == 302
    assert not SharedPreview.objects.exists()


def test_without_a_frontend_there_is_nothing_to_share(people, page):
    client = logged_in(people.editor)
    path = f"/admin/shared-previews/share/{page.pk}/"

    assert path not in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert client.get(path).status_code == 404


def test_the_list_says_when_it_was_opened_last(shared, people):
    client = logged_in(people.editor)
    assert "noch nie" in client.get(f"/admin/shared-previews/{shared.pk}/").content.decode()

    followed(address(shared))

    shared.refresh_from_db()
    assert timezone.now() - shared.last_opened_at < timedelta(minutes=1)
    assert "noch nie" not in client.get(f"/admin/shared-previews/{shared.pk}/").content.decode()


def test_the_history_of_the_page_says_so(shared, people, page):
    client = logged_in(people.editor)
    client.post(f"/admin/shared-previews/{shared.pk}/revoke/")
    client.post(f"/admin/shared-previews/{shared.pk}/revoke/")

    entries = PageLogEntry.objects.filter(action__startswith="graphql_api.").order_by("pk")
    until = timezone.localtime(shared.ends_at).isoformat()
    assert [(entry.action, entry.user, entry.data) for entry in entries] == [
        (f"graphql_api.preview.{action}", people.editor, {"name": "Agentur", "until": until})
        for action in ("share", "revoke")
    ]
    history = client.get(f"/admin/pages/{page.pk}/history/").content.decode()
    assert "Vorschau geteilt" in history
    assert "Geteilte Vorschau widerrufen" in history
