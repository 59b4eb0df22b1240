"""Operations of a thread share an event loop, and nothing else."""

import asyncio

from graphql_api.context import run


def test_what_an_operation_leaves_is_not_run_by_the_next():
    ran = []

    async def later():
        await turns(3)
        ran.append("later")

    async def failing():
        asyncio.ensure_future(later())  # noqa: RUF006 - nobody waits for it
        return "failed"

    assert run(failing()) == "failed"
    run(turns(10))

    assert ran == []


async def turns(count):
    for _ in range(count):
        await asyncio.sleep(0)
