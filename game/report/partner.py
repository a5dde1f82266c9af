"""A partner who is no person, in words: what it plans and why, what it offers, what it answers.

How a front end plays with a partner (``game.session.partner_table`` has the commands)::

    partner = partner_seats(rules, session, [seat])[0]  # () where one person holds all
    view = player_view(rules, session, partner)  # the partner's own
    heard = player_view(rules, session, seat)  # the person's: it hears no figure that it cannot see

    # When the turn is planned, and after every command: a card beside the desk.
    card = partner_card(rules, view, heard)  # name, plan, reasons
    offer = offer_of(rules, session, partner, seat)  # a Propose or None: grey buttons
    text = offer_sentence(rules, offer)  # "Could you put … ? I would match it."
    session = settle(rules, session, offer, yes=True)  # "Yes" and "No" are buttons of it

    # When the person shows its plan ("What do you think?"), or rests with it for a moment:
    said = partner_says(rules, view, draft, heard)  # kind: agree, trade, warn; sentences
    said.offer                                                 # again for ``settle``

    # The person's own offer: two lists of line and amount, or the bar.
    answered = put_to_partner(rules, session, Propose(seat=seat, to=partner, gives=…, asks=…))
    partner_answer(rules, view, answered.verdict)  # words; verdict.counter for ``settle``

    # What binds the person now, beside the budget; ``check_submit`` refuses a plan that breaks it.
    promises(rules, player_view(rules, session, seat))  # () where nothing was agreed
    session = apply(rules, session, TakeBack(seat=seat))  # ask first: it is remembered

    # At the end of a turn, in place of bots:
    session = with_partners(rules, apply(rules, session, submit), [seat])

All of it is a function of the partner's view: draw it again after each command and forget it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.market import GROUPS, LEVERS
from game.report.names import lever_names, role_name
from game.report.partner_plain import PLAIN_WORDS, may_tell
from game.report.partner_words import ANSWERS, FINDING_WORDS, Said
from game.scenario.rules import Rules
from game.session import PlayerView, Seat
from game.session.commands import Propose, Terms
from game.session.drafts import Draft
from game.session.partner import mood, partner_draft, spared
from game.session.partner_eyes import FEELS_FOR_FIRM, FULLY_FOR_FIRM, felt, noticed
from game.session.partner_offers import DISTRUST, Verdict
from game.session.partner_reactions import Kind, partner_reaction
from game.session.partner_worries import Finding
from game.session.seats import role_of
from game.session.trades import Trade, keeps
from game.words import Sentence, sentence, verbatim

Tone: TypeAlias = Literal["friendly", "sober", "cold"]


_FEW: Final = 3
"""Lines that a partner names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerCard:
    """A partner at the start of a turn.

    Attributes:
        seat: the partner's.
        name: of its role.
        tone: for the face or colour of a card.
        plan: its part of the plan, two to four sentences.
        reasons: two or three, from its own figures.

    """

    seat: Seat
    name: Sentence
    tone: Tone
    plan: tuple[Sentence, ...]
    reasons: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerSays:
    """What a partner says to a plan that was shown to it.

    Attributes:
        kind: what it comes down to.
        sentences: what it says.
        offer: what it would rather do; may be None.
        breaks: whether the plan breaks what was promised for this turn.

    """

    kind: Kind
    sentences: tuple[Sentence, ...]
    offer: Propose | None
    breaks: bool = False


def partner_card(rules: Rules, view: PlayerView, heard: PlayerView) -> PartnerCard:
    """Return a partner's proposal for its own part of the plan.

    Args:
        rules: the scenario.
        view: of the partner's seat.
        heard: of the seat that listens; no figure is named that it does not see.

    """
    return PartnerCard(
        seat=view.seat,
        name=seat_name(rules, view.seat),
        tone=tone_of(rules, view),
        plan=_plan_sentences(rules, view, partner_draft(rules, view)),
        reasons=_reasons(rules, view, heard),
    )


def partner_says(rules: Rules, view: PlayerView, shown: Draft, heard: PlayerView) -> PartnerSays:
    """Return what a partner says to a plan.

    Args:
        rules: the scenario.
        view: of the partner's seat.
        shown: the plan of the person's seat.
        heard: of that seat; no figure is named that it does not see.

    """
    reaction = partner_reaction(rules, view, shown, heard.seat)
    return PartnerSays(
        kind=reaction.kind,
        sentences=tuple(finding_sentence(rules, each, heard) for each in reaction.findings),
        offer=reaction.offer,
        breaks=any(each.key == "breaks_word" for each in reaction.findings),
    )


def partner_answer(rules: Rules, view: PlayerView, verdict: Verdict) -> Sentence:
    """Return what a partner says to an offer; a counter-offer is said by ``offer_sentence``."""
    if verdict.yes:
        return ANSWERS["yes"]
    if verdict.counter is not None:
        return ANSWERS["counter"]
    return ANSWERS["distrust" if mood(rules, view).trust < DISTRUST else verdict.why]


