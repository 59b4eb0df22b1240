"""The operations of a frontend's build, as its tools write them into files.

- `persisted-documents.json` of graphql-codegen, and what Relay's compiler writes:
  {hash: document}
- Apollo's manifest: {"format", "version", "operations": [{"id", "name", "type", "body"}]}
- plain files: *.graphql and *.gql, each of which is a document as it is

Whatever a tool calls an operation must be the sha256 of its document, as that is how it is asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from django.utils.translation import gettext as _

from graphql_api.frontends.operations import digest_of
from graphql_api.registration.faults import Faulty

PLAIN = (".graphql", ".gql")
APOLLO, VERSION = "apollo-persisted-query-manifest", 1
LONGEST_KEY = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation in a file. place: where, for people. key: its hash, if the file says one."""

    place: str
    document: str
    key: str | None = None


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files, and of folders the plain ones in them at any depth."""
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.suffix in PLAIN)
        else:
            yield path


def read(name: str, content: bytes) -> list[Entry]:
    """Give the operations of a file; raise Faulty for what is no manifest, or has wrong hashes."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise Faulty([_("%(file)s is not UTF-8.") % {"file": name}]) from None
    if name.endswith(PLAIN):
        return [Entry(name, text)]
    entries = [*listed(name, text)]
    if not entries:
        raise Faulty([_("%(file)s has no operations.") % {"file": name}])
    faults = [wrong_key(entry) for entry in entries if not is_named_rightly(entry)]
    if faults:
        raise Faulty(faults)
    return entries


def listed(name: str, text: str) -> Iterator[Entry]:
    """Yield the operations of a manifest."""
    manifest = parsed(text)
    if isinstance(manifest, dict) and "operations" in manifest and "format" in manifest:
        if (manifest["format"], manifest.get("version")) != (APOLLO, VERSION):
            raise unreadable(name)
        found = [(one.get("id"), one.get("body")) for one in objects(name, manifest["operations"])]
    elif isinstance(manifest, dict):
        found = [*manifest.items()]
    else:
        raise unreadable(name)
    for key, document in found:
        if not isinstance(key, str) or not isinstance(document, str):
            raise unreadable(name)
        yield Entry(f"{name}: {key[:LONGEST_KEY]}", document, key)


def parsed(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None


def objects(name: str, values: Any) -> list[dict[str, Any]]:
    if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
        raise unreadable(name)
    return values


def unreadable(name: str) -> Faulty:
    message = _(
        "%(file)s is no manifest: {hash: document}, Apollo's manifest of version 1, "
        "or a file *.graphql is expected."
    )
    return Faulty([message % {"file": name}])


def is_named_rightly(entry: Entry) -> bool:
    """Say whether an operation has its hash, which graphql-codegen gives a prefix."""
    return (entry.key or "").removeprefix("sha256:") == digest_of(entry.document)


def wrong_key(entry: Entry) -> str:
    """Say that a key is no hash, and how tools are made to write it that use another one."""
    messages = {
        32: _('%(place)s: this is an MD5. Set "algorithm": "SHA256" in Relay\'s persistConfig.'),
        40: _(
            '%(place)s: this is a SHA-1. Set hashAlgorithm: "sha256" in graphql-codegen\'s '
            'persistedDocuments, or "algorithm": "SHA256" in Relay\'s persistConfig.'
        ),
    }
    other = _("%(place)s: this is not the sha256 of its document.")
    return messages.get(len(entry.key or ""), other) % {"place": entry.place}
