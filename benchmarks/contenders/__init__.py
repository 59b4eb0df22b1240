"""The APIs that are compared: each says the same of the same pages."""

from benchmarks.contenders.contender import ROOT, Contender, Conversation, Subject
from benchmarks.contenders.memory import Memory
from benchmarks.contenders.postgraphile import PostGraphile
from benchmarks.contenders.rest import Rest
from benchmarks.contenders.site import Site
from benchmarks.contenders.static import Static

__all__ = ["CONTENDERS", "OURS", "ROOT", "Contender", "Conversation", "Subject"]

OURS = Site(
    "leitbild",
    "cms.settings.production",
    packages=("strawberry-graphql", "graphql-core", "wagtail", "Django", "psycopg", "granian"),
)

# Ours first: what it says is what the others have to say, and how long static bytes are.
CONTENDERS: tuple[Contender, ...] = (
    OURS,
    Site(
        "grapple",
        "benchmarks.contenders.grapple.settings",
        home=ROOT / "benchmarks/contenders/grapple/.venv",
        packages=("wagtail-grapple", "graphene-django", "graphql-core", "wagtail", "Django"),
    ),
    Site(
        "optimizer",
        "benchmarks.contenders.optimizer.settings",
        packages=("strawberry-graphql-django", "strawberry-graphql", "wagtail", "Django"),
    ),
    Rest(
        "rest", "benchmarks.contenders.rest.settings", packages=("wagtail", "djangorestframework")
    ),
    PostGraphile("postgraphile"),
    Memory("memory", "cms.settings.production", packages=("wagtail", "granian")),
    Static("static", "", packages=("granian",)),
)
