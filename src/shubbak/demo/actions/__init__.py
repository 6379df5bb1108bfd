"""The demo's verbs."""

from .fill import fill
from .hire_cast import hire_cast
from .set_the_stage import set_the_stage
from .tell_day import tell_day

__all__ = ["fill", "hire_cast", "set_the_stage", "tell_day"]
