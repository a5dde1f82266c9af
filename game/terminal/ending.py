"""What is printed when the game is over: the scorecard, what stood out, what to talk about."""

from game.report.ending import Ending, score_table
from game.scenario.rules import Rules
from game.terminal.console import Console
from game.words import sentence, verbatim


def print_ending(console: Console, rules: Rules, report: Ending | None) -> None:
    """Print the end of a game."""
    console.heading(sentence("The end of “{title}”", title=rules.title))
    if report is not None:
        _print_report(console, report)
    if rules.debrief:
        console.blank()
        console.say(sentence("To talk about"), style="bold")
        for question in rules.debrief:
            console.item(verbatim(question))


def _print_report(console: Console, report: Ending) -> None:
    console.say(report.headline, style="bold")
    console.table(score_table(report))
    console.blank()
    for note in report.notes:
        console.item(note)
    for turn in (report.best, report.worst):
        if turn is not None:
            console.item(turn.note)
    console.item(report.predictions.note)
