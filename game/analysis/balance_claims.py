"""What an author expects of a scenario, and whether the figures bear it out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.analysis.balance_figures import Measured
from game.analysis.balance_finding import APART, Finding, Way
from game.scenario.rules import Expects
from game.words import Sentence, sentence

MOST_MISSED: Final = 5
"""Among so many levers whose removal costs most a claim of ``most_missed`` must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that was expected."""

    name: str  # of the entry under "expects"
    holds: bool
    expected: Sentence  # what is claimed
    found: Sentence  # what is so, with figures
    step: Sentence  # what to do if it does not hold
    way: Way

    @property
    def sentence(self) -> Sentence:
        """What is claimed and what was found."""
        if self.holds:
            return sentence("{expected} Found: {found}", expected=self.expected, found=self.found)
        return sentence(
            "You claim: {expected} Found: {found}", expected=self.expected, found=self.found
        )


def claims(expects: Expects, measured: Measured) -> tuple[Claim, ...]:
    """Return every claim of an author, proved or refuted, in the order of the file's entries."""
    return tuple(claim for prove in _PROOFS for claim in prove(expects, measured))


def refuted(found: tuple[Claim, ...]) -> tuple[Finding, ...]:
    """Return the claims that do not hold as findings."""
    return tuple(
        Finding(
            code=f"refuted_{each.name}",
            severity="error",
            sentence=each.sentence,
            step=each.step,
            way=each.way,
        )
        for each in found
        if not each.holds
    )


def _ranking(expects: Expects, now: Measured) -> Iterator[Claim]:
    for place, (better, worse) in enumerate(
        zip(expects.ranking, expects.ranking[1:], strict=False), start=1
    ):
        first, second = now.standing(better).of_par, now.standing(worse).of_par
        yield Claim(
            name="ranking",
            holds=first >= second + APART,
            expected=sentence("'{better}' does better than '{worse}'.", better=better, worse=worse),
            found=sentence(
                "'{better}' reaches {first:share} of par, '{worse}' {second:share}.",
                better=better,
                first=first,
                worse=worse,
                second=second,
            ),
            step=sentence(
                "put them in the order that was found, or leave one of them out; "
                "less than 1 % apart is no order"
            ),
            way=("expects", "ranking", place),
        )


def _largest_share(expects: Expects, now: Measured) -> Iterator[Claim]:
    most = expects.largest_lever_share
    if most is None:
        return
    largest = max(now.levers, key=lambda each: each.share)
    yield Claim(
        name="largest_lever_share",
        holds=largest.share <= most,
        expected=sentence(
            "No lever gets more than {most:share} of the money in the best plan.", most=most
        ),
        found=sentence(
            "{lever:term} gets most, {share:share}.", lever=largest.lever, share=largest.share
        ),
        step=sentence("expect more, or give this lever a limit"),
        way=("expects", "largest_lever_share"),
    )


def _collaboration(expects: Expects, now: Measured) -> Iterator[Claim]:
    least, worth = expects.collaboration_earns, now.collaboration
    if least is None:
        return
    earns = 0.0 if worth is None else worth.earns_moved
    yield Claim(
        name="collaboration_earns",
        holds=earns >= least,
        expected=sentence("Working together earns {least:share} of par or more.", least=least),
        found=sentence("It earns {earns:share}.", earns=earns),
        step=sentence("expect less, or lower the start levels under 'collaboration'"),
        way=("expects", "collaboration_earns"),
    )


def _most_missed(expects: Expects, now: Measured) -> Iterator[Claim]:
    order = sorted(now.levers, key=lambda each: -each.costs_moved)
    first = order[:MOST_MISSED]
    costs = {each.lever: each.costs_moved for each in order}
    for place, lever in enumerate(expects.most_missed):
        yield Claim(
            name="most_missed",
            holds=lever in {each.lever for each in first},
            expected=sentence(
                "{lever:term} is among the five levers that the best plan misses most.", lever=lever
            ),
            found=sentence(
                "Without it the plan loses {cost:share} of par; the five are {first:list}.",
                cost=costs.get(lever, 0.0),
                first=tuple(
                    sentence("{lever:term} ({cost:share})", lever=each.lever, cost=each.costs_moved)
                    for each in first
                ),
            ),
            step=sentence("name one of these, or make the scenario need the lever more"),
            way=("expects", "most_missed", place),
        )