def partner_farewell(what: Literal["accepted", "declined", "taken_back"]) -> Sentence:
    """Return what a partner says when its offer, or a promise to it, has met its end."""
    return ANSWERS[what]


def finding_sentence(rules: Rules, finding: Finding, heard: PlayerView) -> Sentence:
    """Return one thing that a partner noticed, in words; its figure only where both see it."""
    lever = lever_names(rules)[finding.lever] if finding.lever else verbatim("")
    found = FINDING_WORDS if may_tell(finding, heard) else PLAIN_WORDS
    words = found[finding.key](Said(finding.value, finding.before, lever))
    return sentence("{said} I said so last turn.", said=words) if finding.again else words


def feeling_sentence(rules: Rules, view: PlayerView, heard: PlayerView) -> Sentence:
    """Return what a partner feels about the others, with the promise that it remembers."""
    feeling = felt(rules, view)
    for trade in (*view.trades, *view.now.trades):
        if not trade.concerns(view.seat) or view.seat in trade.broken_by:
            continue
        other = trade.other(view.seat)
        theirs, mine = (_asked(rules, trade.terms_of(each)) for each in (other, view.seat))
        if feeling.key == "broken" and trade.broken_by and theirs:
            return sentence(
                "You promised to {theirs:list} and did not keep to it. I keep my money together "
                "now.",
                theirs=theirs,
            )
        if feeling.key == "kept" and trade.state == "kept" and theirs and mine:
            return sentence(
                "We both kept our word last turn: you {theirs:list}, and I {mine:list}. "
                "That is how I like to work.",
                theirs=theirs,
                mine=mine,
            )
    return finding_sentence(rules, feeling, heard)


def _reasons(rules: Rules, view: PlayerView, heard: PlayerView) -> tuple[Sentence, ...]:
    seen = (finding_sentence(rules, each, heard) for each in noticed(view))
    return (feeling_sentence(rules, view, heard), *seen)


def seat_name(rules: Rules, seat: Seat) -> Sentence:
    """Return the name of a seat's role, the author's own if there is one."""
    return role_name(seat.role, role_of(rules, seat).name)


def short_name(rules: Rules, seat: Seat) -> Sentence:
    """Return what somebody at the table is called, without the role behind the own name."""
    own = role_of(rules, seat).name
    name, _, role = own.removesuffix(")").rpartition(" (")
    return verbatim(name) if name and role and own.endswith(")") else seat_name(rules, seat)


# Offers ------------------------------------------------------------------------------------------


def offer_sentence(
    rules: Rules, offer: Propose, bar: float | None = None, planned: Draft | None = None
) -> Sentence:
    """Return an offer as the one who makes it says it to the other.

    Args:
        rules: the scenario.
        offer: what is offered.
        bar: the qualification bar as it is now, 0–1; None = it is not spoken of.
        planned: what the other means to do, where it is known: what it does already needs no more
            than to be promised.

    """
    asks, gives = _asked(rules, offer.asks, bar), _asked(rules, offer.gives, bar)
    if not gives:
        return sentence("Could you {asks:list}? I cannot add anything.", asks=asks)
    if not asks:
        return sentence("I offer to {gives:list}.", gives=gives)
    if planned is not None and offer.asks.bar is None and keeps(offer.asks, planned.spend, 0.0):
        return sentence(
            "You plan to {asks:list}. Promise it, and I {gives:list}.", asks=asks, gives=gives
        )
    if offer.asks == offer.gives:
        return sentence("Could you {asks:list}? I would match it.", asks=asks)
    there = _there(offer.asks, offer.gives)
    if there is not None:
        return sentence(
            "Could you {asks:list}? I would put {amount:money} there.", asks=asks, amount=there
        )
    return sentence("Could you {asks:list}? I would {gives:list}.", asks=asks, gives=gives)


def promises(rules: Rules, view: PlayerView) -> tuple[Sentence, ...]:
    """Return what a seat is bound to in this turn, one sentence a trade; () for nothing."""
    return tuple(
        promise_sentence(rules, each, view.seat)
        for each in view.trades
        if each.state == "agreed" and each.concerns(view.seat)
    )


def promise_sentence(rules: Rules, trade: Trade, seat: Seat) -> Sentence:
    """Return what a trade binds its two sides to, as one of them is told."""
    other = trade.other(seat)
    mine = _asked(rules, trade.terms_of(seat))
    theirs = _asked(rules, trade.terms_of(other))
    name = seat_name(rules, other)
    if not mine:
        return sentence("Agreed: {other} is to {theirs:list}.", other=name, theirs=theirs)
    if not theirs:
        return sentence("Agreed: you {mine:list}.", mine=mine)
    there = _there(trade.terms_of(seat), trade.terms_of(other))
    if there is not None:
        return sentence(
            "Agreed: you {mine:list}; {other} is to put {amount:money} there.",
            mine=mine,
            other=name,
            amount=there,
        )
    return sentence(
        "Agreed: you {mine:list}; {other} is to {theirs:list}.",
        mine=mine,
        other=name,
        theirs=theirs,
    )


