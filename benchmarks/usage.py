"""What processes take of the machine, as `/proc` says."""

import os
from pathlib import Path

from django.db import connection

TICKS = os.sysconf("SC_CLK_TCK")
KB = 1024


def seconds(pid: int | str) -> float:
    """Give the seconds of CPU that a process has taken; none if it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid: int) -> int:
    """Give the bytes that a process takes, what it shares counted in parts (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    [size] = [line.split()[1] for line in lines if line.startswith("Pss:")]
    return int(size) * KB


def family(pid: int) -> list[int]:
    """Give a process with those it has started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *map(int, children)]


def database_cpu(name: str) -> dict[int, float]:
    """Give the seconds of CPU by each connection to a database but our own.

    Nothing is known of a server that runs elsewhere.
    """
    if not str(connection.settings_dict["HOST"]).startswith("/"):
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
            [name],
        )
        return {pid: seconds(pid) for (pid,) in cursor.fetchall()}


def spent(before: dict[int, float], after: dict[int, float]) -> float:
    """Give the seconds between; a connection that is new began with none."""
    return sum(total - before.get(pid, 0.0) for pid, total in after.items())
