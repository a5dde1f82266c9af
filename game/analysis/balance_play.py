"""What speaks against the game as a whole: it is won by one thing, by luck, or not at all."""

from collections.abc import Iterator
from typing import Final

from game.analysis.balance_figures import Measured
from game.analysis.balance_finding import APART, Finding, Look
from game.analysis.balance_plans import NOTHING, STEADY
from game.market import GROUPS
from game.scenario.rules import Rules
from game.words import counted, sentence

ONE_LEVER: Final = 0.35
ONE_GROUP: Final = 0.60
EVEN: Final = (0.60, 0.85)
NOTHING_WON: Final = 0.01
FOR_NOTHING: Final = 0.50
UNSPENT: Final = 0.10
LITTLE_GAIN: Final = 0.005
"""Limits; parts of par, or of the money spent."""


def _par_beaten(_: Rules, now: Measured) -> Iterator[Finding]:
    best = max(_others_of_par(now))
    if best > 1 + APART:
        yield Finding(
            code="par_beaten",
            severity="error",
            sentence=sentence(
                "Another plan reaches {part:share} of par: the best one was not found.",
                part=best,
            ),
            step=sentence("search par once more, with more effort"),
            way=(),
        )


def _others_of_par(now: Measured) -> Iterator[float]:
    """Yield what other plans reach: all ways to play, and changes of par."""
    yield from (each.of_par for each in now.standings)
    yield from (each.of_par for each in (*now.policies.bars, *now.policies.messages))
    yield from (1 - each.costs_moved for each in now.levers)
    yield now.policies.even_focus
    if now.collaboration is not None:
        yield from (each.of_par for each in now.collaboration.scan)


def _nobody(_: Rules, now: Measured) -> Iterator[Finding]:
    if now.bookings < NOTHING_WON * now.spent:
        yield Finding(
            code="nobody_buys",
            severity="error",
            sentence=sentence(
                "The best plan spends {spent:short} and wins {bookings:short}: "
                "there is nobody to sell to.",
                spent=now.spent,
                bookings=now.bookings,
            ),
            step=sentence("give segments more accounts, a higher price, or more of them in market"),
            way=("segments",),
        )


def _one_lever(_: Rules, now: Measured) -> Iterator[Finding]:
    # What doing nothing reaches as well is not the lever's.
    nothing = now.standing(NOTHING).of_par
    most = max(ONE_LEVER, nothing + APART)
    strong = [each for each in now.standings if each.kind == "lever" and each.of_par >= most]
    if strong:
        yield Finding(
            code="one_lever_enough",
            severity="error",
            sentence=counted(
                "All money on {lever:term} reaches {part:share} of par, no money at all "
                "{nothing:share}; a lever alone that stays below {most:share} leaves something to "
                "decide.",
                "All money on {lever:term} reaches {part:share} of par, no money at all "
                "{nothing:share}. {count} levers alone reach {most:share} or more; less leaves "
                "something to decide.",
                len(strong),
                lever=strong[0].key,
                part=strong[0].of_par,
                nothing=nothing,
                most=most,
            ),
            step=sentence("give this lever a limit, or let the scorecard count more than it moves"),
            way=("levers", strong[0].key),
        )


def _one_group(_: Rules, now: Measured) -> Iterator[Finding]:
    for group in GROUPS:
        ways = [each for each in now.standings if each.key in (group, f"{group}_only")]
        if ways and ways[0].of_par >= ONE_GROUP:
            yield Finding(
                code="one_group_enough",
                severity="error",
                sentence=sentence(
                    "The levers of '{group}' alone reach {part:share} of par: "
                    "nobody needs the others.",
                    group=group,
                    part=ways[0].of_par,
                ),
                step=sentence(
                    "weigh the scorecard so that it counts what the others do, or lower what the "
                    "company starts with"
                ),
                way=("scorecard",),
            )


