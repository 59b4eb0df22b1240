"""Operations are registered by command and in the admin: all or none, each checked before."""

import re
from datetime import timedelta
from hashlib import md5, sha1
from html import unescape
from io import BytesIO
from typing import Any

import orjson
import pytest
import time_machine
from django.contrib.auth.models import Group, Permission, User
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.log_actions import registry

from graphql_api.frontends.models import Frontend
from graphql_api.frontends.operations import Operation, digest_of
from graphql_api.http.examples import FOLDER
from graphql_api.registration import registering

COUNT = "query Count { visions { totalCount } }"
TITLES = "query Titles { visions { nodes { title } } }"
NAMES = "query Names {\n  site { name }\n}\n"


@pytest.fixture
def frontend(city) -> Frontend:
    return Frontend.objects.create(name="Stadt", base_address="https://www.stadt.example")


@pytest.fixture
def written(tmp_path):
    """Write a file; objects as JSON."""

    def written(name: str, content: Any) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else orjson.dumps(content))
        return str(path)

    return written


@pytest.fixture
def command(capsys, tmp_path):
    """Run the command; give the lines it prints."""

    def command(*arguments: str) -> list[str]:
        capsys.readouterr()
        call_command("operations", *arguments)
        return capsys.readouterr().out.splitlines()

    return command


@pytest.fixture
def refused(frontend, command, tmp_path):
    """Give the lines with which registering these files is refused; nothing is kept."""

    def refused(*files: str) -> list[str]:
        with pytest.raises(CommandError) as error:
            command("register", "Stadt", *files)
        assert not Operation.objects.exists()
        return str(error.value).replace(f"{tmp_path}/", "").splitlines()

    return refused


def by_hash(*documents: str, prefix: str = "") -> dict[str, str]:
    return {prefix + digest_of(one): one for one in documents}


def apollo(*documents: str, **changed: Any) -> dict:
    operations = [
        {"id": digest_of(one), "name": one.split()[1], "type": "query", "body": one}
        for one in documents
    ]
    manifest = {"format": "apollo-persisted-query-manifest", "version": 1}
    return manifest | {"operations": operations} | changed


def kept() -> dict[str, str]:
    """Give what is registered: names and documents."""
    return {one.name: one.document for one in Operation.objects.all()}


# --- what is accepted


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("persisted-documents.json", by_hash(COUNT, NAMES, prefix="sha256:")),
        ("persisted_queries.json", by_hash(COUNT, NAMES)),
        ("persisted-query-manifest.json", apollo(COUNT, NAMES)),
    ],
    ids=["graphql-codegen", "Relay", "Apollo"],
)
def test_what_tools_write_is_registered(frontend, command, written, name, content):
    printed = command("register", "Stadt", written(name, content))

    assert sorted(printed) == sorted(
        [
            f"+ {digest_of(COUNT)} Count",
            f"+ {digest_of(NAMES)} Names",
            "2 hinzugefügt, 0 bekannt, 0 entfernt.",
        ]
    )
    assert kept() == {"Count": COUNT, "Names": NAMES}
    assert {one.digest for one in Operation.objects.all()} == {digest_of(COUNT), digest_of(NAMES)}


def test_files_are_registered_as_they_are(frontend, command, written, tmp_path):
    written("a/names.graphql", NAMES.encode())
    written("a/b/count.gql", COUNT.encode())
    written("a/readme.md", b"no operation")
    single = written("titles.graphql", TITLES.encode())

    command("register", "Stadt", str(tmp_path / "a"), single)

    assert kept() == {"Count": COUNT, "Names": NAMES, "Titles": TITLES}


def test_the_examples_are_registered(frontend, command):
    assert command("register", "Stadt", str(FOLDER))[-1] == "13 hinzugefügt, 0 bekannt, 0 entfernt."


def test_what_is_known_stays(frontend, command, written):
    file = written("a.json", by_hash(COUNT, NAMES))
    command("register", "Stadt", file)
    before = [*Operation.objects.values()]

    assert command("register", "Stadt", file, file) == ["0 hinzugefügt, 2 bekannt, 0 entfernt."]
    assert [*Operation.objects.values()] == before


def test_each_frontend_has_its_own(frontend, command, written):
    Frontend.objects.create(name="App", base_address="https://app.stadt.example")
    file = written("a.json", by_hash(COUNT))
    command("register", "Stadt", file)
    command("register", "App", file)

    Frontend.objects.get(name="App").delete()

    assert [one.frontend for one in Operation.objects.all()] == [frontend]


