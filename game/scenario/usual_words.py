"""What segments, firms and messages are called: an author's words, or where there are none, ours.

The rules hold plain texts. Those that an author wrote are never translated; those that stand there
because a scenario names none are English sentences of the game, and are said in the reader's
language.
"""

from typing import Final

from game.scenario.rules import Rules
from game.words import Sentence, sentence, verbatim

SEGMENT_NAMES: Final[dict[str, Sentence]] = {
    "small_offices": sentence("Small offices"),
    "mid_size_firms": sentence("Mid-size firms"),
    "upper_mid_size": sentence("Upper mid-size"),
    "enterprises": sentence("Enterprises"),
}
"""The segments of the reference market."""

RIVAL_NAMES: Final[dict[str, Sentence]] = {
    "northwind": sentence("Northwind"),
    "quickline": sentence("Quickline"),
    "goldmark": sentence("Goldmark"),
}
"""The rivals of the reference market."""

MESSAGES: Final[dict[str, Sentence]] = {"fair_offer": sentence("A good offer at a fair price")}
"""What a firm leads with that has nothing special to say."""

COMPANY: Final = sentence("Your company")
"""The players' own firm."""


def segment_name(rules: Rules, segment: int) -> Sentence:
    """Return the name of a segment by its index."""
    rule = rules.segments[segment]
    return _said(rule.name, SEGMENT_NAMES.get(rule.key))


def message_text(rules: Rules, message: int) -> Sentence:
    """Return what a message says, by its index."""
    rule = rules.messages[message]
    return _said(rule.text, MESSAGES.get(rule.key))


def firm_name(rules: Rules, firm: int) -> Sentence:
    """Return the name of a firm by its index: players' firms first, then the rivals."""
    name = rules.firm_names[firm]
    if firm >= rules.players:
        return _said(name, RIVAL_NAMES.get(rules.rivals[firm - rules.players].key))
    if rules.players == 1 or name != numbered(COMPANY.text, firm):
        return _said(name, COMPANY)
    return sentence("{firm} {number}", firm=COMPANY, number=firm + 1)


def numbered(name: str, firm: int) -> str:
    """Return the name of one of several players' firms that share a market, from index 0."""
    return f"{name} {firm + 1}"


def _said(text: str, usual: Sentence | None) -> Sentence:
    return usual if usual is not None and usual.text == text else verbatim(text)
