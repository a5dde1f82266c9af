"""The shelf of scenarios as the window sees it: read in the background, so that no frame waits."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.errors import HandoffError
from game.storage.faults import write_fault
from game.storage.places import Places
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.scenario.rules import Rules
    from game.storage.scenarios import ScenarioFile

FIRST: Final = "first_steps"
"""The tutorial: it stands before all others."""

_FAILED: Final = sentence("The program failed at reading this file; it is not the file's fault.")


@dataclass(frozen=True, slots=True)
class Shelved:
    """A scenario on the shelf: its rules, or the sentence that says why it cannot be played."""

    file: "ScenarioFile"
    rules: "Rules | None"
    problem: Sentence | None = None
    par: float | None = None  # points of its honest par, where they are known

    @property
    def name(self) -> str:
        """The scenario's name."""
        return self.file.name


class Shelf:
    """All scenarios, read once in a thread of its own.

    Args:
        places: where they lie.
        wake: called from that thread whenever there is something new to show.

    """

    def __init__(self, places: Places, wake: Callable[[], None] = lambda: None) -> None:
        self._places = places
        self.wake = wake
        self.afterwards: Callable[[], None] = lambda: None
        """Called in that thread once all have been read: what else is needed soon."""
        self.scenarios: tuple[Shelved, ...] = ()
        """What has been read so far: the tutorial first, then the easy ones."""
        self.expected = 0
        """How many there will be."""
        self.ready = False
        """Whether all have been read."""
        self.settled = False
        """Whether nothing more is done here."""
        self._thread: threading.Thread | None = None
        self._closed = False

    def start(self) -> None:
        """Begin to read; a second call does nothing."""
        if self._thread is None:
            self._thread = threading.Thread(target=self.read, name="shelf", daemon=True)
            self._thread.start()

    def again(self) -> None:
        """Read everything once more, because files may have changed."""
        self.wait()
        self.ready, self.scenarios, self._thread = False, (), None
        self.start()

    def wait(self) -> None:
        """Return when all have been read."""
        self.start()
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """Read no further, so that nothing is at work any more when the program ends."""
        self._closed = True
        if self._thread is not None:
            self._thread.join()

    def read(self) -> None:
        """Read all scenarios here and now."""
        files = self._files()
        self.expected = len(files)
        found: list[Shelved] = []
        for file in files:
            if self._closed:
                return
            found.append(shelved(self._places, file))
            self.scenarios = tuple(sorted(found, key=_place))
            self.wake()
        self.ready = True
        self.wake()
        self.afterwards()
        self.settled = True

    def _files(self) -> Sequence["ScenarioFile"]:
        """Return all files; none where they cannot be listed, for then the library must say so."""
        from game.storage.scenarios import list_scenarios  # pulls in numpy

        try:
            return list_scenarios(self._places)
        except Exception as fault:
            with contextlib.suppress(HandoffError):
                write_fault(self._places, fault, "shelf")
            return ()

    def rules(self, name: str) -> "Rules":
        """Return a scenario's rules, from the shelf or from its file.

        Raises:
            HandoffError: if there is no such scenario or it cannot be played.

        """
        for each in self.scenarios:
            if each.name == name and each.rules is not None:
                return each.rules
        from game.storage.scenarios import load_scenario

        return load_scenario(self._places, name)


def shelved(places: Places, file: "ScenarioFile") -> Shelved:
    """Read one scenario; one that cannot be played keeps its first problem."""
    from game.storage.pars import known_par
    from game.storage.scenarios import load_scenario

    try:
        rules = load_scenario(places, str(file.path))
        par = known_par(places, rules)
    except HandoffError as error:
        return Shelved(file, None, _first_problem(error))
    except Exception as fault:  # the shelf must come to its end, or the library waits for ever
        with contextlib.suppress(HandoffError):
            write_fault(places, fault, f"shelf, {file.path}")
        return Shelved(file, None, _FAILED)
    return Shelved(file, rules, par=None if par is None else par.score)


def _first_problem(error: HandoffError) -> Sentence:
    """Return what is wrong first of all in a scenario's file, else the refusal itself."""
    from game.scenario.problems import Problem  # only where one is

    problems = getattr(error, "problems", ())
    first = next((each for each in problems if isinstance(each, Problem)), None)
    if first is None:
        return error.sentence
    if first.suggestion:
        return sentence(
            "Line {line}: {problem}; did you mean “{suggestion}”?",
            line=first.line,
            problem=first.sentence,
            suggestion=first.suggestion,
        )
    return sentence("Line {line}: {problem}.", line=first.line, problem=first.sentence)


def _place(each: Shelved) -> tuple[int, int, str]:
    """Return what the shelf is sorted by: the tutorial, shipped ones, own ones, damaged ones."""
    if each.rules is None:
        return 3, 0, each.name
    if each.file.shipped:
        return int(each.name != FIRST), each.rules.difficulty, each.rules.title
    return 2, each.rules.difficulty, each.rules.title
