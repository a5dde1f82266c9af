"""How people and shares of people are worked out: the funnel, the handoff, customers."""

from collections.abc import Callable
from typing import Final

from game.report.measure_words import FLOW_NAMES, MEASURE_WORDS
from game.report.workings import (
    Input,
    Sheet,
    Working,
    added,
    less,
    moved,
    over,
    quotient,
    total,
)
from game.words import Sentence, sentence


def measured(sheet: Sheet, *keys: str) -> tuple[Input, ...]:
    """Return measures of the last turn as inputs."""
    return tuple(Input(name=MEASURE_WORDS[key].name, shown=sheet.measure(key)) for key in keys)


def flowed(sheet: Sheet, *keys: str) -> tuple[Input, ...]:
    """Return flows of the last turn as inputs."""
    return tuple(Input(name=_capital(key), shown=sheet.flow(key)) for key in keys)


def _capital(key: str) -> Sentence:
    return _FLOWS.get(key) or FLOW_NAMES[key]


_FLOWS: Final = {
    "inbound": sentence("Leads that came by themselves"),
    "outbound": sentence("People called on by sales"),
    "nurtured": sentence("Came back ready"),
    "leaked": sentence("Nobody called"),
    "unworked": sentence("Sales had no time"),
    "rejected": sentence("Turned down by sales"),
    "too_late": sentence("Answered too late"),
    "referrals": sentence("Sent by customers"),
    "lost_to_rivals": sentence("Chose a rival"),
    "lost_to_no_decision": sentence("Decided nothing"),
    "wins": sentence("Deals won"),
    "churned": sentence("Left"),
    "mqls": sentence("Qualified by marketing"),
}


def _leads(sheet: Sheet) -> Working:
    inputs = flowed(sheet, "inbound", "outbound")
    result = sheet.measure("leads")
    return Working(
        formula=sentence("leads that came by themselves + people called on by sales"),
        inputs=inputs,
        line=total(sheet, tuple(each.shown for each in inputs), result),
        result=result,
    )


def _mqls(sheet: Sheet) -> Working:
    result, back = sheet.measure("mqls"), sheet.flow("nurtured")
    fresh = less("people", result, back)
    return Working(
        formula=sentence("leads that marketing found good enough + those who came back ready"),
        inputs=(
            Input(name=sentence("Found good enough"), shown=fresh),
            *flowed(sheet, "nurtured"),
        ),
        line=total(sheet, (fresh, back), result),
        result=result,
    )


def _sqls(sheet: Sheet) -> Working:
    result = sheet.measure("sqls")
    called, sent = sheet.flow("outbound"), sheet.flow("referrals")
    handed = less("people", result, called, sent)
    return Working(
        formula=sentence(
            "qualified leads that arrived + people called on by sales + people sent by customers"
        ),
        inputs=(
            Input(name=sentence("Arrived over the handoff"), shown=handed),
            *flowed(sheet, "outbound", "referrals"),
        ),
        line=total(sheet, (handed, called, sent), result),
        result=result,
    )


def _at_bridge(sheet: Sheet) -> tuple[Input, Input, Input]:
    """Return the qualified leads of the turn, those who waited from before, and all of them."""
    new, waited = sheet.flow("mqls"), sheet.flow_before("waiting")
    return (
        Input(name=MEASURE_WORDS["mqls"].name, shown=new),
        Input(name=sentence("Waited from before"), shown=waited),
        Input(name=sentence("At the handoff"), shown=added("people", new, waited)),
    )


def _leakage(sheet: Sheet) -> Working:
    reasons = flowed(sheet, "leaked", "unworked", "rejected", "too_late")
    lost = added("people", *(reason.shown for reason in reasons))
    *parts, bridge = _at_bridge(sheet)
    result = sheet.measure("leakage")
    return Working(
        formula=sentence("qualified leads lost ÷ qualified leads at the handoff"),
        inputs=(*reasons, Input(name=sentence("Lost"), shown=lost), *parts, bridge),
        line=quotient(sheet, lost, bridge.shown, result),
        result=result,
    )


def _handoff(sheet: Sheet) -> Working:
    handed = less("people", sheet.measure("sqls"), sheet.flow("outbound"), sheet.flow("referrals"))
    *parts, bridge = _at_bridge(sheet)
    result = sheet.measure("handoff")
    return Working(
        formula=sentence("qualified leads that arrived ÷ qualified leads at the handoff"),
        inputs=(
            Input(name=sentence("Arrived over the handoff"), shown=handed),
            *parts,
            bridge,
        ),
        line=quotient(sheet, handed, bridge.shown, result),
        result=result,
        note=sentence("Handoff rate: what is neither lost nor still waiting."),
    )


