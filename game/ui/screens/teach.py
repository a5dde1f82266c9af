"""What a briefing offers to learners: to be shown around, and the words that its lessons need."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from game.report.glossary import known_entries
from game.report.tutorial import SCENARIO, STEPS
from game.scenario.rules import RoleKey, Rules
from game.ui.toolkit import Button, Column, Icon, Label, Panel, Row, Toggle, Widget, Wrap, caption
from game.words import sentence

if TYPE_CHECKING:
    from game.ui.house import House


def tutorial_switch(house: "House", rules: Rules, role: RoleKey = "all") -> Widget | None:
    """Return the switch; None in scenarios that have no tutorial, and for one role alone."""
    tutor = house.tutor
    if tutor is None or rules.name != SCENARIO or role != "all":
        return None
    note = (
        sentence("It goes on at step {step} of {steps}.", step=tutor.step, steps=len(STEPS))
        if tutor.step > 1
        else sentence("{steps} short steps, each done by doing it", steps=len(STEPS))
    )
    words = Column([Label(sentence("Show me around"), weight=600), caption(note)], gap=0, grow=1)
    switch = Toggle(
        sentence("On") if tutor.on else sentence("Off"),
        tutor.on,
        tutor.switch,
        key="briefing.tutorial",
        name=sentence("Show me around"),
        tooltip=sentence("Let the tutorial show you what to do, step by step"),
    )
    return Panel(Row([Icon("graduation-cap", 20, "accent"), words, switch], gap=12), pad=16)


def term_links(terms: Iterable[str], on_help: Callable[[], None]) -> Widget | None:
    """Return words of the glossary, each leading to its page; None where there are none.

    Args:
        terms: keys; those that the glossary does not have are left out.
        on_help: opens the help, which turns to the word that is pressed.

    """
    links = [
        Button(
            entry.term,
            on_help,
            entry.icon,
            "quiet",
            key=f"term.{entry.key}",
            tooltip=entry.definition,
        )
        for entry in known_entries(terms)
    ]
    if not links:
        return None
    words = Label(sentence("Words that help"), 12, weight=600, role="muted")
    return Column([words, Wrap(links, gap=20, line_gap=0)], gap=2)