def test_a_dry_run_only_says_what_would_be(frontend, command, written):
    printed = command("register", "Stadt", written("a.json", by_hash(COUNT)), "--dry-run")

    assert printed == [
        f"+ {digest_of(COUNT)} Count",
        "Probelauf: 1 hinzugefügt, 0 bekannt, 0 entfernt.",
    ]
    assert kept() == {}


def test_what_nobody_used_is_removed(frontend, command, written):
    now = timezone.now()
    with time_machine.travel(now - timedelta(days=40), tick=False):
        command("register", "Stadt", written("a.json", by_hash(COUNT, TITLES, NAMES)))
    Operation.objects.filter(name="Titles").update(last_used_on=(now - timedelta(days=2)).date())
    Operation.objects.filter(name="Names").update(last_used_on=(now - timedelta(days=32)).date())
    other = Frontend.objects.create(name="App", base_address="https://app.stadt.example")
    Operation.objects.create(
        frontend=other, digest="0" * 64, document=COUNT, added_at=now - timedelta(days=40)
    )
    newer = written("b.json", by_hash("{ site { name } }"))

    assert command("register", "Stadt", newer)[-1] == "1 hinzugefügt, 0 bekannt, 0 entfernt."
    printed = command("register", "Stadt", newer, "--remove-unused", "30")

    assert printed == [
        f"- {digest_of(COUNT)} Count",
        f"- {digest_of(NAMES)} Names",
        "0 hinzugefügt, 1 bekannt, 2 entfernt.",
    ]
    assert [*frontend.operations.values_list("name", flat=True)] == ["", "Titles"]
    assert other.operations.count() == 1


def test_what_the_build_still_has_is_not_removed(frontend, command, written):
    file = written("a.json", by_hash(COUNT))
    with time_machine.travel(timezone.now() - timedelta(days=40), tick=False):
        command("register", "Stadt", file)

    command("register", "Stadt", file, "--remove-unused", "30")

    assert kept() == {"Count": COUNT}


def test_what_is_new_and_not_used_yet_is_not_removed(frontend, command, written):
    with time_machine.travel(timezone.now() - timedelta(days=29), tick=False):
        command("register", "Stadt", written("a.json", by_hash(COUNT)))

    command("register", "Stadt", written("b.json", by_hash(NAMES)), "--remove-unused", "30")

    assert kept() == {"Count": COUNT, "Names": NAMES}


