"""``check``: every problem of scenario files, drawn with its line, or as lines of JSON."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from game.cli.setup import Setup
from game.errors import HandoffError, StorageFailed, UnknownName
from game.report.names import turns_long
from game.scenario.problems import Problem, render, to_json
from game.storage import check_file, find_scenario, load_scenario
from game.words import Sentence, counted, sentence


def check(setup: Setup, files: Sequence[Path], *, as_json: bool) -> bool:
    """Check files and print what was found.

    Returns:
        whether all of them can be played (warnings and hints do not stop a scenario).

    """
    # Not all(...): every file is to be checked, also behind a bad one.
    return min([_check_one(setup, file, as_json=as_json) for file in files])


def _check_one(setup: Setup, file: Path, *, as_json: bool) -> bool:
    try:
        path = _file(setup, file)
        problems = check_file(path)
    except (StorageFailed, UnknownName) as error:
        _print_failure(setup, file, error, as_json=as_json)
        return False
    for problem in problems:
        text = (
            to_json(problem, setup.language.say) if as_json else render(problem, setup.language.say)
        )
        sys.stdout.write(text + ("\n" if as_json else "\n\n"))
    playable = all(problem.severity != "error" for problem in problems)
    if not as_json:
        summary = _found(path, problems) if problems else _fine(setup, path)
        sys.stdout.write(setup.language.say(summary) + "\n")
    return playable


def _file(setup: Setup, file: Path) -> Path:
    """Return the file itself, or the one of that name on the shelf."""
    if file.exists() or file.suffix or file.parent != Path():
        return file
    return find_scenario(setup.places, str(file))


def _print_failure(setup: Setup, file: Path, error: HandoffError, *, as_json: bool) -> None:
    if not as_json:
        setup.remark(error.sentence)
        return
    line = {
        "severity": "error",
        "code": error.code,
        "file": str(file),
        "line": 1,
        "column": 1,
        "length": 1,
        "message": setup.language.say(error.sentence),
        "source": "",
        "suggestion": None,
        "next": None,
    }
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def _found(path: Path, problems: Sequence[Problem]) -> Sentence:
    errors = sum(problem.severity == "error" for problem in problems)
    others = len(problems) - errors
    return sentence(
        "{path}: {errors}, {others}.",
        path=str(path),
        errors=counted("{count} error", "{count} errors", errors),
        others=counted("{count} remark", "{count} remarks", others),
    )


def _fine(setup: Setup, path: Path) -> Sentence:
    rules = load_scenario(setup.places, str(path))
    levers = sum(lever.available for lever in rules.levers)
    return sentence(
        "{path}: no problems. {turns}, {levers}, {segments}, {events}, about {minutes}.",
        path=str(path),
        turns=turns_long(rules, rules.turns),
        levers=counted("{count} lever", "{count} levers", levers),
        segments=counted("{count} segment", "{count} segments", len(rules.segments)),
        events=counted("{count} event", "{count} events", len(rules.events)),
        minutes=counted("{count} minute", "{count} minutes", rules.minutes),
    )
