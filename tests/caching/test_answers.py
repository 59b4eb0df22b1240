"""Answers from the cache: the same as without it, for as long as they are right."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError, connections

from graphql_api.caching import encodings, wsgi
from graphql_api.caching.answers import cache_control
from graphql_api.caching.version import Version
from graphql_api.documents import listing, reading
from graphql_api.frontends.operations import digest_of
from graphql_api.models import Frontend, Operation
from tests.api.conftest import statements
from tests.caching.conftest import environ, got, last_seq
from tests.factories import ParticipationEventFactory, StageFactory, VisionFactory

__all__ = ["statements"]

VISIONS = "{ visions { totalCount nodes { title status parent { title } } } }"
NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)


def titles(answer):
    return answer.body.decode().count('"title":"Köln 21"')


def test_a_hit_is_the_answer_of_django_without_a_statement(city, get, django, statements):
    uncached = got(WSGIHandler(), environ(VISIONS))
    first = get(VISIONS)
    statements.clear()

    second = get(VISIONS, method="GET")

    assert titles(first) == 1
    assert uncached.body == first.body == second.body
    assert first.headers == second.headers
    assert (
        first.headers.items()
        >= {name: text for name, text in uncached.headers.items() if name != "Vary"}.items()
    )
    assert django.requests == 1
    # The test itself asked for the version.
    assert [one for one in statements if "graphql_api_document" in one] == []


def test_an_answer_says_how_to_keep_it(city, get):
    answer = get(VISIONS)

    said = {name: text for name, text in answer.headers.items() if not name.startswith("X-")}
    etag = said.pop("ETag")
    assert len(etag) == 66
    assert said.pop("Cache-Control").startswith("public, max-age=0, s-maxage=")
    assert said == {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": str(len(answer.body)),
        "Vary": "X-Site, X-As-Of, X-Preview-Token, Accept, Authorization, origin, Accept-Encoding",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def test_who_has_it_already_is_told_so(city, get, django):
    answer = get(VISIONS)
    etag = answer.headers["ETag"]

    for wanted in (etag, f'"x", W/{etag}', "*"):
        unchanged = get(VISIONS, If_None_Match=wanted)
        assert (unchanged.status, unchanged.body) == ("304 Not Modified", b"")
        assert unchanged.headers == {
            name: text
            for name, text in answer.headers.items()
            if name not in {"Content-Length", "Content-Type"}
        }
    assert get(VISIONS, If_None_Match='"x"') == answer
    assert django.requests == 1


def test_who_has_it_is_told_so_by_the_first_answer_too(city, get, django, settings):
    conditional = "django.middleware.http.ConditionalGetMiddleware"
    settings.MIDDLEWARE = [conditional, *settings.MIDDLEWARE]
    django.application = WSGIHandler()

    assert get(VISIONS, If_None_Match="*").status == "304 Not Modified"
    assert titles(get(VISIONS)) == 1
    assert django.requests == 1


def test_head_is_get_without_a_body(city, get, django):
    head = get(VISIONS, method="HEAD")
    answer = get(VISIONS)

    assert (head.status, head.headers, head.body) == (answer.status, answer.headers, b"")
    assert titles(answer) == 1
    assert django.requests == 1


def test_a_body_worth_it_is_packed_once_and_has_a_name_of_its_own(city, get, monkeypatch):
    VisionFactory(parent=city.programme, title="x" * 100, summary="y" * 300)
    query = (
        "{ visions { a: nodes { title summary } b: nodes { title summary seo { description } } } }"
    )
    plain = get(query)
    packed = get(query, Accept_Encoding="gzip, deflate")
    monkeypatch.setattr(gzip, "compress", None)

    assert get(query, Accept_Encoding="gzip, deflate") == packed
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Content-Length"] == str(len(packed.body))
    assert packed.headers["ETag"] != plain.headers["ETag"]


@pytest.mark.parametrize(("encoding", "package"), [("zstd", "zstandard"), ("br", "brotli")])
def test_other_encodings_come_where_their_packages_are_installed(city, get, encoding, package):
    unpack = pytest.importorskip(package)
    VisionFactory(parent=city.programme, title="x" * 100, summary="y" * 300)
    fields = " ".join(f"{name}: nodes {{ title summary }}" for name in "abcd")
    query = f"{{ visions {{ {fields} }} }}"
    plain = get(query)

    packed = get(query, Accept_Encoding=f"gzip, {encoding};q=0.5")

    assert packed.headers["Content-Encoding"] == encoding
    assert unpack.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 2
    assert "Content-Encoding" not in get(query, Accept_Encoding=f"{encoding};q=0").headers


def test_without_their_packages_there_is_gzip(monkeypatch):
    monkeypatch.setattr(encodings, "find_spec", lambda name: None)

    assert [*encodings.installed()] == ["gzip"]


def test_a_small_body_is_not_packed(city, get):
    answer = get("{ __typename }", Accept_Encoding="gzip")

    assert answer.body == b'{"data":{"__typename":"Query"}}'
    assert "Content-Encoding" not in answer.headers


def test_a_new_version_is_answered_anew(city, get, django):
    get(VISIONS)
    city.vision.title = "Köln 22"
    city.vision.save_revision().publish()

    assert "Köln 22" in get(VISIONS).body.decode()
    assert django.requests == 2


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("{ nonsense }", "200 OK"),
        ("{ visions(first: 1000) { totalCount } }", "200 OK"),
        ('{ visions(locale: "xx") { totalCount } }', "200 OK"),
        ("", "400 Bad Request"),
    ],
)
def test_what_went_wrong_is_kept_by_nobody(city, get, django, query, status):
    answers = [get(query), get(query)]

    assert [answer.status for answer in answers] == [status] * 2
    assert b'"errors"' in answers[0].body
    assert answers[0].headers["Cache-Control"] == "no-store"
    assert django.requests == 2


def test_a_registered_operation_is_kept_at_its_address(city, get, django):
    frontend = Frontend.objects.create(name="Portal", base_address="https://portal.example")
    digest = digest_of(VISIONS)
    path = f"/graphql/o/{digest}"
    assert get(path=path).headers["Cache-Control"] == "no-store"
    Operation.objects.create(frontend=frontend, digest=digest, document=VISIONS)
    answers = [get(path=path), get(path=path)]

    assert titles(answers[0]) == 1
    assert answers[0] == answers[1]
    assert django.requests == 2


def test_a_file_may_be_the_first_that_a_thread_is_asked(city, get):
    answers = []

    def ask():
        answers.append(get(path="/sitemap.xml"))
        connections.close_all()

    thread = Thread(target=ask)
    thread.start()
    thread.join()

    assert answers == [get(path="/sitemap.xml")]
    assert answers[0].status == "200 OK"


def test_what_is_asked_with_a_token_is_answered_alone(city, get, django):
    for _ in range(2):
        assert "no-store" in get(VISIONS, Authorization="Bearer x").headers["Cache-Control"]
    get(VISIONS, Authorization="Basic x")
    get(VISIONS, Authorization="Basic x")

    assert django.requests == 4


def test_pages_of_the_site_are_not_kept(home, get, django):
    for _ in range(2):
        assert "ETag" not in get(path="/graphql/schema.graphql").headers
        assert get(path="/admin/login/").status == "200 OK"
        assert get(path="/nothing.txt").status == "404 Not Found"

    assert django.requests == 6


@pytest.mark.parametrize(
    "path", ["/robots.txt", "/sitemap.xml", "/feed.atom", "/de/feed.atom", "/events.ics"]
)
def test_a_file_for_crawlers_is_kept_whatever_its_reader_accepts(city, get, django, path):
    city.vision.save_revision().publish()
    uncached = got(WSGIHandler(), environ(path=path))
    answer = get(path=path)

    assert (answer.status, answer.body) == ("200 OK", uncached.body)
    assert answer.headers == uncached.headers | {"Vary": "X-Site, Accept-Encoding"}
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    others = {"Accept": "text/html", "Accept_Language": "tr", "Cookie": "wagtail_language=en"}
    assert get(path=path, **others) == answer
    assert get(path=path, If_None_Match=answer.headers["ETag"]).status == "304 Not Modified"
    assert django.requests == 1


def test_a_file_says_what_was_published_last(city, get, django):
    get(path="/sitemap.xml")
    city.vision.slug = "koeln-22"
    city.vision.save_revision().publish()

    assert b"koeln-22" in get(path="/sitemap.xml").body
    assert django.requests == 2


def test_what_there_is_no_file_of_is_the_sites_to_say(city, get, django):
    uncached = got(WSGIHandler(), environ(path="/uk/feed.atom"))
    answers = [get(path="/uk/feed.atom"), get(path="/uk/feed.atom")]

    assert uncached.status == "404 Not Found"
    assert answers == [uncached, uncached]
    assert django.requests == 2


@pytest.mark.parametrize(
    "header", [("Set-Cookie", "a=b"), ("Cache-Control", "max-age=5"), ("Vary", "Cookie")]
)
def test_what_the_site_makes_personal_is_not_kept(city, get, cached, django, header):
    def altered(environ, start_response):
        return django(environ, lambda status, headers: start_response(status, [*headers, header]))

    cached.application = altered
    answers = [get(VISIONS), get(VISIONS)]

    assert [titles(answer) for answer in answers] == [1, 1]
    assert answers[0].headers[header[0]] == header[1]
    assert django.requests == 2


def test_while_nothing_is_proven_every_answer_is_computed(city, cached, told, django):
    told.version = None
    answers = [got(cached, environ(VISIONS)) for _ in range(2)]

    assert answers[0] == answers[1]
    assert titles(answers[0]) == 1
    assert django.requests == 2
    assert cached.store.entries == {}


def test_without_room_there_is_no_cache(city, told, django, settings):
    settings.GRAPHQL_API_CACHE_BYTES = 0
    told.version = Version(1, last_seq())
    cached = wsgi.CachedApplication(django, told)

    assert got(cached, environ(VISIONS)) == got(WSGIHandler(), environ(VISIONS))


def test_while_the_database_is_down_what_was_right_a_moment_ago_is_shown(
    city, get, cached, told, django, settings
):
    answer = get(VISIONS)
    told.version, told.down = None, told.version
    assert got(cached, environ(VISIONS)) == stale(answer)
    assert django.requests == 1

    settings.GRAPHQL_API_STALE_SECONDS = 0
    got(cached, environ(VISIONS))
    assert django.requests == 2


def stale(answer):
    """Give an answer as it is shown when it may be an old one: to be kept by nobody."""
    return replace(answer, headers=answer.headers | {"Cache-Control": "no-cache"})


@pytest.fixture
def fault(monkeypatch):
    """Have the database fail whatever it is asked, from when this is called."""

    def fail(*args, **options):
        raise OperationalError("gone")

    return lambda: [
        monkeypatch.setattr(listing, "fetch", fail),
        monkeypatch.setattr(reading, "fetch", fail),
    ]


@pytest.mark.parametrize("is_proven", [True, False])
def test_when_computing_fails_what_was_right_a_moment_ago_is_shown(
    city, get, cached, told, fault, is_proven
):
    answer = get(VISIONS)
    # Something else is published.
    city.programme.save_revision().publish()
    fault()

    told.version = Version(1, last_seq()) if is_proven else None
    assert got(cached, environ(VISIONS)) == stale(answer)
    # What was never asked for is not at hand.
    assert b"INTERNAL_ERROR" in got(cached, environ(VISIONS.replace("status", "path"))).body


def test_a_site_that_fails_altogether_shows_it_too(city, get, cached, django, told):
    answer, file = get(VISIONS), get(path="/sitemap.xml")

    def failing(environ, start_response):
        start_response("500 Internal Server Error", [])
        return [b"Sorry"]

    cached.application = failing
    told.version = Version(1, told.version.seq + 1)

    assert got(cached, environ(VISIONS)) == stale(answer)
    assert got(cached, environ(path="/sitemap.xml")) == stale(file)
    assert got(cached, environ(path="/robots.txt")).body == b"Sorry"


def test_what_was_withdrawn_is_not_shown_when_computing_fails(city, get, told, cached, fault):
    get(VISIONS)
    city.vision.unpublish()
    told.withdrew = last_seq()
    fault()

    assert b"INTERNAL_ERROR" in get(VISIONS).body
    told.version, told.down = None, told.version
    assert b"INTERNAL_ERROR" in got(cached, environ(VISIONS)).body


@pytest.mark.parametrize(("seconds", "shown"), [(89, True), (90, False)])
def test_an_old_answer_is_shown_for_a_while_only(
    city, get, told, fault, time_machine, seconds, shown
):
    time_machine.move_to(NOON, tick=False)
    answer = get(VISIONS)
    fault()
    # It is kept for a minute, and shown for half of one.
    time_machine.move_to(NOON + timedelta(seconds=seconds), tick=False)

    assert (get(VISIONS) == stale(answer)) is shown


def test_nothing_is_shown_after_the_moment_at_which_it_expires(
    city, get, told, fault, time_machine
):
    time_machine.move_to(NOON, tick=False)
    city.vision.expire_at = NOON + timedelta(seconds=30)
    city.vision.save_revision().publish()
    answer = get(VISIONS)
    fault()

    time_machine.move_to(NOON + timedelta(seconds=29), tick=False)
    told.version = None
    assert get(VISIONS).body == answer.body
    time_machine.move_to(NOON + timedelta(seconds=30), tick=False)
    assert b"INTERNAL_ERROR" in get(VISIONS).body


def test_one_statement_that_fails_costs_the_others_nothing(city, get, django, monkeypatch):
    broken = "SELECT 'x'::int"
    monkeypatch.setattr(listing, "fetch", lambda *args, **options: reading.fetch(broken, {}))

    answer = get(VISIONS)

    assert b'"INVALID_ARGUMENT"' in answer.body
    assert answer.body == got(WSGIHandler(), environ(VISIONS)).body
    # The second time outside of a transaction, in which nothing more would be read.
    assert django.requests == 2


def test_what_took_too_long_is_not_tried_again(city, get, django, monkeypatch, settings):
    settings.GRAPHQL_API_MAX_SECONDS = 0.1
    slow = "SELECT pg_sleep(5)"
    monkeypatch.setattr(listing, "fetch", lambda *args, **options: reading.fetch(slow, {}))

    assert b'"SECONDS_EXCEEDED"' in get(VISIONS).body
    assert django.requests == 1


def test_an_event_that_closes_is_not_shown_as_open(city, get, time_machine, django):
    stage = StageFactory(parent=city.vision)
    ParticipationEventFactory(
        page=stage, starts_at=NOON, ends_at=NOON + timedelta(hours=1), locale=stage.locale
    )
    stage.save_revision().publish()
    query = "{ participationEvents { nodes { state } } }"

    def state(after):
        time_machine.move_to(NOON + after, tick=False)
        return get(query).body.decode().partition('"state":"')[2].partition('"')[0]

    second = timedelta(seconds=1)
    instant = timedelta(microseconds=1)
    hour = 3600 * second
    moments = [-second, -instant, 0 * second, hour - instant, hour, hour + instant]

    assert [state(moment) for moment in moments] == [
        "UPCOMING", "UPCOMING", "OPEN", "OPEN", "OPEN", "CLOSED",
    ]  # fmt: skip
    computed = django.requests
    assert state(hour + second) == "CLOSED"
    assert django.requests == computed


def test_until_a_change_nothing_is_asked_anew(city, get, time_machine, django):
    time_machine.move_to(NOON, tick=False)
    get(VISIONS)
    time_machine.move_to(NOON + timedelta(seconds=59), tick=False)
    get(VISIONS)
    assert django.requests == 1

    # Origins that may ask are nothing of which a version tells.
    time_machine.move_to(NOON + timedelta(seconds=60), tick=False)
    get(VISIONS)
    assert django.requests == 2


def test_what_expires_is_gone_at_its_moment(city, get, time_machine):
    time_machine.move_to(NOON, tick=False)
    city.vision.expire_at = NOON + timedelta(seconds=30)
    city.vision.save_revision().publish()

    before = get(VISIONS)
    assert titles(before) == 1
    assert "s-maxage=30, stale-while-revalidate=0," in before.headers["Cache-Control"]
    time_machine.move_to(NOON + timedelta(seconds=29, microseconds=999_999), tick=False)
    assert titles(get(VISIONS)) == 1
    time_machine.move_to(NOON + timedelta(seconds=30), tick=False)
    assert titles(get(VISIONS)) == 0


def test_a_status_changes_at_midnight_where_the_site_is(city, get, time_machine):
    # Berlin is an hour ahead.
    midnight = datetime(2026, 3, 2, 23, tzinfo=UTC)
    time_machine.move_to(midnight - timedelta(seconds=20), tick=False)
    city.vision.start_date = "2026-03-03"
    city.vision.save_revision().publish()

    before = get(VISIONS)
    assert b'"PLANNED"' in before.body
    assert "s-maxage=20," in before.headers["Cache-Control"]
    time_machine.move_to(midnight, tick=False)
    assert b'"RUNNING"' in get(VISIONS).body


def test_nothing_is_kept_or_shown_after_the_moment_at_which_it_changes():
    assert [cache_control(left, 60) for left in (90, 70, 60, 10, 0)] == [
        f"public, max-age=0, s-maxage={fresh}, "
        f"stale-while-revalidate={stale}, stale-if-error={stale}"
        for fresh, stale in [(60, 30), (60, 10), (60, 0), (10, 0), (0, 0)]
    ]


def test_the_answer_of_a_past_day_is_kept_for_itself(city, get, django):
    past, now = get(VISIONS, X_As_Of="2020-01-01"), get(VISIONS)

    assert (titles(past), titles(now)) == (0, 1)
    assert get(VISIONS, X_As_Of="2020-01-01") == past
    assert django.requests == 2
