"""What this machine and this server do at best: the same work as bare SQL, by pgbench with four clients."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from shubbak.config.postgres import Server

HERE = Path(__file__).parent / "limits"
CLIENTS = 4


class Limits:
    """The limits on one server, in the schema `floor` of its database."""

    def __init__(self, server: Server, cases: int) -> None:
        self.server, self.cases = server, cases

    def load(self) -> None:
        """As many requests as we have cases."""
        script = (HERE / "schema.sql").read_text("utf-8").replace(":cases", str(self.cases))
        with self.server.connect("postgres", "shubbak") as here:
            here.execute("SET synchronous_commit = off")
            here.execute("SET maintenance_work_mem = '512MB'")
            here.execute(script)
            here.execute("VACUUM (ANALYZE) floor.person, floor.request, floor.task")

    def per_second(self, name: str, *, seconds: int) -> float:
        """Transactions a second of `limits/<name>.sql`."""
        said = subprocess.run(
            [
                str(self.server.programs.folder / "pgbench"), "-n", "-M", "prepared", "-D", f"cases={self.cases}",
                "-f", str(HERE / f"{name}.sql"), "-c", str(CLIENTS), "-j", "2", "-T", str(seconds),
            ],
            env=os.environ | self._reach(), capture_output=True, text=True, timeout=seconds + 120, check=False,
        )  # fmt: skip
        found = re.search(r"tps = ([0-9.]+)", said.stdout)
        if said.returncode or found is None:
            raise SystemExit(f"pgbench could not run {name}.sql: {said.stderr[-500:]}")
        return float(found[1])

    def _reach(self) -> dict[str, str]:
        known = self.server.known
        return {
            "PGHOST": known["host"], "PGPORT": str(known["port"]), "PGUSER": "shubbak_app",
            "PGPASSWORD": known["shubbak_app"], "PGDATABASE": "shubbak",
        }  # fmt: skip
