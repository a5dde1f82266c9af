"""``check``: every problem of scenario files, drawn with its line, or as lines of JSON."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from game.cli.setup import Setup
from game.errors import HandoffError, StorageFailed, UnknownName
from game.scenario import Checked
from game.scenario.facts import fact_sentences
from game.scenario.problems import render, to_json
from game.storage.atomic import exists, is_folder
from game.storage.scenarios import check_file, find_scenario, scenario_files
from game.words import Sentence, counted, sentence


def check(setup: Setup, files: Sequence[Path], *, as_json: bool) -> bool:
    """Check files, and those in folders, and print what was found.

    Returns:
        whether all of them can be played (warnings and hints do not stop a scenario).

    """
    # Not all(...): every file is to be checked, also behind a bad one.
    return min([_check_named(setup, file, as_json=as_json) for file in files])


def _check_named(setup: Setup, given: Path, *, as_json: bool) -> bool:
    """Check what a person named: a file, a scenario on the shelf, or the files in a folder."""
    if not is_folder(given):
        return _check_one(setup, given, as_json=as_json)
    files = scenario_files(given)
    if not files:
        _print_failure(setup, given, _empty(given), as_json=as_json)
        return False
    return min([_check_one(setup, file, as_json=as_json) for file in files])


def _empty(folder: Path) -> UnknownName:
    return UnknownName(
        "no_scenarios",
        sentence(
            "There is no scenario in the folder {folder}. Scenario files end in .yaml.",
            folder=str(folder),
        ),
    )


def _check_one(setup: Setup, file: Path, *, as_json: bool) -> bool:
    say = setup.language.say
    try:
        path = _file(setup, file)
        checked = check_file(path, setup.places)
    except (StorageFailed, UnknownName) as error:
        _print_failure(setup, file, error, as_json=as_json)
        return False
    for problem in checked.problems:
        text = to_json(problem, say) if as_json else render(problem, say) + "\n"
        sys.stdout.write(text + "\n")
    if not as_json:
        sys.stdout.write(say(_summary(path, checked)) + "\n")
        for fact in () if checked.facts is None else fact_sentences(checked.facts):
            sys.stdout.write(f"  {say(fact)}\n")
    return not checked.errors


def _file(setup: Setup, file: Path) -> Path:
    """Return the file itself, or the one of that name on the shelf."""
    is_named_by_path = file.suffix.lower() in {".yaml", ".yml"} or file.parent != Path()
    if exists(file) or is_named_by_path:
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


def _summary(path: Path, checked: Checked) -> Sentence:
    if not checked.problems:
        return sentence("{path}: no problems", path=str(path))
    errors = len(checked.errors)
    others = len(checked.problems) - errors
    return sentence(
        "{path}: {errors}, {others}",
        path=str(path),
        errors=counted("{count} error", "{count} errors", errors),
        others=counted("{count} remark", "{count} remarks", others),
    )
