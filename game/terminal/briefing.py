"""What is printed before the first turn: story, what to learn and to reach, role and rules."""

from collections.abc import Collection

from game.report.briefing import Briefing, RoleCard
from game.report.names import ROLE_NAMES
from game.terminal.console import Console
from game.words import Sentence, sentence


def print_briefing(console: Console, report: Briefing, people: Collection[str] = ()) -> None:
    """Print what a player should know before the first decision.

    Args:
        console: where it is printed.
        report: the briefing.
        people: roles of those who read it together; none where one person does.

    """
    console.heading(report.title)
    console.say(report.story if console.text(report.story) else report.summary)
    _print_list(
        console, sentence("What you can learn here"), [lesson.text for lesson in report.lessons]
    )
    _print_list(
        console,
        sentence("What counts"),
        [sentence("{name}: {target}", name=goal.name, target=goal.target) for goal in report.goals],
    )
    if people:
        _print_people(console, [role for role in report.roles if role.key in people])
    else:
        _print_role(console, next((role for role in report.roles if role.yours), None))
    _print_list(console, sentence("How it is played"), list(report.rules))


def _print_role(console: Console, role: RoleCard | None) -> None:
    console.blank()
    name = ROLE_NAMES["all"] if role is None else role.name
    console.say(sentence("Your role: {role}", role=name), style="bold")
    if role is None:
        return
    console.say(role.description)
    console.item(role.decides)
    console.item(role.sees)
    console.item(sentence("The computer plays your partners."))


def _print_people(console: Console, roles: list[RoleCard]) -> None:
    _print_list(
        console,
        sentence("Your roles"),
        [
            sentence(
                "{name}. {decides}. {sees}.", name=role.name, decides=role.decides, sees=role.sees
            )
            for role in roles
        ],
    )


def _print_list(console: Console, title: Sentence, items: list[Sentence]) -> None:
    if items:
        console.blank()
        console.say(title, style="bold")
        for item in items:
            console.item(item)
