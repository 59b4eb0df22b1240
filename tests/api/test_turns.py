"""Operations of a thread share an event loop, and nothing else."""

import asyncio
import gc

import pytest

from graphql_api.turns import run


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


def test_what_was_to_be_called_later_is_not_called_by_the_next():
    called = []

    async def failing():
        asyncio.get_running_loop().call_soon(called.append, "later")
        return "failed"

    assert run(failing()) == "failed"
    run(turns(10))

    assert called == []


def test_nothing_that_was_begun_is_left_unawaited():
    begun = []

    async def leaf():
        begun.append("leaf")
        await asyncio.get_running_loop().create_future()

    async def all_of(*several):
        await asyncio.gather(*several)

    async def failing():
        asyncio.ensure_future(all_of(all_of(leaf(), leaf()), leaf()))  # noqa: RUF006 - left behind
        return "failed"

    assert run(failing()) == "failed"
    gc.collect()  # a coroutine that was never awaited is an error of the test here

    assert begun == ["leaf"] * 3


def test_waiting_for_what_nothing_brings_is_an_error():
    async def waiting():
        await asyncio.get_running_loop().create_future()

    with pytest.raises(RuntimeError, match="waits for what is not of it"):
        run(waiting())


async def turns(count):
    for _ in range(count):
        await asyncio.sleep(0)
