"""What a partner says of a figure that its listener does not see: the same in words alone.

A partner speaks of what it sees. Whoever listens hears the very figure only where its own screens
show it as well, so that nothing is told at the table that the fog hides on the cards.
"""

from collections.abc import Callable, Mapping
from typing import Final

from game.market import LEVERS
from game.report.partner_words import Said
from game.session import PlayerView
from game.session.partner_worries import Finding
from game.words import Sentence, sentence

_MEASURES: Final[Mapping[str, tuple[str, ...]]] = {
    "overload": ("sales_load",),
    "time_left": ("sales_load",),
    "poor_fit": ("lead_fit",),
    "demos_full": ("demo_load",),
    "win_rate_down": ("win_rate",),
    "unhappy": ("satisfaction",),
    "discount": ("discount",),
    "few_pass": ("leads", "mqls"),
    "pricier": ("cost_per_lead",),
    "unknown": ("awareness",),
    "few_deals": ("wins", "mqls"),
    "right_busy": ("sales_load",),
    "right_idle": ("sales_load",),
    "right_bar": ("leads", "mqls"),
    "wrong_bar": ("leads", "mqls"),
    "right_selling": ("wins",),
    "wrong_selling": ("wins",),
    "too_many": ("sales_load",),
    "too_few": ("sales_load",),
    "bar_floods": ("sales_load",),
    "more_leads": ("sales_load",),
    "fewer_leads": ("sales_load",),
    "all_in_one": ("mqls",),
}
"""Measures that a finding tells, by its key; what is not here tells the plan alone, or nothing."""

_FLOWS: Final[Mapping[str, tuple[str, ...]]] = {"late": ("too_late",)}

_COMPARED: Final = frozenset(
    {"win_rate_down", "pricier", "right_bar", "wrong_bar", "right_selling", "wrong_selling"}
)
"""Findings that tell a measure of the turn before as well."""


def may_tell(found: Finding, heard: PlayerView) -> bool:
    """Say whether a listener sees the figures that a finding would tell it.

    Args:
        found: what a partner noticed.
        heard: the view of whoever listens.

    """
    turns = heard.history[-2:] if found.key in _COMPARED else heard.history[-1:]
    if found.key == "full":
        responses = heard.now.responses
        return bool(responses) and responses[LEVERS.index(found.lever)].known
    return all(
        turn.figures[name].known for turn in turns for name in _MEASURES.get(found.key, ())
    ) and all(
        name in turn.flows and turn.flows[name].known
        for turn in turns
        for name in _FLOWS.get(found.key, ())
    )


PLAIN_WORDS: Final[dict[str, Callable[[Said], Sentence]]] = {
    "late": lambda _: sentence(
        "Many leads did not answer any more when they were called. "
        "If we met more often, we would be quicker."
    ),
    "overload": lambda _: sentence(
        "There are more leads than my people can call. I would rather have fewer and better ones."
    ),
    "time_left": lambda _: sentence("My people have time left. Send me more."),
    "poor_fit": lambda _: sentence(
        "Too few of the leads I was handed fit us. "
        "Tell me what you promise them, and I tell you what they say."
    ),
    "demos_full": lambda _: sentence(
        "More people want a demo than we have time for, so I pay for more."
    ),
    "win_rate_down": lambda _: sentence("We win fewer of our deals than the turn before."),
    "unhappy": lambda _: sentence(
        "Many customers are not content. Who leaves has to be won twice."
    ),
    "discount": lambda _: sentence("We give away a good part of the price to close deals."),
    "few_pass": lambda _: sentence("Few of my leads pass the bar. The rest was paid for as well."),
    "pricier": lambda _: sentence("A lead costs more than the turn before."),
    "unknown": lambda _: sentence(
        "Few in the market know us. Without more of that, your calls stay cold."
    ),
    "full": lambda said: sentence(
        "More money for {lever} would buy little: it does nearly all it can.", lever=said.lever
    ),
    "few_deals": lambda _: sentence(
        "Few of the leads I hand over become deals. I do not see where the others are lost."
    ),
    "right_busy": lambda _: sentence("As I warned you, more leads came than my people could call."),
    "right_idle": lambda _: sentence(
        "As I warned you, too few leads came: my people had time left."
    ),
    "right_bar": lambda _: sentence(
        "As I warned you, with the higher bar fewer of my leads got through."
    ),
    "wrong_bar": lambda _: sentence(
        "I warned you of the higher bar. I was wrong: no fewer of my leads got through."
    ),
    "right_selling": lambda _: sentence(
        "As I warned you, with less for selling we won fewer deals."
    ),
    "wrong_selling": lambda _: sentence(
        "I warned you of less for selling. Up to now I was wrong: we won no fewer deals."
    ),
    "too_many": lambda said: (
        sentence("With this plan there are still more leads than my people can call.")
        if said.before > 0
        else sentence("With this plan I expect more leads than my people can call.")
    ),
    "too_few": lambda said: (
        sentence("My people had time left, and now you spend less on marketing.")
        if said.before > 0
        else sentence("With so much less marketing I expect my people to have time left.")
    ),
    "bar_floods": lambda said: sentence(
        "You lower the bar to {value:share}, and my leads had to wait as it was. "
        "Still more would go cold.",
        value=said.value,
    ),
    "more_leads": lambda _: sentence("More for marketing: good. My people have time left."),
    "fewer_leads": lambda _: sentence(
        "Less for marketing: that suits me. There are more leads than my people can call."
    ),
    "all_in_one": lambda said: sentence(
        "{value:share} of it goes into {lever} alone. If that fails, I have nothing to work with.",
        value=said.value,
        lever=said.lever,
    ),
}
"""By the key of a finding that tells a figure."""