def _there(one: Terms, other: Terms) -> float | None:
    """Return the money of other terms, where both are about one and the same line alone."""
    alone = (len(one.least), len(other.least)) == (1, 1)
    if not alone or other.most or other.bar is not None:
        return None
    ((lever, _),), ((same, amount),) = one.least, other.least
    last = not one.most and one.bar is None  # "there" is the line that was named just before
    return amount if lever == same and last else None


def _asked(rules: Rules, terms: Terms, bar: float | None = None) -> tuple[Sentence, ...]:
    names = lever_names(rules)
    said = [
        sentence("put {amount:money} into {lever}", amount=amount, lever=names[lever])
        for lever, amount in terms.least
    ]
    said += [
        sentence("spend at most {amount:money} on {lever}", amount=amount, lever=names[lever])
        for lever, amount in terms.most
    ]
    if terms.bar is not None:
        said.append(_bar_asked(terms.bar, bar))
    return tuple(said)


def _bar_asked(wanted: float, now: float | None) -> Sentence:
    """Say what becomes of the qualification bar, from where it is now where that is known."""
    if now is None:
        return sentence("set the bar to {bar:share}", bar=wanted)
    if round(100 * wanted) == round(100 * now):
        return sentence("leave the bar at {bar:share}", bar=wanted)
    if wanted < now:
        return sentence("lower the bar from {now:share} to {bar:share}", bar=wanted, now=now)
    return sentence("raise the bar from {now:share} to {bar:share}", bar=wanted, now=now)


# The plan ----------------------------------------------------------------------------------------


def _plan_sentences(rules: Rules, view: PlayerView, draft: Draft) -> tuple[Sentence, ...]:
    names = lever_names(rules)
    own = sorted(
        (-amount, place)
        for place, amount in enumerate(draft.spend)
        if amount > 0 and LEVERS[place] not in GROUPS["together"]
    )
    joint = [place for place, lever in enumerate(LEVERS) if lever in GROUPS["together"]]
    shared = sum(draft.spend[place] for place in joint)
    said = []
    if own:
        lines = tuple(
            sentence("{lever} ({amount:short})", lever=names[LEVERS[place]], amount=-amount)
            for amount, place in own[:_FEW]
        )
        if len(own) > _FEW:
            said.append(sentence("Most of my money goes to {lines:list}.", lines=lines))
        else:
            said.append(sentence("My money goes to {lines:list}.", lines=lines))
    if shared > 0:
        said.append(_joint_sentence(rules, draft, joint))
    else:
        said.append(sentence("Into working together I put nothing."))
    spare = spared(view, mood(rules, view).willing)
    if spare > 0:
        said.append(
            sentence(
                "{amount:money} I leave in the bank: my people have time to spare, "
                "and next turn most of it is yours.",
                amount=spare,
            )
        )
    if view.policies["qualification_bar"]:
        said.append(_bar_sentence(draft.bar, view.plan.bar, view.now.figures["sales_load"].value))
    return tuple(said)


def _joint_sentence(rules: Rules, draft: Draft, places: Sequence[int]) -> Sentence:
    """Say what goes into working together: line by line where they are few."""
    names = lever_names(rules)
    lines = tuple(
        sentence("{lever} ({amount:short})", lever=names[LEVERS[place]], amount=draft.spend[place])
        for place in sorted(places, key=lambda place: -draft.spend[place])
        if draft.spend[place] > 0
    )
    shared = sum(draft.spend[place] for place in places)
    if len(lines) > _FEW:
        return sentence("Into working together I put {amount:short}.", amount=shared)
    return sentence("Into working together I put {lines:list}.", lines=lines)


def _bar_sentence(bar: float, before: float, load: float | None) -> Sentence:
    if round(100 * bar) == round(100 * before):
        return sentence("The bar stays at {bar:share}.", bar=bar)
    if bar > before and load is not None and load > 1.1:
        return sentence(
            "I raise the bar from {before:share} to {bar:share}: more leads come than my people "
            "can call.",
            bar=bar,
            before=before,
        )
    if bar > before:
        return sentence(
            "I raise the bar from {before:share} to {bar:share}: leads that are easy to win look "
            "good in my figures.",
            bar=bar,
            before=before,
        )
    return sentence(
        "I lower the bar from {before:share} to {bar:share}: my people have time for more leads.",
        bar=bar,
        before=before,
    )


def tone_of(rules: Rules, view: PlayerView) -> Tone:
    """Return how a partner speaks to the others now: as it plays, whatever it is glad of."""
    feeling = mood(rules, view)
    if feeling.broken or feeling.willing < FEELS_FOR_FIRM:
        return "cold"
    return "friendly" if feeling.willing > FULLY_FOR_FIRM else "sober"
