"""How people say things, from `speech.toml`: what says nothing, what means the same, what is told in other words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .letters import form, stem, words


@dataclass(frozen=True, slots=True)
class Speech:
    """The data of the file, folded. `same` gives for a stem the stems that mean what it means."""

    stop: frozenset[str]
    phrases: tuple[tuple[str, str], ...]
    same: dict[str, frozenset[str]]
    acts: dict[str, int]
    events: dict[str, tuple[str, ...]]

    def acts_in(self, text: str) -> set[int]:
        """The acts that a text names."""
        return {self.acts[one] for word in words(text) if (one := stem(form(word))) in self.acts}

    def told(self, text: str) -> list[str]:
        """The words of what somebody asked that say something."""
        padded = f" {' '.join(words(text))} "
        for phrase, other in self.phrases:
            if phrase in padded:
                padded = padded.replace(phrase, other)
        asked = padded.split()
        return [word for word in asked if word not in self.stop and form(word) not in self.stop] or asked


@cache
def speech() -> Speech:
    """Read once a process."""
    read = tomllib.loads((Path(__file__).parent / "speech.toml").read_text("utf-8"))
    same: dict[str, set[str]] = {}
    for line in read["same"]["words"]:
        stems = {stem(form(word)) for word in words(line)}
        for one in stems:
            same.setdefault(one, set()).update(stems)
    heads = [stem(form(word)) for word in words(read["acts"]["heads"])]
    return Speech(
        stop=frozenset(words(read["stop"])),
        phrases=tuple((_padded(phrase), _padded(other)) for phrase, other in read["phrases"].items()),
        same={one: frozenset(others) for one, others in same.items()},
        acts={one: number for number, head in enumerate(heads) for one in {head} | same.get(head, set())},
        events={event: words(text) for event, text in read["events"].items()},
    )


def _padded(text: str) -> str:
    return f" {' '.join(words(text))} "
