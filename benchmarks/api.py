"""How fast operations are answered, against other APIs of the same pages: `make bench`."""

import argparse
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import django

django.setup()

from benchmarks.answers import subjects, verify  # noqa: E402
from benchmarks.contenders import CONTENDERS, OURS, Contender, Subject  # noqa: E402
from benchmarks.load import Load, load  # noqa: E402
from benchmarks.report import RESULTS, Line, circumstances, drawn, progress, table  # noqa: E402
from benchmarks.seeding import use  # noqa: E402
from benchmarks.serving import Server, serving  # noqa: E402

Measured = dict[tuple[str, str], Load]


def measure(servers: list[Server], about: list[Subject], rounds: int, seconds: float) -> Measured:
    """Load one server after the other, question by question, in so many rounds."""
    measured: Measured = {}
    for number in range(rounds):
        for question in OURS.questions():
            for server in servers:
                key = server.contender.name, question
                progress(f"round {number + 1} of {rounds}: {question} of {key[0]}")
                ask = server.contender.questions()[question]
                found = load(server, [partial(ask, subject) for subject in about], seconds)
                measured[key] = measured.get(key, Load()) + found
    progress("")
    return measured


def compared(contenders: list[Contender], rounds: int, seconds: float) -> list[Line]:
    """Serve all, compare what they say, and measure them."""
    about = subjects()
    with ExitStack() as stack:
        servers = []
        for one in contenders:
            progress(f"{one.name} is being prepared")
            one.prepare()
            servers.append(stack.enter_context(serving(one)))
        progress("the answers are being compared")
        costs = verify(servers, about)
        measured = measure(servers, about, rounds, seconds)
        memory = {server.contender.name: server.memory() for server in servers}
    return [
        Line(question, name, done, costs[name, question], memory[name])
        for (name, question), done in measured.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=5_000, help="how large the city is")
    parser.add_argument("--rounds", type=int, default=2, help="how often each is measured")
    parser.add_argument("--seconds", type=float, default=2, help="how long, each time")
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", default=[one.name for one in CONTENDERS],
        choices=[one.name for one in CONTENDERS], help="which contenders, beside ours",
    )  # fmt: skip
    parser.add_argument(
        "--results", type=Path, default=RESULTS, help="the folder for the table and the plot"
    )
    options = parser.parse_args()
    use(options.pages)
    chosen = [one for one in CONTENDERS if one is OURS or one.name in options.only]
    missing = {one.name: reason for one in chosen if (reason := one.missing())}
    taking_part = [one for one in chosen if one.name not in missing]
    lines = compared(taking_part, options.rounds, options.seconds)
    said = circumstances(taking_part, missing, options.pages, options.rounds, options.seconds)
    text = "\n".join([*said, "", table(lines), ""])
    print(text)
    options.results.mkdir(parents=True, exist_ok=True)
    name = options.results / f"{options.pages}-pages"
    name.with_suffix(".md").write_text(text)
    name.with_suffix(".svg").write_text(drawn(lines, options.pages))
    print(f"Kept in {name}.md and .svg.")


if __name__ == "__main__":
    main()
