"""The three policies beside the money: where they stand, who may change them, what is known."""

from dataclasses import dataclass
from typing import Final

from game.report.figures import Curtain, Shown
from game.report.lever_words import POLICY_WORDS
from game.report.names import deciders, lever_names
from game.scenario.rules import Rules
from game.scenario.usual_words import message_text, segment_name
from game.session import PlayerView
from game.session.estimates import Estimate
from game.words import Sentence, sentence, verbatim

NARROW: Final = 0.36
"""An estimate no wider than this says something; with nothing spent on research it is .70 wide."""

_NEUTRAL: Final = 0.5
"""So much a segment cares for a message that neither convinces it nor puts it off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What all three have in common. ``reason`` says why it cannot be changed, or is None."""

    key: str
    name: Sentence
    description: Sentence
    icon: str
    editable: bool
    reason: Sentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusRow:
    """The share of effort for one segment, and what it answered with."""

    key: str
    name: Sentence
    description: Sentence
    share: float  # of effort
    leads: Shown
    wins: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    """A message one may lead with, and what research says about it."""

    place: int
    key: str
    text: Sentence
    chosen: bool
    fit: Sentence
    cares: tuple[Estimate, ...]  # one a segment: how much it cares, 0–1


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """The policies of a firm as a seat may change them."""

    bar: Policy
    bar_value: float  # 0–1
    focus: Policy
    focus_rows: tuple[FocusRow, ...]
    positioning: Policy
    messages: tuple[MessageRow, ...]


def policies_report(rules: Rules, view: PlayerView) -> Policies:
    """Return where the policies stand after the last turn."""
    return Policies(
        bar=_policy(rules, view, "qualification_bar", rules.policies.bar_free),
        bar_value=view.plan.bar,
        focus=_policy(rules, view, "segment_focus", rules.policies.focus_free),
        focus_rows=_focus_rows(rules, view),
        positioning=_policy(rules, view, "positioning", rules.policies.positioning_free),
        messages=_messages(rules, view),
    )


def _policy(rules: Rules, view: PlayerView, key: str, free: bool) -> Policy:
    editable = view.policies[key]
    return Policy(
        key=key,
        name=POLICY_WORDS[key].name,
        description=POLICY_WORDS[key].description,
        icon=POLICY_WORDS[key].icon,
        editable=editable,
        reason=None if editable else _locked(rules, view, key, free),
    )


def _locked(rules: Rules, view: PlayerView, key: str, free: bool) -> Sentence:
    if not free:
        return sentence("Fixed in this scenario")
    owners = deciders(rules, view.seated, lambda role: key in role.policies)[-1:]
    if owners and _has_choice(rules, key):
        return sentence("Decided by: {roles:list}", roles=owners)
    return sentence("There is nothing to choose from here")


def _has_choice(rules: Rules, key: str) -> bool:
    many = {"segment_focus": len(rules.segments), "positioning": len(rules.messages)}
    return many.get(key, 2) > 1


def _focus_rows(rules: Rules, view: PlayerView) -> tuple[FocusRow, ...]:
    curtain = Curtain(rules, view)
    return tuple(
        FocusRow(
            key=segment.key,
            name=segment_name(rules, place),
            description=verbatim(segment.description),
            share=view.plan.focus[place],
            leads=curtain.segment(view.now, "leads", place, "people"),
            wins=curtain.segment(view.now, "wins", place, "people"),
        )
        for place, segment in enumerate(rules.segments)
    )


def _messages(rules: Rules, view: PlayerView) -> tuple[MessageRow, ...]:
    return tuple(
        MessageRow(
            place=place,
            key=message.key,
            text=message_text(rules, place),
            chosen=place == view.plan.positioning,
            fit=message_fit(rules, view, place),
            cares=tuple(row[place] for row in view.cares),
        )
        for place, message in enumerate(rules.messages)
    )


def message_fit(rules: Rules, view: PlayerView, message: int) -> Sentence:
    """Say whom a message convinces as far as is known: "Fits Law firms (research)".

    It reads the same estimates as the table of what segments care for.
    """
    # Of all messages: where one end of the scale is near, an estimate is narrow without research.
    widest = max(each.high - each.low for row in view.cares for each in row)
    if widest > NARROW or not can_research(view):
        return _roughly_known(rules, view, message)
    fits = tuple(
        segment_name(rules, place)
        for place, row in enumerate(view.cares)
        if row[message].middle >= max(other.middle for other in row)
    )
    if not fits:
        return sentence("Nobody's first wish (research)")
    return sentence("Fits {segments:list} (research)", segments=fits)


def _roughly_known(rules: Rules, view: PlayerView, message: int) -> Sentence:
    """Say what is certain of a message although its estimates are wide."""
    fits, misses = [], []
    for place, row in enumerate(view.cares):
        beaten = row[message].high < max(other.low for other in row)
        if row[message].low >= _NEUTRAL and not beaten:
            fits.append(segment_name(rules, place))
        elif row[message].high <= _NEUTRAL or beaten:
            misses.append(segment_name(rules, place))
    if fits:
        return sentence("Fits {segments:list}", segments=tuple(fits))
    if misses:
        return sentence("Does not fit {segments:list}", segments=tuple(misses))
    if not can_research(view):
        return sentence("Nobody knows for sure whom it convinces")
    research = lever_names(rules)["market_research"]
    return sentence("{lever} would show whom it convinces", lever=research)


def can_research(view: PlayerView) -> bool:
    """Say whether there is market research in this scenario, now or later."""
    return any(lever.available for lever in view.levers if lever.key == "market_research")
