"""How each product is told which tags to forget, within the limits that it states."""

import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import ClassVar, Protocol

from django.utils import timezone

from graphql_api.purging.sending import Call, PurgeFailed, send

JSON = "application/json"


class Product(Protocol):
    """header: in which it reads tags, if in a certain one. most: tags it takes in one request."""

    header: ClassVar[str]
    most: ClassVar[int]

    def call(self, tags: Sequence[str]) -> Call:
        """Give the request that has these tags forgotten."""

    def check(self, answer: bytes) -> None:
        """Raise PurgeFailed for an answer that says no in a body, not in its status."""


class Obedient:
    """What says in the status whether it did what it was told."""

    def check(self, answer: bytes) -> None:
        """Have nothing to say."""


@dataclass(frozen=True, slots=True)
class Varnish(Obedient):
    """Varnish with the module xkey; its configuration must take the request, as our example does.

    most: what fits into a header of 4,000 bytes.
    """

    header: ClassVar[str] = "xkey"
    most: ClassVar[int] = 300
    url: str

    def call(self, tags: Sequence[str]) -> Call:
        return Call("PURGE", self.url, {"xkey-purge": " ".join(tags)})


@dataclass(frozen=True, slots=True)
class VarnishBans(Obedient):
    """Varnish without modules: what it keeps is compared with an expression."""

    header: ClassVar[str] = "xkey"
    most: ClassVar[int] = 300
    url: str

    def call(self, tags: Sequence[str]) -> Call:
        return Call("BAN", self.url, {"xkey-ban": "|".join(tags)})


@dataclass(frozen=True, slots=True)
class Fastly(Obedient):
    """https://www.fastly.com/documentation/reference/api/purging/: 256 keys in a request."""

    header: ClassVar[str] = "Surrogate-Key"
    most: ClassVar[int] = 256
    service: str
    token: str = field(repr=False)
    url: str = "https://api.fastly.com"

    def call(self, tags: Sequence[str]) -> Call:
        headers = {"Fastly-Key": self.token, "Accept": JSON, "Content-Type": JSON}
        url = f"{self.url}/service/{self.service}/purge"
        return Call("POST", url, headers, json.dumps({"surrogate_keys": [*tags]}).encode())


@dataclass(frozen=True, slots=True)
class Cloudflare:
    """https://developers.cloudflare.com/cache/how-to/purge-cache/: 100 tags in a request."""

    header: ClassVar[str] = "Cache-Tag"
    most: ClassVar[int] = 100
    zone: str
    token: str = field(repr=False)
    url: str = "https://api.cloudflare.com/client/v4"

    def call(self, tags: Sequence[str]) -> Call:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": JSON}
        url = f"{self.url}/zones/{self.zone}/purge_cache"
        return Call("POST", url, headers, json.dumps({"tags": [*tags]}).encode())

    def check(self, answer: bytes) -> None:
        try:
            if json.loads(answer)["success"] is True:
                return
        except (ValueError, TypeError, KeyError):
            pass
        raise PurgeFailed("Cloudflare answered without success", is_transient=False)


@dataclass(frozen=True, slots=True)
class Webhook(Obedient):
    """Whatever else is to know: the tags as JSON, signed, with the second at which it was."""

    header: ClassVar[str] = ""
    most: ClassVar[int] = 1_000
    url: str
    secret: str = field(repr=False)

    def call(self, tags: Sequence[str]) -> Call:
        body = json.dumps({"tags": [*tags]}).encode()
        second = str(int(timezone.now().timestamp()))
        signed = hmac.new(self.secret.encode(), f"{second}.".encode() + body, sha256).hexdigest()
        headers = {
            "Content-Type": JSON,
            "X-Purge-Timestamp": second,
            "X-Purge-Signature": f"sha256={signed}",
        }
        return Call("POST", self.url, headers, body)


PRODUCTS: dict[str, type[Product]] = {
    "varnish": Varnish,
    "varnish-ban": VarnishBans,
    "fastly": Fastly,
    "cloudflare": Cloudflare,
    "webhook": Webhook,
}


def forget(product: Product, tags: Sequence[str]) -> None:
    """Have a cache forget tags, in as few requests as it takes; raise PurgeFailed."""
    for some in batches(tags, product.most):
        product.check(send(product.call(some)))


def batches(tags: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(tags), most):
        yield tags[start : start + most]
