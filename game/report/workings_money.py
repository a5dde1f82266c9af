"""How money is worked out, and what depends on one lever: hours, discount, saturation."""

import math
from collections.abc import Callable
from typing import Final

from game.market import GROUPS, LEVERS
from game.market.levers import INDEX, Group
from game.report.figures import Shown, known
from game.report.measure_words import MEASURE_WORDS
from game.report.names import GROUP_NAMES, lever_names
from game.report.workings import (
    Input,
    Sheet,
    Working,
    added,
    computed,
    less,
    over,
    product,
    quotient,
    times,
    total,
)
from game.report.workings_people import averaged, measured
from game.words import Sentence, sentence


def _spent(sheet: Sheet, group: Group) -> Shown:
    """Return the money of the last turn for marketing, sales or both together."""
    plan = sheet.now.plan.spend
    return known("money", sum(plan[INDEX[lever]] for lever in GROUPS[group]))


def _on_groups(sheet: Sheet) -> tuple[Input, ...]:
    return tuple(Input(name=GROUP_NAMES[key], shown=_spent(sheet, key)) for key in GROUPS)


def _spend(sheet: Sheet) -> Working:
    groups, result = _on_groups(sheet), sheet.measure("spend")
    return Working(
        formula=sentence("money for marketing + for sales + for working together"),
        inputs=groups,
        line=total(sheet, tuple(each.shown for each in groups), result),
        result=result,
    )


def _share_of(group: Group, key: str) -> Callable[[Sheet], Working]:
    def working(sheet: Sheet) -> Working:
        part, whole, result = _spent(sheet, group), sheet.measure("spend"), sheet.measure(key)
        return Working(
            formula=sentence("money for this group ÷ all money spent"),
            inputs=(Input(name=GROUP_NAMES[group], shown=part), *measured(sheet, "spend")),
            line=quotient(sheet, part, whole, result),
            result=result,
        )

    return working


def _cost_per_lead(sheet: Sheet) -> Working:
    spent, leads = _spent(sheet, "marketing"), sheet.measure("leads")
    result = sheet.measure("cost_per_lead")
    return Working(
        formula=sentence("money for marketing ÷ leads"),
        inputs=(Input(name=GROUP_NAMES["marketing"], shown=spent), *measured(sheet, "leads")),
        line=quotient(sheet, spent, leads, result),
        result=result,
    )


def _cac(sheet: Sheet) -> Working:
    result = sheet.measure("cac")
    return Working(
        formula=sentence("all money spent ÷ deals won"),
        inputs=measured(sheet, "spend", "wins"),
        line=quotient(sheet, sheet.measure("spend"), sheet.measure("wins"), result),
        result=result,
    )


def _each(
    key: str, formula: Sentence, each: Sentence, count: Callable[[Sheet], Input]
) -> Callable[[Sheet], Working]:
    """Return the working of money as so many times what each of them brings on average."""

    def working(sheet: Sheet) -> Working:
        people, result = count(sheet), sheet.measure(key)
        average = over("money", result, people.shown)
        return Working(
            formula=formula,
            inputs=(people, Input(name=each, shown=average)),
            line=product(sheet, people.shown, average, result),
            result=result,
        )

    return working


def _contribution(sheet: Sheet) -> Working:
    revenue, spent, result = (sheet.measure(key) for key in ("revenue", "spend", "contribution"))
    serving = less("money", revenue, spent, result)
    return Working(
        formula=sentence("revenue − what serving customers costs − all money spent"),
        inputs=(
            *measured(sheet, "revenue"),
            Input(name=sentence("Serving customers"), shown=serving),
            *measured(sheet, "spend"),
        ),
        line=total(sheet, (revenue,), result, (serving, spent)),
        result=result,
    )


def _cash(sheet: Sheet) -> Working:
    before, spent, result = (
        sheet.measure_before("cash"),
        sheet.measure("spend"),
        sheet.measure("cash"),
    )
    came = computed(
        "money",
        (result.value or 0.0) - (before.value or 0.0) + (spent.value or 0.0),
        result,
        before,
        spent,
    )
    return Working(
        formula=sentence("money in the bank before − all money spent + what came in"),
        inputs=(
            Input(name=sentence("The turn before"), shown=before),
            *measured(sheet, "spend"),
            Input(name=sentence("Came in"), shown=came),
        ),
        line=total(sheet, (before, came), result, (spent,)),
        result=result,
        note=sentence("The budget of a new turn counts as money that comes in."),
    )


