"""Forms of a service's questions: what is asked, what was posted, and the rules a browser follows by itself."""

from .asking import Around, Kept, Section, Standing, begun, labels_of, questions, sections
from .attached import FETCH, Given, given_in, with_files
from .plan import plan, sayings
from .posted import PREFIX, answers_in, counted
from .sketching import Drawing, drawing

__all__ = [
    "FETCH",
    "PREFIX",
    "Around",
    "Drawing",
    "Given",
    "Kept",
    "Section",
    "Standing",
    "answers_in",
    "begun",
    "counted",
    "drawing",
    "given_in",
    "labels_of",
    "plan",
    "questions",
    "sayings",
    "sections",
    "with_files",
]