def _spent_early(expects: Expects, now: Measured) -> Iterator[Claim]:
    early = {each.lever: each.first_half for each in now.levers}
    for place, lever in enumerate(expects.spent_early):
        part = early.get(lever, 0.0)
        yield Claim(
            name="spent_early",
            holds=part > 0.5,
            expected=sentence(
                "{lever:term} gets more in the first half of the best plan than in the second.",
                lever=lever,
            ),
            found=sentence("{part:share} of its money is spent in the first half.", part=part),
            step=sentence("leave this lever out, or play more turns"),
            way=("expects", "spent_early", place),
        )


def _best_bar(expects: Expects, now: Measured) -> Iterator[Claim]:
    low, high = expects.best_bar_at_least, expects.best_bar_at_most
    bar = now.policies.bar
    found = sentence("It is {bar:share}.", bar=bar)
    step = sentence("expect what was found, or change how many leads sales can treat")
    if low is not None:
        yield Claim(
            name="best_bar",
            holds=bar >= low,
            expected=sentence(
                "The best plan's qualification bar is {low:share} at least, on average.", low=low
            ),
            found=found,
            step=step,
            way=("expects", "best_bar", "at_least"),
        )
    if high is not None:
        yield Claim(
            name="best_bar",
            holds=bar <= high,
            expected=sentence(
                "The best plan's qualification bar is {high:share} at most, on average.", high=high
            ),
            found=found,
            step=step,
            way=("expects", "best_bar", "at_most"),
        )


def _best_message(expects: Expects, now: Measured) -> Iterator[Claim]:
    wanted, policies = expects.best_message, now.policies
    if not wanted:
        return
    parts = {each.key: each.of_par for each in policies.messages} or {policies.message: 1.0}
    yield Claim(
        name="best_message",
        holds=wanted == _best_of(parts),
        expected=sentence("No message brings the best plan more than '{wanted}'.", wanted=wanted),
        found=sentence(
            "It reaches {options:list}.",
            options=tuple(
                sentence("{part:share} of par with '{key}'", part=part, key=key)
                for key, part in _best_and(wanted, parts)
            ),
        ),
        step=sentence("expect the message that was found, or change what segments care about"),
        way=("expects", "best_message"),
    )


def _best_focus(expects: Expects, now: Measured) -> Iterator[Claim]:
    wanted = expects.best_focus
    if not wanted:
        return
    parts = {each.key: each.of_par for each in now.policies.focus}
    yield Claim(
        name="best_focus",
        holds=wanted == _best_of(parts),
        expected=sentence("The best plan gives most effort to '{wanted}'.", wanted=wanted),
        found=sentence(
            "It gives {options:list}.",
            options=tuple(
                sentence("{part:share} to '{key}'", part=part, key=key)
                for key, part in _best_and(wanted, parts)
            ),
        ),
        step=sentence("expect the segment that was found, or make this one worth more"),
        way=("expects", "best_focus"),
    )


def _best_of(parts: Mapping[str, float]) -> str:
    return max(parts, key=lambda key: parts[key])


def _best_and(wanted: str, parts: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the best option and the wanted one; where they are the same, the next best one."""
    order = sorted(parts, key=lambda key: -parts[key])
    other = wanted if wanted != order[0] else next(iter(order[1:]), "")
    return [(key, parts.get(key, 0.0)) for key in (order[0], other) if key]


_PROOFS: Final[tuple[Callable[[Expects, Measured], Iterator[Claim]], ...]] = (
    _ranking,
    _largest_share,
    _collaboration,
    _most_missed,
    _spent_early,
    _best_bar,
    _best_message,
    _best_focus,
)
