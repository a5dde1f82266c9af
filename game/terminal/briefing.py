"""What is printed before the first turn: the story, the goals, the role and the rules."""

from game.report.names import role_description, role_name, turns_long
from game.scenario.rules import Rules
from game.session import Seat, role_of
from game.terminal.console import Console
from game.words import Sentence, sentence, verbatim

RULES: tuple[Sentence, ...] = (
    sentence("Each turn you divide one budget between marketing, sales and working together."),
    sentence("What you do not spend stays in the bank."),
    sentence("People become aware, then leads, then deals; at every step some are lost."),
    sentence("Before a turn is played you predict how many deals it will win."),
    sentence("The score counts what marketing and sales own together."),
)
"""The game in five sentences."""


def print_briefing(console: Console, rules: Rules, seat: Seat) -> None:
    """Print what a player should know before the first decision."""
    console.heading(verbatim(rules.title))
    console.say(verbatim(rules.story or rules.summary))
    if rules.learning_goals:
        console.blank()
        console.say(sentence("What you can learn here"), style="bold")
        for goal in rules.learning_goals:
            console.item(verbatim(goal.text))
    console.blank()
    role = role_name(seat.role, role_of(rules, seat).name)
    console.say(sentence("Your role: {role}", role=role), style="bold")
    console.say(role_description(seat.role))
    if seat.role != "all":
        console.say(sentence("The computer plays your partners; you see what your role sees."))
    console.blank()
    console.say(
        sentence("How it is played, for {turns}", turns=turns_long(rules, rules.turns)),
        style="bold",
    )
    for rule in RULES:
        console.item(rule)
