"""What is wrong with a service definition, before any citizen meets it.

A sound flow keeps this promise: from every position a case can come to there is a way to an end, joins close exactly
what their forks opened, and nobody is asked for what she may not see. The engine relies on it.
"""

from __future__ import annotations

from ..definition import ServiceDefinition
from .blindness import blind_steps
from .charges import charges
from .fields import fields
from .names import names
from .problem import Problem
from .references import references
from .regions import regions
from .silence import silence
from .steps import steps
from .ways import ways


def problems(service: ServiceDefinition) -> list[Problem]:
    """Everything wrong, in the order of the definition; empty when the service is sound. When something named does not
    exist, the ways through the flow are not walked: mend the names first."""
    found = [*references(service), *steps(service), *fields(service), *names(service), *charges(service)]
    found += blind_steps(service)
    if any(problem.breaks for problem in found):
        return found
    return [*found, *ways(service), *regions(service), *silence(service)]


__all__ = ["Problem", "problems"]
