"""Nothing of the machine it was written on: no registry hosts, no paths of a machine, no secrets, no loose ends."""

from __future__ import annotations

import re
import subprocess

from . import sources

_HOSTS = re.compile(
    "|".join(["pypi\\." + "org", "python" + "hosted\\.org", "registry\\." + "npmjs", "deb\\." + "debian"])
)
_PATHS = re.compile(r"(?<![\w.$}*-])/(?:work|root|home)/[a-z]")
_SECRETS = re.compile(
    "-----BEGIN (?:RSA |EC |OPENSSH )?" + r"PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{30,}|\bxox[abp]-\w{10,}"
)
_LOOSE = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b")
_TEXT = (
    ".py",
    ".md",
    ".html",
    ".css",
    ".js",
    ".mjs",
    ".json",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
    ".sh",
    ".typ",
    ".po",
    ".in",
    "",
)


def lines() -> list[tuple[str, str]]:
    found = []
    for path in sources.files(*_TEXT):
        if path.name == "LICENSE":
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            found.append((f"{sources.short(path)}:{number}", line))
    return found


def test_no_registry_host() -> None:
    assert [place for place, line in lines() if _HOSTS.search(line)] == []


def test_no_path_of_a_machine() -> None:
    assert [f"{place} {line.strip()[:80]}" for place, line in lines() if _PATHS.search(line)] == []


def test_no_secret() -> None:
    assert [place for place, line in lines() if _SECRETS.search(line)] == []


def test_no_loose_end() -> None:
    assert [f"{place} {line.strip()[:80]}" for place, line in lines() if _LOOSE.search(line)] == []


def test_nothing_built_is_committed() -> None:
    known = subprocess.run(["git", "ls-files"], cwd=sources.ROOT, capture_output=True, text=True).stdout.split()
    built = [name for name in known if name.endswith((".mo", ".pyc")) or "/vendor/" in name or "node_modules" in name]
    assert built == []
