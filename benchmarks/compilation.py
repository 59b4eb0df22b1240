"""What compiling saves: `python -m benchmarks.compilation` has operations done both ways in turn.

CPU is counted, of the API alone: it says the same on a busy machine.
"""

import argparse
import gc
from statistics import median
from time import process_time
from typing import Any

import django

django.setup()

from django.http import HttpResponse  # noqa: E402
from django.test import RequestFactory, override_settings  # noqa: E402

from benchmarks.contenders import OURS  # noqa: E402
from benchmarks.seeding import use  # noqa: E402
from graphql_api.context import Context  # noqa: E402
from graphql_api.models import Document  # noqa: E402
from graphql_api.schema import schema  # noqa: E402

WARM = 5


def executed(query: str, given: dict[str, Any], *, compiled: bool) -> tuple[Any, float]:
    """Give an answer, and the milliseconds of CPU that it took."""
    context = Context(request=RequestFactory().post("/graphql/"), response=HttpResponse())
    with override_settings(GRAPHQL_API_COMPILED_OPERATIONS=compiled):
        begun = process_time()
        result = schema.execute_sync(query, variable_values=given, context_value=context)
        took = process_time() - begun
    if result.errors:
        raise SystemExit(result.errors)
    return result.data, 1000 * took


def compared(query: str, given: dict[str, Any], times: int) -> tuple[float, float]:
    """Give the median of each way, plain and compiled, taken in turn."""
    taken: dict[bool, list[float]] = {False: [], True: []}
    for turn in range(WARM + times):
        answers = []
        for compiled, measured in taken.items():
            answer, took = executed(query, given, compiled=compiled)
            answers.append(answer)
            if turn >= WARM:
                measured.append(took)
        if answers[0] != answers[1]:
            raise SystemExit("The answers differ.")
    return median(taken[False]), median(taken[True])


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.compilation", description=__doc__)
    parser.add_argument("--pages", type=int, default=500, help="how large the city is")
    parser.add_argument("--times", type=int, default=100, help="how often each is asked")
    options = parser.parse_args()
    use(options.pages)
    path = Document.objects.filter(kind="Vision").earliest("position").path
    # What building the city left behind is not looked through again and again.
    gc.freeze()
    print("| | as it stands, ms | compiled, ms | ratio |\n|---|---|---|---|")
    for name, query in OURS.operations().items():
        given = {"path": path} if "$path" in query else {}
        plain, compiled = compared(query, given, options.times)
        print(f"| {name} | {plain:.2f} | {compiled:.2f} | {plain / compiled:.2f} |")


if __name__ == "__main__":
    main()
