"""Runs one command, and turns whatever the user can mend into a sentence and an exit code."""

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import Final

from game.cli.play import Request, play
from game.cli.setup import Setup, forgive_console, new_setup
from game.errors import HandoffError, ScenarioInvalid
from game.words import Sentence, sentence

FINE, WRONG_INPUT, INTERRUPTED = 0, 1, 130

MOST_PROBLEMS: Final = 12
"""Problems of a scenario that are shown when it was to be played; ``check`` shows all."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; no arguments open the game.

    Args:
        arguments: without the program's name; None takes those of the process.

    Returns:
        the exit code: 0 fine, 1 the input is wrong, 2 usage, 130 interrupted.

    """
    forgive_console()
    setup = new_setup()
    try:
        code = _called(setup, arguments)
        sys.stdout.flush()
    except HandoffError as error:
        _say(setup, error)
        return WRONG_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return WRONG_INPUT
    except OSError as error:
        if error.filename is None:
            _drop_output()
        setup.remark(_about(error))
        return WRONG_INPUT
    return code


def _about(error: OSError) -> Sentence:
    """Say what the system refused: the file it names, else the output, which has no name."""
    reason = error.strerror or str(error)
    if error.filename is None:
        return sentence(
            "The output cannot be written ({reason}). Send it somewhere else.", reason=reason
        )
    return sentence(
        "{path} cannot be used ({reason}). Check the name and the disk.",
        path=str(error.filename),
        reason=reason,
    )


def _called(setup: Setup, arguments: Sequence[str] | None) -> int:
    if not (sys.argv[1:] if arguments is None else arguments):
        # Whoever just opens the game waits for no command line to be put together.
        play(setup, Request())
        return FINE
    import typer.main  # the last import before work begins

    from game.cli.commands import new_app

    command = typer.main.get_command(new_app(setup))
    try:
        command.main(args=None if arguments is None else list(arguments), prog_name="handoff")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FINE
    return FINE


def _say(setup: Setup, error: HandoffError) -> None:
    if isinstance(error, ScenarioInvalid):
        _show_problems(setup, error)
    setup.remark(error.sentence)


def _show_problems(setup: Setup, invalid: ScenarioInvalid) -> None:
    from game.scenario.problems import Problem, render  # only where one is

    errors = [
        each for each in invalid.problems if isinstance(each, Problem) and each.severity == "error"
    ]
    for problem in errors[:MOST_PROBLEMS]:
        sys.stderr.write(render(problem, setup.language.say) + "\n\n")


def _drop_output() -> None:
    """Send what is still to be flushed at the end nowhere: its reader is gone."""
    with contextlib.suppress(OSError, ValueError):  # a stream without a file needs no such care
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
