"""What works between the administration and a frontend, and what does not, in plain words.

The only place from which this software asks another server of itself, and only when an
administrator presses the button.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from socket import gaierror
from ssl import SSLError
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.utils.translation import gettext as _

from graphql_api.frontends.models import EXAMPLES, PLACEHOLDER, Frontend

SECONDS = 5
OK = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. works: None where it may be meant so."""

    message: str
    works: bool | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a frontend answered. error: why it did not."""

    status: int = 0
    framing: str = ""
    policy: str = ""
    error: str = ""


class NoRedirect(HTTPRedirectHandler):
    """Leaves redirects to whoever asks: they may lead to another server."""

    def redirect_request(self, *args: object, **kwargs: object) -> None:
        return None


def check(frontend: Frontend, admin: str) -> Iterator[Finding]:
    """Look at a frontend as `admin`, the origin of the administration, has to do with it."""
    yield reached(ask(frontend.base_address + "/"), _("The address"))
    if urlsplit(frontend.base_address).scheme != "https":
        yield Finding(_("The address is not encrypted: readers should get https."), works=None)
    if not frontend.preview_address:
        yield Finding(_("Without a preview address it shows no drafts."), works=None)
        return
    answer = ask(PLACEHOLDER.sub(lambda found: EXAMPLES[found[1]], frontend.preview_address))
    yield reached(answer, _("The preview address"))
    if "{token}" not in frontend.preview_address:
        yield Finding(_("The preview address lacks {token}: drafts cannot be read."), works=False)
    if not answer.error:
        yield framed(answer, admin)


def ask(address: str) -> Answer:
    """Ask a frontend for a page."""
    request = Request(address, headers={"Accept": "text/html"})  # noqa: S310 - checked by the model
    try:
        with build_opener(NoRedirect).open(request, timeout=SECONDS) as response:
            status, headers = response.status, response.headers
    except HTTPError as error:
        status, headers = error.code, error.headers
        error.close()
    except (URLError, HTTPException, OSError, ValueError) as error:
        return Answer(error=reason(error))
    return Answer(
        status,
        headers.get("X-Frame-Options") or "",
        headers.get("Content-Security-Policy") or "",
    )


def reason(error: Exception) -> str:
    """Say why there was no answer, in words for who asked."""
    cause = getattr(error, "reason", error)
    if isinstance(cause, ConnectionRefusedError):
        return _("nobody answers there")
    if isinstance(cause, gaierror):
        return _("nobody knows this name")
    if isinstance(cause, TimeoutError):
        return _("no answer came within %(seconds)s seconds") % {"seconds": SECONDS}
    if isinstance(cause, SSLError):
        return _("its certificate does not hold")
    return str(cause)


def reached(answer: Answer, what: str) -> Finding:
    names = {"what": what, "status": answer.status, "error": answer.error}
    if answer.error:
        return Finding(_("%(what)s cannot be reached: %(error)s.") % names, works=False)
    if answer.status >= 500:
        return Finding(_("%(what)s answers with an error (%(status)s).") % names, works=False)
    if answer.status != OK:
        return Finding(_("%(what)s answers, but not with a page (%(status)s).") % names, works=None)
    return Finding(_("%(what)s answers.") % names, works=True)


def framed(answer: Answer, admin: str) -> Finding:
    """Say whether the preview panel may show a frontend inside the administration."""
    ancestors = next(
        (
            rule.split()[1:]
            for rule in answer.policy.split(";")
            if rule.strip().lower().startswith("frame-ancestors")
        ),
        None,
    )
    if ancestors is not None:
        allowed = "*" in ancestors or admin in [one.rstrip("/") for one in ancestors]
    else:
        allowed = not answer.framing
    if allowed:
        return Finding(_("The preview panel may show it."), works=True)
    hint = _(
        "The preview panel may not show it: let it answer with "
        "“Content-Security-Policy: frame-ancestors %(admin)s” and without “X-Frame-Options”."
    )
    return Finding(hint % {"admin": admin}, works=False)
