"""Where the embedded PostgreSQL lives and as whom it runs."""

import os
import pwd
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

# Linux takes no longer path for a socket; PostgreSQL adds its own file name to ours.
LONGEST_SOCKET = 107 - len("/.s.PGSQL.5432")


@dataclass(frozen=True)
class Place:
    """The folders of one project's server, all under a home that no one else may enter."""

    home: Path
    socket: Path
    account: pwd.struct_passwd | None = None

    @classmethod
    def of(cls, project: Path) -> Self:
        """Choose the place: PostgreSQL refuses to run as root, so root lends it to nobody."""
        name = f"leitbild-{sha256(os.fsencode(project)).hexdigest()[:12]}"
        if os.geteuid() == 0:
            home = Path("/var/tmp", name)  # noqa: S108 - the home is checked before it is used
            return cls(home, home / "socket", pwd.getpwnam("nobody"))
        home = project / ".postgres"
        socket = home / "socket"
        if len(os.fsencode(socket)) > LONGEST_SOCKET:
            socket = Path("/tmp", f"{name}-{os.geteuid()}")  # noqa: S108 - checked as the home is
        return cls(home, socket)

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.data / "server.log"

    @property
    def users(self) -> Path:
        return self.home / "users"

    @property
    def identity(self) -> dict[str, Any]:
        """What subprocess needs to run a program as the server's account."""
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}

    def prepare(self) -> None:
        """Make the folders; the home is the caller's, what the server writes is the server's."""
        if self.account is None:
            own_folder(self.home, 0o700)
            own_folder(self.socket, 0o700)
            return
        own_folder(self.home, 0o710)
        os.chown(self.home, 0, self.account.pw_gid)
        self.lend(self.socket)

    def lend(self, folder: Path) -> None:
        """Make a folder that only the server's account, and root, may enter."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.account is not None:
            os.chown(folder, self.account.pw_uid, self.account.pw_gid, follow_symlinks=False)


def own_folder(folder: Path, mode: int) -> None:
    """Make a folder, or refuse one that somebody else laid there before us."""
    folder.mkdir(mode=mode, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise PermissionError(f"{folder} belongs to somebody else. Please remove it.")
    folder.chmod(mode)
