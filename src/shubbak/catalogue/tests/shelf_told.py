"""What is on the shelf, as docs/define-a-service.md lists it."""

from __future__ import annotations

from typing import Any

from shubbak.catalogue.reading.folder import HERE
from shubbak.catalogue.reading.nodes import read
from shubbak.places.tree import every_department


def files() -> list[dict[str, Any]]:
    """Every file of shapes and standard parts, as plain trees."""
    nodes = (read(path.read_text("utf-8"), path.name)[0] for path in sorted((HERE / "flows").glob("*.yaml")))
    return [node.plain() for node in nodes if node is not None]


def shapes() -> str:
    """A line for each shape: its steps, their actions, what those ask, the fee sets it collects."""
    lines = ["| shape | what happens | steps |", "|---|---|---|"]
    for file in files():
        if "flow" in file:
            steps = "; ".join(_step(key, step) for key, step in file["steps"].items() if step["kind"] != "end")
            ends = ", ".join(f"`{key}`" for key, step in file["steps"].items() if step["kind"] == "end")
            lines.append(f"| `{file['flow']}` | {file['name']['en']} | {steps}; ends {ends} |")
    return "\n".join(lines)


def _step(key: str, step: dict[str, Any]) -> str:
    if step["kind"] == "payment":
        return f"`{key}` paid, fee set `{step['fees']}`"
    return (
        f"`{key}`: {', '.join(_action(k, a) for k, a in step['actions'].items())}"
        if step.get("actions")
        else f"`{key}`"
    )


def _action(key: str, action: dict[str, Any]) -> str:
    asks = ", ".join(f"`{name}`" for name in action.get("asks", {}))
    return f"{key} (asks {asks})" if asks else key


def sections() -> str:
    """A line for each standard section: its questions."""
    lines = ["| section | questions |", "|---|---|"]
    for file in files():
        for key, section in file.get("sections", {}).items():
            asked = ", ".join(f"`{name}` {field['kind']}" for name, field in section["fields"].items())
            lines.append(f"| `{key}` {section['section']['en']} | {asked} |")
    return "\n".join(lines)


def parts() -> str:
    """A line for each other group: its members, each with the condition it has of its own."""
    lines = ["| group | parts |", "|---|---|"]
    for group in ("fields", "documents", "fee-lines", "limits", "reasons"):
        members = [one for file in files() for one in file.get(group, {}).items() if "standard" in file]
        lines.append(f"| {group} | {', '.join(_part(key, part) for key, part in members)} |")
    return "\n".join(lines)


def _part(key: str, part: dict[str, Any]) -> str:
    return f"`{key}` (when `{part['when']}`)" if part.get("when") else f"`{key}`"


def departments() -> str:
    """A line for each department."""
    lines = ["| department | what it is called |", "|---|---|"]
    rows = [f"| `{one.key}` | {one.name_en}, {one.name_ar} |" for one in every_department()]
    return "\n".join([*lines, *rows])