def _acceptance(sheet: Sheet) -> Working:
    late, refused = sheet.flow("too_late"), sheet.flow("rejected")
    arrived = less("people", sheet.measure("sqls"), sheet.flow("outbound"), sheet.flow("referrals"))
    taken = added("people", arrived, late)
    seen = added("people", taken, refused)
    result = sheet.measure("acceptance")
    return Working(
        formula=sentence("leads that sales wants ÷ leads that sales looked at"),
        inputs=(
            Input(name=sentence("Arrived over the handoff"), shown=arrived),
            *flowed(sheet, "too_late"),
            Input(name=sentence("Wanted by sales"), shown=taken),
            *flowed(sheet, "rejected"),
            Input(name=sentence("Looked at"), shown=seen),
        ),
        line=quotient(sheet, taken, seen, result) if sheet.rules.params.steps == 1 else None,
        result=result,
        note=averaged(sheet),
    )


def _load(key: str, formula: Sentence, note: Sentence) -> Callable[[Sheet], Working]:
    def working(sheet: Sheet) -> Working:
        return Working(
            formula=formula,
            inputs=(),
            line=None,
            result=sheet.measure(key),
            note=note,
        )

    return working


def _win_rate(sheet: Sheet) -> Working:
    parts = flowed(sheet, "wins", "lost_to_rivals", "lost_to_no_decision")
    decided = added("people", *(part.shown for part in parts))
    result = sheet.measure("win_rate")
    return Working(
        formula=sentence("deals won ÷ deals decided"),
        inputs=(*parts, Input(name=sentence("Decided"), shown=decided)),
        line=quotient(sheet, parts[0].shown, decided, result),
        result=result,
    )


def _customers(sheet: Sheet) -> Working:
    before, won, left = (
        sheet.measure_before("customers"),
        sheet.measure("wins"),
        sheet.measure("churned"),
    )
    result = sheet.measure("customers")
    return Working(
        formula=sentence("customers before + deals won − customers who left"),
        inputs=(
            Input(name=sentence("Customers before"), shown=before),
            *measured(sheet, "wins", "churned"),
        ),
        line=total(sheet, (before, won), result, (left,)),
        result=result,
    )


def _churn(sheet: Sheet) -> Working:
    left, before = sheet.measure("churned"), sheet.measure_before("customers")
    result = sheet.measure("churn")
    return Working(
        formula=sentence("customers who left ÷ customers before"),
        inputs=(
            *measured(sheet, "churned"),
            Input(name=sentence("Customers before"), shown=before),
        ),
        line=quotient(sheet, left, before, result),
        result=result,
    )


def _market_share(sheet: Sheet) -> Working:
    mine, result = sheet.measure("customers"), sheet.measure("market_share")
    everybody = over("people", mine, result)
    return Working(
        formula=sentence("your customers ÷ customers of all firms together"),
        inputs=(
            *measured(sheet, "customers"),
            Input(name=sentence("Customers of all firms"), shown=everybody),
        ),
        line=quotient(sheet, mine, everybody, result),
        result=result,
    )


def _moved(key: str, formula: Sentence) -> Callable[[Sheet], Working]:
    """Return the working of a share that is carried on from turn to turn."""

    def working(sheet: Sheet) -> Working:
        before, result = sheet.measure_before(key), sheet.measure(key)
        return Working(
            formula=formula,
            inputs=(
                Input(name=sentence("The turn before"), shown=before),
                Input(name=sentence("Now"), shown=result),
            ),
            line=moved(sheet, before, result),
            result=result,
        )

    return working


def averaged(sheet: Sheet) -> Sentence | None:
    """Say that a rate is the average of the steps of a turn, where a turn has several."""
    steps = sheet.rules.params.steps
    if steps == 1:
        return None
    return sentence(
        "It is the average of the {steps:number} parts of a turn; these figures give it roughly.",
        steps=steps,
    )


PEOPLE: Final[dict[str, Callable[[Sheet], Working]]] = {
    "leads": _leads,
    "mqls": _mqls,
    "sqls": _sqls,
    "leakage": _leakage,
    "handoff": _handoff,
    "acceptance": _acceptance,
    "win_rate": _win_rate,
    "customers": _customers,
    "churn": _churn,
    "market_share": _market_share,
    "sales_load": _load(
        "sales_load",
        sentence("leads to be called ÷ the most that sales can call"),
        sentence("Below 100 % some already wait, for leads do not come evenly."),
    ),
    "demo_load": _load(
        "demo_load",
        sentence("people who want a demo ÷ the most that can be shown one"),
        sentence(
            "Below 100 % some already wait, for they do not come evenly. Money for product demos "
            "gives more time; so does cross-training."
        ),
    ),
    "awareness": _moved(
        "awareness",
        sentence("who knew you before + who heard of you now − who forgot you"),
    ),
    "goodwill": _moved(
        "goodwill", sentence("most of the goodwill before + what marketing earned anew")
    ),
    "satisfaction": _moved(
        "satisfaction",
        sentence("most of the satisfaction before + what care and fitting customers deserve"),
    ),
    "congruence": _moved(
        "congruence",
        sentence("what was there before + what shared vision adds − what drifts apart"),
    ),
    "lead_fit": _moved(
        "lead_fit",
        sentence("the usual fit, better by market research and by what feedback has taught"),
    ),
}
"""How measures of people are worked out."""
