"""What is printed when the game is over: the scorecard and the questions to talk about."""

from game.report.language import Language
from game.report.names import measure_name
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import PlayerView, Score, ScorePart
from game.terminal.console import Console
from game.words import sentence, verbatim


def print_ending(console: Console, rules: Rules, view: PlayerView) -> None:
    """Print the end of a game."""
    console.heading(sentence("The end of “{title}”", title=rules.title))
    if view.score is not None:
        _print_score(console, view.score)
    if rules.debrief:
        console.blank()
        console.say(sentence("To talk about"), style="bold")
        for question in rules.debrief:
            console.item(verbatim(question))


def _print_score(console: Console, score: Score) -> None:
    language = console.language
    points = sentence("Score: {points:decimal} of 100 points", points=score.total)
    console.say(points, style="bold")
    if score.of_par is not None:
        console.say(sentence("That is {share:share} of par.", share=score.of_par))
    heads = [sentence("Measure"), sentence("Reached"), sentence("Target"), sentence("Points")]
    rows = [_row(part, language) for part in score.parts]
    console.blank()
    console.grid([language.say(head) for head in heads], rows, [True, False, False, False])


def _row(part: ScorePart, language: Language) -> list[str]:
    kind = MEASURES[part.measure].kind
    return [
        language.say(measure_name(part.measure)),
        language.figure(kind, part.value, short=True),
        language.figure(kind, part.target, short=True),
        language.decimal(part.points),
    ]