def _so_far(key: str, part: str) -> Callable[[Sheet], Working]:
    def working(sheet: Sheet) -> Working:
        before, new, result = sheet.measure_before(key), sheet.measure(part), sheet.measure(key)
        return Working(
            formula=sentence("all before + this turn"),
            inputs=(
                Input(name=sentence("All before"), shown=before),
                Input(name=sentence("This turn"), shown=new),
            ),
            line=total(sheet, (before, new), result),
            result=result,
        )

    return working


def _margin(sheet: Sheet) -> Shown:
    """Return what each customer leaves in a turn, the cost of serving paid."""
    kept = added("money", sheet.measure("contribution"), sheet.measure("spend"))
    return over("money", kept, sheet.measure("customers"))


_EACH_LEAVES: Final = sentence("What each customer leaves in a turn")


def _ltv(sheet: Sheet) -> Working:
    margin, churn = _margin(sheet), sheet.measure("churn")
    result = over("money", margin, churn)
    return Working(
        formula=sentence("what a customer leaves in a turn ÷ share that leaves in a turn"),
        inputs=(Input(name=_EACH_LEAVES, shown=margin), *measured(sheet, "churn")),
        line=quotient(sheet, margin, churn, result),
        result=result,
    )


def _ltv_to_cac(sheet: Sheet) -> Working:
    worth, cost = _ltv(sheet).result, sheet.measure("cac")
    result = over("ratio", worth, cost)
    return Working(
        formula=sentence("lifetime value ÷ cost per customer"),
        inputs=(Input(name=sentence("Lifetime value"), shown=worth), *measured(sheet, "cac")),
        line=quotient(sheet, worth, cost, result),
        result=result,
    )


def _payback(sheet: Sheet) -> Working:
    cost, margin = sheet.measure("cac"), _margin(sheet)
    result = over("ratio", cost, margin)
    return Working(
        formula=sentence("cost per customer ÷ what a customer leaves in a turn"),
        inputs=(*measured(sheet, "cac"), Input(name=_EACH_LEAVES, shown=margin)),
        line=quotient(sheet, cost, margin, result),
        result=result,
        note=sentence("Counted in turns."),
    )


# What one lever does ------------------------------------------------------------------------


def _does(sheet: Sheet, lever: str) -> Input:
    name = sentence("How much of all it can do: {lever}", lever=lever_names(sheet.rules)[lever])
    return Input(name=name, shown=sheet.response(INDEX[lever]))


def _hours(sheet: Sheet) -> Working:
    """Return hours as those without meetings, times what meetings leave of them."""
    params, meetings = sheet.rules.params, _does(sheet, "joint_meetings")
    goals, result = sheet.measure("congruence"), sheet.measure("response_hours")
    floor = params.congruence_floor
    counts = computed("share", floor + (1 - floor) * (goals.value or 0.0), goals)
    effect = times("share", meetings.shown, counts)
    left = computed("share", math.exp(-params.meetings_response * (effect.value or 0.0)), effect)
    without = over("hours", result, left)
    return Working(
        formula=sentence("hours without meetings × what joint meetings leave of them"),
        inputs=(
            meetings,
            *measured(sheet, "congruence"),
            Input(name=sentence("So meetings leave"), shown=left),
            Input(name=sentence("Hours without meetings"), shown=without),
        ),
        line=product(sheet, without, left, result),
        result=result,
        note=averaged(sheet)
        or sentence("The first steps of meetings take most hours away. Common goals help them."),
    )


def _discount(sheet: Sheet) -> Working:
    skill, result = _does(sheet, "negotiation"), sheet.measure("discount")
    keep = math.exp(-sheet.rules.params.discount_negotiation * (skill.shown.value or 0.0))
    left = computed("share", keep, skill.shown)
    without = over("share", result, left)
    return Working(
        formula=sentence("discount without practice × what negotiation leaves of it"),
        inputs=(
            skill,
            Input(name=sentence("So negotiation leaves"), shown=left),
            Input(name=sentence("Discount without practice"), shown=without),
        ),
        line=product(sheet, without, left, result),
        result=result,
    )


