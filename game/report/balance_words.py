"""What a balance report says in sentences: what collaboration, luck, money and policies do here."""

from collections.abc import Iterator
from typing import Final

from game.analysis.balance import Balance, Verdict
from game.analysis.balance_figures import EffectSeen, Measured
from game.report.names import lever_names, measure_name, strategy_name
from game.scenario.rules import Rules
from game.scenario.usual_words import message_text, segment_name
from game.words import Sentence, counted, sentence, verbatim

VERDICTS: Final[dict[Verdict, Sentence]] = {
    "teaches": sentence("It teaches."),
    "teaches_with_remarks": sentence("It teaches, with remarks."),
    "does_not_teach": sentence("It does not teach what it expects."),
}

NO_CLAIM: Final = sentence("Nothing is claimed under 'expects', so nothing is proved.")

CLAIMS_ALONE: Final = sentence("What it expects holds, and yet it does not teach.")

NOTHING: Final = sentence("No money at all")

_ALONE: Final = {
    "marketing": sentence("Par's money, marketing alone"),
    "sales": sentence("Par's money, sales alone"),
    "together": sentence("Par's money, together alone"),
}


def way_name(rules: Rules, key: str, kind: str) -> Sentence:
    """Return what a way to play is called."""
    if kind == "lever":
        return sentence("Only {lever}", lever=lever_names(rules)[key])
    if kind == "group":
        return _ALONE[key]
    return NOTHING if kind == "nothing" else strategy_name(key)


def verdict(balance: Balance) -> Sentence:
    """Return the verdict in a sentence; where nothing is claimed, nothing can be proved."""
    if not balance.claims:
        return NO_CLAIM
    if balance.verdict == "does_not_teach" and all(each.holds for each in balance.claims):
        return CLAIMS_ALONE
    return VERDICTS[balance.verdict]


def verdict_sentence(rules: Rules, balance: Balance) -> Sentence:
    """Return the verdict with the figures it rests on."""
    now = balance.measured
    held = sum(each.holds for each in balance.claims)
    errors = sum(each.severity == "error" for each in balance.findings)
    findings = sentence(
        "{errors}, {remarks}.",
        errors=counted("{count} error", "{count} errors", errors),
        remarks=counted("{count} remark", "{count} remarks", len(balance.findings) - errors),
    )
    if not balance.claims:
        return sentence(
            "{title}: {nothing} What was found without a claim: {findings}",
            title=rules.title,
            nothing=NO_CLAIM,
            findings=findings,
        )
    return sentence(
        "{title}: {verdict} {claims} {findings}",
        title=rules.title,
        verdict=verdict(balance),
        claims=counted(
            "{held} of {count} claim is proved in {worlds:number} worlds.",
            "{held} of {count} claims are proved in {worlds:number} worlds.",
            len(balance.claims),
            held=held,
            worlds=now.worlds,
        ),
        findings=findings,
    )


def par_line(now: Measured, told: float) -> Sentence:
    """Return what par means here, beside what the search for it has told.

    Args:
        now: the figures.
        told: points of par in the games by which the search is judged, which ``par`` names.

    """
    return sentence(
        "Par reaches {here:decimal} points in these {worlds:number} worlds, in which everything "
        "here was played; by that every share is taken. 'par' and 'simulate' take {told:decimal} "
        "points: the same plan in games of other luck.",
        here=now.par,
        worlds=now.worlds,
        told=told,
    )


def facts(rules: Rules, now: Measured) -> tuple[Sentence, ...]:
    """Return what was found beside the tables."""
    return tuple(
        fact
        for tell in (_together, _luck, _money, _bar, _focus, _message)
        for fact in tell(rules, now)
    )


def _together(_: Rules, now: Measured) -> Iterator[Sentence]:
    worth = now.collaboration
    if worth is None:
        return
    yield sentence(
        "Working together gets {share:share} of the money in the best plan and earns "
        "{moved:share} of par ({unspent:share} if its money is left unspent); its best share is "
        "{best:share}.",
        share=worth.share,
        moved=worth.earns_moved,
        unspent=worth.earns_unspent,
        best=worth.best,
    )


def _luck(_: Rules, now: Measured) -> Iterator[Sentence]:
    luck = now.luck
    yield sentence(
        "In eight of ten worlds the best plan stays within {par:share} of par and an even split "
        "within {steady:share}; the strategies lie {spread:share} apart, and care adds "
        "{care:share} to an even split.",
        par=luck.par,
        steady=luck.steady,
        spread=luck.strategies,
        care=luck.over_steady,
    )


def _money(_: Rules, now: Measured) -> Iterator[Sentence]:
    money = now.money
    yield sentence(
        "The best plan leaves {left:share} of its money. With a tenth more it reaches "
        "{more:share} of par, with a tenth less {less:share}.",
        left=money.unspent,
        more=money.tenth_more,
        less=money.tenth_less,
    )


def _bar(_: Rules, now: Measured) -> Iterator[Sentence]:
    policies = now.policies
    if policies.bars:
        yield sentence(
            "Its qualification bar is {bar:share} on average. Held in every turn, {best:share} "
            "does best; 0 % reaches {low:share} of par and 100 % {high:share}.",
            bar=policies.bar,
            best=policies.best_bar,
            low=policies.bars[0].of_par,
            high=policies.bars[-1].of_par,
        )


def _focus(rules: Rules, now: Measured) -> Iterator[Sentence]:
    focus = now.policies.focus
    if len(focus) < 2 or not rules.policies.focus_free:
        return
    parts = [each.of_par for each in focus]
    most, least = parts.index(max(parts)), parts.index(min(parts))
    yield sentence(
        "It gives most effort to {most} ({high:share}) and least to {least} ({low:share}); even "
        "effort reaches {even:share} of par.",
        most=segment_name(rules, most),
        high=parts[most],
        least=segment_name(rules, least),
        low=parts[least],
        even=now.policies.even_focus,
    )


def _message(rules: Rules, now: Measured) -> Iterator[Sentence]:
    parts = {each.key: each.of_par for each in now.policies.messages}
    if len(parts) < 2:
        return
    yield sentence(
        "What it leads with, as part of par: {messages:list}.",
        messages=tuple(
            sentence(
                "{message} {part:share}",
                message=message_text(rules, place),
                part=parts[each.key],
            )
            for place, each in enumerate(rules.messages)
        ),
    )


def effect_sentence(seen: EffectSeen) -> Sentence:
    """Return where an effect is first seen, and how many turns after the money."""
    if seen.turn is None:
        return sentence("nothing before the end")
    if seen.turn == seen.paid:
        return sentence("{measure}, at once", measure=measure_name(seen.measure))
    return counted(
        "{measure}, {count} turn later",
        "{measure}, {count} turns later",
        seen.turn - seen.paid,
        measure=measure_name(seen.measure),
    )


def event_title(rules: Rules, key: str) -> Sentence:
    """Return the headline of an event."""
    return verbatim(next(each.title for each in rules.events if each.key == key))