def _nothing_not_last(_: Rules, now: Measured) -> Iterator[Finding]:
    nothing, last = (
        now.standing(NOTHING),
        [each for each in now.standings if each.kind == "bot"][-1],
    )
    if last.of_par < nothing.of_par + APART:
        yield Finding(
            code="nothing_not_last",
            severity="error",
            sentence=sentence(
                "Doing nothing reaches {nothing:share} of par and '{key}' {part:share}: "
                "spending should pay.",
                nothing=nothing.of_par,
                key=last.key,
                part=last.of_par,
            ),
            step=sentence("let the scorecard count what has to be worked for"),
            way=("scorecard",),
        )
    if nothing.of_par >= FOR_NOTHING:
        yield Finding(
            code="much_for_nothing",
            severity="remark",
            sentence=sentence(
                "Doing nothing reaches {part:share} of par: most of the score is there from the "
                "start.",
                part=nothing.of_par,
            ),
            step=sentence("let the scorecard count what has to be worked for"),
            way=("scorecard",),
        )


def _even_split(_: Rules, now: Measured) -> Iterator[Finding]:
    part, (low, high) = now.standing(STEADY).of_par, EVEN
    if part < low:
        yield Finding(
            code="even_split_hopeless",
            severity="remark",
            sentence=sentence(
                "An even split reaches {part:share} of par; below {low:share} beginners lose "
                "heart.",
                part=part,
                low=low,
            ),
            step=sentence("raise the budget, or switch off levers that do little here"),
            way=("budget", "per_turn"),
        )
    elif part > high:
        yield Finding(
            code="even_split_enough",
            severity="remark",
            sentence=sentence(
                "An even split reaches {part:share} of par; above {high:share} there is little to "
                "gain by thinking.",
                part=part,
                high=high,
            ),
            step=sentence("lower the budget, or let levers differ more in what they do"),
            way=("budget", "per_turn"),
        )


def _luck(_: Rules, now: Measured) -> Iterator[Finding]:
    luck = now.luck
    if luck.par > luck.strategies:
        yield Finding(
            code="luck_over_skill",
            severity="error",
            sentence=sentence(
                "Luck moves the best plan by {luck:share} of par, and all strategies lie within "
                "{skill:share}: who wins is drawn by lot.",
                luck=luck.par,
                skill=luck.strategies,
            ),
            step=sentence("choose a calmer demand, or weaker events"),
            way=("world", "demand_noise"),
        )
    elif luck.par > luck.over_steady:
        yield Finding(
            code="luck_over_care",
            severity="remark",
            sentence=sentence(
                "Luck moves the best plan by {luck:share} of par, and care adds {skill:share} to "
                "an even split: a good team may lose to a lucky one.",
                luck=luck.par,
                skill=luck.over_steady,
            ),
            step=sentence("choose a calmer demand, or weaker events"),
            way=("world", "demand_noise"),
        )


def _collaboration(_: Rules, now: Measured) -> Iterator[Finding]:
    worth = now.collaboration
    if worth is None:
        return
    if worth.earns_moved < APART:
        yield Finding(
            code="collaboration_earns_nothing",
            severity="error",
            sentence=sentence(
                "Without the five levers of working together the best plan still reaches "
                "{rest:share} of par.",
                rest=1 - worth.earns_moved,
            ),
            step=sentence(
                "lower the start levels under 'collaboration', or switch off the whole group"
            ),
            way=("collaboration",),
        )
    elif not worth.interior:
        yield Finding(
            code="collaboration_at_edge",
            severity="remark",
            sentence=sentence(
                "The best plan would give {best:share} of its money to working together: there is "
                "nothing to weigh.",
                best=worth.best,
            ),
            step=sentence("change the start levels under 'collaboration'"),
            way=("collaboration",),
        )


def _money(_: Rules, now: Measured) -> Iterator[Finding]:
    money = now.money
    if money.unspent > UNSPENT or money.tenth_more < 1 + LITTLE_GAIN:
        yield Finding(
            code="budget_loose",
            severity="remark",
            sentence=sentence(
                "The best plan leaves {left:share} of its money, and a tenth more of it would "
                "bring {gain:share}: the budget asks for no choice.",
                left=money.unspent,
                gain=money.tenth_more - 1,
            ),
            step=sentence("lower the budget"),
            way=("budget", "per_turn"),
        )


OF_THE_GAME: Final[tuple[Look, ...]] = (
    _par_beaten,
    _nobody,
    _one_lever,
    _one_group,
    _nothing_not_last,
    _luck,
    _collaboration,
    _even_split,
    _money,
)
