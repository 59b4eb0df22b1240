"""The example queries that GraphiQL offers: the files in graphql_api/examples."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "examples"


def examples() -> list[dict[str, str]]:
    """Give the examples in the order of their file names; the first line is the title."""
    return [example(path) for path in sorted(FOLDER.glob("*.graphql"))]


def example(path: Path) -> dict[str, str]:
    query = path.read_text(encoding="utf-8")
    title = query.partition("\n")[0].removeprefix("#").strip()
    return {"title": title, "query": query}