def test_what_fails_half_way_leaves_all_as_it_was(frontend, command, written, monkeypatch):
    def fails(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(registering, "log", fails)

    with pytest.raises(RuntimeError):
        command("register", "Stadt", written("a.json", by_hash(COUNT)))

    assert kept() == {}


@pytest.mark.parametrize("days", ["0", "-1", "x", "99999"])
def test_days_that_are_none(frontend, command, written, days):
    with pytest.raises(CommandError, match="remove-unused"):
        command("register", "Stadt", written("a.json", by_hash(COUNT)), "--remove-unused", days)


def test_it_says_what_is_registered(frontend, command, written):
    command("register", "Stadt", written("a.json", by_hash(COUNT, NAMES)))
    today = timezone.localdate()
    Operation.objects.filter(name="Count").update(last_used_on=today)

    assert command("list", "Stadt") == [
        f"{digest_of(COUNT)} {today} {today} Count",
        f"{digest_of(NAMES)} {today} noch nie Names",
    ]


def test_a_frontend_that_is_not_there(frontend, command):
    with pytest.raises(CommandError, match=r"Kein Frontend heißt Land. Es gibt: Stadt."):
        command("list", "Land")


# --- what is refused


def test_all_faults_of_all_files_are_named_at_once(refused, written):
    files = [
        written("one.json", by_hash(COUNT, "query A {\n  zzz\n  visions { yyy }\n}")),
        written("two.graphql", b"query B {\n\n  visions {"),
        written("three.graphql", b"fragment F on Project { title }"),
        written("four.graphql", b"mutation { publish }"),
        written("five.graphql", b"{ site { name } } # \0"),
        written("six.graphql", b"{ visions(first: 9999999) { nodes { title } } }"),
        written("seven.graphql", b"{ __schema { description } }"),
    ]
    digest = digest_of("query A {\n  zzz\n  visions { yyy }\n}")

    assert refused(*files) == [
        f"one.json: {digest}: Zeile 2: Cannot query field 'zzz' on type 'Query'.",
        f"one.json: {digest}: Zeile 3: Cannot query field 'yyy' on type 'VisionConnection'.",
        "two.graphql: Zeile 3: Syntax Error: Expected Name, found <EOF>.",
        "three.graphql: Darin ist keine Abfrage.",
        "four.graphql: Zeile 1: Nothing can be asked by `mutation`.",
        "five.graphql: Darin ist ein Zeichen, das für nichts steht.",
        "six.graphql: Limit exceeded: cost 20000048, at most 100000.",
        "seven.graphql: Zeile 1: `__schema` cannot be asked here; the schema is there as a file.",
    ]


def test_each_of_several_operations_is_measured(refused, written):
    dear = "query Dear { visions(first: 9999999) { nodes { title } } }"

    assert refused(written("a.graphql", f"{COUNT} {dear}".encode())) == [
        "a.graphql: Limit exceeded: cost 20000048, at most 100000."
    ]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        (
            md5(COUNT.encode()).hexdigest(),  # noqa: S324
            'Das ist ein MD5. In Relays persistConfig gehört "algorithm": "SHA256".',
        ),
        (
            sha1(COUNT.encode()).hexdigest(),  # noqa: S324
            "Das ist ein SHA-1. In persistedDocuments von graphql-codegen gehört "
            'hashAlgorithm: "sha256", in Relays persistConfig "algorithm": "SHA256".',
        ),
        (digest_of(TITLES), "Das ist nicht die sha256 des Dokuments."),
        ("Count", "Das ist nicht die sha256 des Dokuments."),
        ("", "Das ist nicht die sha256 des Dokuments."),
    ],
)
def test_an_operation_under_another_hash(refused, written, key, hint):
    manifest = written("a.json", {key: COUNT} | by_hash(NAMES))

    assert refused(manifest) == [f"a.json: {key}: {hint}"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"[]",
        b"1",
        {"a": 1},
        apollo(COUNT, version=2),
        apollo(COUNT, format="other"),
        apollo(operations=[1]),
        apollo(operations={}),
        apollo(operations=[{"id": digest_of(COUNT)}]),
    ],
    ids=str,
)
def test_a_file_that_is_no_manifest(refused, written, content):
    assert refused(written("a.json", content)) == [
        "a.json ist kein Manifest. Erwartet wird {Prüfsumme: Dokument}, Apollos Manifest in der "
        "Version 1 oder eine Datei *.graphql."
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({}, "In a.json sind keine Abfragen."),
        (apollo(), "In a.json sind keine Abfragen."),
        (b"\xff", "a.json ist nicht in UTF-8."),
    ],
)
def test_a_file_without_operations(refused, written, content, message):
    assert refused(written("a.json", content)) == [message]


def test_files_that_are_not_there(refused, tmp_path):
    (tmp_path / "empty").mkdir()

    assert refused(str(tmp_path / "a.json")) == ["a.json: No such file or directory"]
    assert refused(str(tmp_path / "empty")) == ["In diesen Dateien sind keine Abfragen."]


def test_there_are_not_more_than_a_frontend_may_have(refused, written, monkeypatch):
    monkeypatch.setattr(registering, "MOST", 1)

    assert refused(written("a.json", by_hash(COUNT, NAMES))) == [
        "Ein Frontend hat höchstens 1 Abfragen."
    ]


def test_what_a_new_schema_does_not_answer_is_named(frontend, command, written, capsys):
    command("register", "Stadt", written("a.json", by_hash(COUNT, NAMES)))
    assert command("check") == ["Alle 2 Abfragen können beantwortet werden."]
    gone = "query Gone {\n  formerField\n}"
    Operation.objects.filter(name="Count").update(document=gone, name="Gone")

    with pytest.raises(CommandError, match=r"1 Abfragen können nicht") as error:
        command("check")

    assert error.value.returncode == 1
    assert capsys.readouterr().out == (
        "Stadt: Gone: Zeile 2: Cannot query field 'formerField' on type 'Query'.\n"
    )


# --- in the admin


def uploaded(name: str, content: Any) -> BytesIO:
    file = BytesIO(content if isinstance(content, bytes) else orjson.dumps(content))
    file.name = name
    return file


def cells(page: Any) -> list[list[str]]:
    """Give the rows of the list as they are read."""
    rows = re.findall(r"<tr>(.*?)</tr>", page.content.decode(), flags=re.DOTALL)
    return [
        [" ".join(re.sub(r"<[^>]*>", " ", unescape(cell)).split()) for cell in found]
        for row in rows
        if (found := re.findall(r"<td>(.*?)</td>", row, flags=re.DOTALL))
    ]