def lever_working(sheet: Sheet, lever: str) -> Working:
    """Return how full a lever is: what it remembers of all money, against half saturation."""
    shown, spent = sheet.response(INDEX[lever]), sheet.now.plan.spend[INDEX[lever]]
    value = shown.value or 0.0
    # Where it does h of all it can, its memory is worth h/(1 - h) half saturations.
    worth = computed("ratio", value / (1 - value) if value < 1 else None, shown)
    return Working(
        formula=sentence("what it remembers ÷ (what it remembers + 1)"),
        inputs=(
            Input(name=sentence("Spent in this turn"), shown=known("money", spent)),
            Input(name=sentence("What it remembers, in half saturations"), shown=worth),
        ),
        line=_saturated(sheet, worth, shown),
        result=shown,
        note=sentence(
            "At 50 % it does half of all it can. The next money does the less, the fuller it is."
        ),
    )


def _saturated(sheet: Sheet, worth: Shown, result: Shown) -> Sentence | None:
    if worth.value is None or result.value is None:
        return None
    return sentence(
        "{worth} ÷ ({worth} + 1) = {result}",
        worth=sheet.said(worth),
        result=result.said(sheet.language),
    )


def _saturation(sheet: Sheet) -> Working:
    """Return how full every open lever is, the fullest first."""
    names = lever_names(sheet.rules)
    rows = [
        Input(name=names[lever.key], shown=sheet.response(INDEX[lever.key]))
        for lever in sheet.view.levers
        if lever.open and lever.available
    ]
    rows.sort(key=lambda row: -(row.shown.value if row.shown.value is not None else -1.0))
    return Working(
        formula=sentence("what a lever remembers ÷ (what it remembers + half saturation)"),
        inputs=tuple(rows),
        line=None,
        result=known("share", None),  # each lever has its own
        note=sentence("How much each lever does of all it can. The fullest stands above."),
    )


def _attention(sheet: Sheet) -> Working:
    """Return what is known of the price of attention: one's own part of the crowd."""
    params, names, plan = sheet.rules.params, lever_names(sheet.rules), sheet.now.plan.spend
    crowded = [
        lever
        for lever in LEVERS
        if params.crowding[INDEX[lever]] > 0 and sheet.rules.levers[INDEX[lever]].available
    ]
    secret = Shown(
        kind="money",
        value=None,
        state="hidden",
        note=sentence("Rivals do not show their books. You see it in what your money brings."),
    )
    return Working(
        formula=sentence("grows with what all firms together spend where people look"),
        inputs=(
            *(
                Input(name=names[lever], shown=known("money", plan[INDEX[lever]]))
                for lever in crowded
            ),
            Input(name=sentence("What rivals spend there"), shown=secret),
        ),
        line=None,
        result=Shown(kind="share", value=None, state="hidden", note=secret.note),
        note=sentence(
            "It stays between {low:share} and {high:share} of the usual price.",
            low=params.price_floor,
            high=params.price_ceiling,
        ),
    )


MONEY: Final[dict[str, Callable[[Sheet], Working]]] = {
    "spend": _spend,
    "marketing_share": _share_of("marketing", "marketing_share"),
    "sales_share": _share_of("sales", "sales_share"),
    "together_share": _share_of("together", "together_share"),
    "cost_per_lead": _cost_per_lead,
    "cac": _cac,
    "pipeline": _each(
        "pipeline",
        sentence("open deals × what each would bring in a year, without a discount"),
        sentence("Each would bring in a year, without a discount"),
        lambda sheet: Input(name=sentence("Open deals"), shown=sheet.flow("open_deals")),
    ),
    "bookings": _each(
        "bookings",
        sentence("deals won × what each brings in a year, discount taken off"),
        sentence("Each brings in a year"),
        lambda sheet: Input(name=MEASURE_WORDS["wins"].name, shown=sheet.measure("wins")),
    ),
    "revenue": _each(
        "revenue",
        sentence("customers × what each of them paid in this turn"),
        sentence("Each of them paid"),
        lambda sheet: Input(name=MEASURE_WORDS["customers"].name, shown=sheet.measure("customers")),
    ),
    "contribution": _contribution,
    "cash": _cash,
    "total_bookings": _so_far("total_bookings", "bookings"),
    "total_contribution": _so_far("total_contribution", "contribution"),
    "ltv": _ltv,
    "ltv_to_cac": _ltv_to_cac,
    "payback": _payback,
    "response_hours": _hours,
    "discount": _discount,
    "half_saturation": _saturation,
    "attention_price": _attention,
}
"""How money is worked out, and what hangs on one lever."""
