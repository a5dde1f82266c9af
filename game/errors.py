"""The error tree: everything that can be wrong in a way a user must hear about.

```
HandoffError                a code and one sentence: where, what, what to do
├── DecisionRejected        a command that the rules do not allow
├── ScenarioInvalid         a scenario file with problems (carries all of them)
├── PlanInvalid             a PLAN.csv that cannot be played
├── UnknownName             a scenario, strategy, lever or role that does not exist
├── ParImpossible           a scenario in which nothing can be reached, so that par has no meaning
├── SaveUnreadable          a save that is damaged, or newer than this program
└── StorageFailed           a folder that cannot be read or written, a full disk
```

Anything else that is raised is a fault of the program, and no user's business to understand.
"""

from collections.abc import Sequence

from game.words import Sentence


class HandoffError(Exception):
    """Something the user can mend. ``code`` is stable, ``sentence`` says where, what and how."""

    def __init__(self, code: str, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.code = code
        self.sentence = sentence


class DecisionRejected(HandoffError):
    """A command that the rules do not allow now. The session is as it was."""


class ScenarioInvalid(HandoffError):
    """A scenario that cannot be played.

    Attributes:
        problems: all of them, as ``game.scenario.problems.Problem``, sorted by place.

    """

    def __init__(self, code: str, sentence: Sentence, problems: Sequence[object] = ()) -> None:
        super().__init__(code, sentence)
        self.problems = tuple(problems)


class PlanInvalid(HandoffError):
    """A plan file with an unknown column, an impossible amount or a missing turn."""


class UnknownName(HandoffError):
    """A name that is in no list; the sentence offers the nearest ones."""


class ParImpossible(HandoffError):
    """A scenario without money, without an open lever or without finite scores has no par."""


class SaveUnreadable(HandoffError):
    """A save that is damaged, or written by a newer version."""


class StorageFailed(HandoffError):
    """A file or folder that cannot be read or written."""