@pytest.fixture
def path(frontend) -> str:
    return f"/admin/frontends/operations/{frontend.pk}/"


def test_they_are_registered_from_a_file_and_removed(admin_client, frontend, path):
    edit = admin_client.get(f"/admin/frontends/edit/{frontend.pk}/").content.decode()
    assert f'href="{path}"' in edit

    file = uploaded("persisted-documents.json", by_hash(COUNT, NAMES, prefix="sha256:"))
    page = admin_client.post(path, {"file": file}, follow=True)

    assert "2 Abfragen hinterlegt." in page.content.decode()
    assert [[name, digest, used] for name, digest, _added, used, _remove in cells(page)] == [
        ["Count", f"{digest_of(COUNT)[:12]}…", "noch nie"],
        ["Names", f"{digest_of(NAMES)[:12]}…", "noch nie"],
    ]
    count = Operation.objects.get(name="Count")
    removing = f"{path}{count.pk}/remove/"
    assert removing in page.content.decode()
    assert COUNT in admin_client.get(removing).content.decode()

    page = admin_client.post(removing, follow=True)

    assert "Die Abfrage „Count“ ist entfernt." in page.content.decode()
    assert kept() == {"Names": NAMES}


def test_what_was_registered_stands_in_the_history(admin_client, admin_user, frontend, path):
    admin_client.post(path, {"file": uploaded("a.json", by_hash(COUNT, NAMES))})
    admin_client.post(f"{path}{Operation.objects.first().pk}/remove/")

    entries = registry.get_logs_for_instance(frontend).order_by("timestamp")

    assert [(entry.user, entry.message) for entry in entries] == [
        (admin_user, "Abfragen: 2 hinterlegt, 0 entfernt"),
        (admin_user, "Abfragen: 0 hinterlegt, 1 entfernt"),
    ]


def test_what_is_known_is_said(admin_client, frontend, path):
    for _time in range(2):
        page = admin_client.post(path, {"file": uploaded("a.json", by_hash(COUNT))}, follow=True)

    assert "Alle diese Abfragen sind schon hinterlegt." in page.content.decode()


def test_all_faults_stand_at_the_file(admin_client, path):
    content = b"{\n  vision { id }\n  yyy\n}"

    page = admin_client.post(path, {"file": uploaded("a.graphql", content)})

    assert page.context["form"].errors["file"] == ["Nichts wurde hinterlegt."]
    items = re.findall(r"<li>(a.graphql.*?)</li>", page.content.decode())
    assert [*map(unescape, items)] == [
        "a.graphql: Zeile 2: Argument 'Query.vision(by:)' of type 'PageBy!' is required, but it "
        "was not provided.",
        "a.graphql: Zeile 3: Cannot query field 'yyy' on type 'Query'.",
    ]
    assert kept() == {}


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (None, "Dieses Feld muss ausgefüllt werden."),
        (uploaded("a.json", b"x" * 5_000_001), "Diese Datei ist größer als 5 MB."),
    ],
)
def test_a_file_that_is_none(admin_client, path, file, message):
    page = admin_client.post(path, {"file": file} if file else {})

    assert page.context["form"].errors["file"] == [message]


def test_an_operation_of_another_frontend_is_not_there(admin_client, path, frontend, written):
    call_command("operations", "register", "Stadt", written("a.json", by_hash(COUNT)))
    other = Frontend.objects.create(name="App", base_address="https://app.stadt.example")
    operation = Operation.objects.get()

    removing = f"/admin/frontends/operations/{other.pk}/{operation.pk}/remove/"

    assert admin_client.get(removing).status_code == 404
    assert admin_client.post(removing).status_code == 404
    assert kept() == {"Count": COUNT}


def test_only_who_may_change_frontends_registers(client, frontend, path, written):
    call_command("operations", "register", "Stadt", written("a.json", by_hash(COUNT)))
    user = User.objects.create_user("redaktion")
    group = Group.objects.create(name="Redaktion")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)

    for address in (path, f"{path}{Operation.objects.get().pk}/remove/"):
        assert client.get(address).status_code == 302
        assert client.post(address, {"file": uploaded("a.json", by_hash(NAMES))}).status_code == 302

    assert kept() == {"Count": COUNT}
    group.permissions.add(Permission.objects.get(codename="change_frontend"))
    client.post(path, {"file": uploaded("a.json", by_hash(NAMES))})
    assert kept() == {"Count": COUNT, "Names": NAMES}
