"""The calibration of the reference market as tables for ``game/market/README.md``."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.analysis.calibration import (
    FIRMS,
    Economics,
    Funnel,
    economics,
    elasticity,
    funnel,
    pulse,
    run,
    teamwork,
)
from game.market import GROUP_OF, LEVERS
from game.market.reference import reference_params

TOGETHER: Final = tuple(lever for lever in LEVERS if GROUP_OF[lever] == "together")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure beside what has been published."""

    quantity: str
    published: str
    ours: str
    source: str
    remark: str = ""


def calibration_tables() -> str:
    """Return the three tables in Markdown: published figures, elasticities, teamwork."""
    parts = [
        _markdown(
            ("quantity", "published", "ours", "source", "remark"),
            ((row.quantity, row.published, row.ours, row.source, row.remark) for row in _rows()),
        ),
        _elasticities(),
        _teamwork(),
    ]
    return "\n\n".join(parts)


def _rows() -> list[Row]:
    rates, money = funnel(), economics()
    return [
        *_elasticity_rows(),
        *_reach_rows(),
        *_funnel_rows(rates),
        *_source_rows(rates),
        *_handoff_rows(),
        *_sale_rows(money),
        *_money_rows(money),
    ]


def _elasticity_rows() -> list[Row]:
    advertising, relations = elasticity(["advertising"]), elasticity(["public_relations"])
    selling = elasticity([lever for lever in LEVERS if GROUP_OF[lever] == "sales"])
    return [
        Row(
            quantity="advertising, elasticity in the same month (leads)",
            published=".12; .09 in another data base",
            ours=_ratio(advertising.month_leads),
            source="Sethuraman, Tellis & Briesch 2011; Henningsen et al. 2011",
        ),
        Row(
            quantity="advertising, elasticity for good (bookings)",
            published=".24",
            ours=_ratio(advertising.lasting_bookings),
            source="Sethuraman, Tellis & Briesch 2011",
            remark="lower on purpose: here a lead still has to be sold, with the same salespeople",
        ),
        Row(
            quantity="public relations, elasticity (leads, same month to for good)",
            published="≤ .02–.08",
            ours=f"{_ratio(relations.month_leads)}–{_ratio(relations.lasting_leads)}",
            source="Goh, Hui & Png 2010",
        ),
        Row(
            quantity="all of selling, elasticity (bookings of a year)",
            published=".31–.34",
            ours=_ratio(selling.year_bookings),
            source="Albers, Mantrala & Sridhar 2010",
            remark="ours holds demos, negotiation and care of customers as well as calls",
        ),
    ]


def _reach_rows() -> list[Row]:
    course = pulse("advertising")
    share = float(reference_params(FIRMS).in_market[0])
    reached = int((course.cumsum() < 0.9).sum()) + 1
    return [
        Row(
            quantity="months until 90 % of an advertising pulse has acted",
            published="3–9",
            ours=str(reached),
            source="Clarke 1976",
        ),
        Row(
            quantity="buyers in the market, a quarter and a year",
            published="5 %, 20 %",
            ours=f"{_percent(1 - (1 - share) ** 3)}, {_percent(1 - (1 - share) ** 12)}",
            source="Dawes 2021",
        ),
    ]


def _funnel_rows(rates: Funnel) -> list[Row]:
    surveys = "published funnel surveys; definitions vary"
    return [
        Row(
            quantity="lead → MQL",
            published="25–41 %",
            ours=_percent(rates.lead_to_mql),
            source=surveys,
            remark="nurtured leads that come back later included",
        ),
        Row(
            quantity="MQL → SQL",
            published="25–45 %",
            ours=_percent(rates.mql_to_sql),
            source=surveys,
            remark="at reference spend on collaboration, which leaves room above",
        ),
        Row(
            quantity="SQL → opportunity",
            published="40–65 %",
            ours=_percent(rates.sql_to_opportunity),
            source=surveys,
        ),
        Row(
            quantity="opportunity → won",
            published="15–30 %",
            ours=_percent(rates.opportunity_to_won),
            source=surveys,
        ),
    ]


def _source_rows(rates: Funnel) -> list[Row]:
    return [
        Row(
            quantity="lead → deal, inbound",
            published="website 1.6 %, others < 1 %",
            ours=_percent(rates.inbound_to_won, 1),
            source="Implisit 2015",
        ),
        Row(
            quantity="lead → deal, referral",
            published="3.6 %",
            ours=_percent(rates.referral_to_won, 1),
            source="Implisit 2015",
            remark="higher on purpose: a referral is counted only once it is ready for sales",
        ),
    ]


def _handoff_rows() -> list[Row]:
    params, last = reference_params(FIRMS), run(36).outcomes[-1]
    bridge = float(last.mqls[0].sum())
    alone = 1 - float((last.sqls - last.referrals - last.outbound)[0].sum()) / bridge
    return [
        Row(
            quantity="hours until a lead is answered, without meetings",
            published="mean 42 h",
            ours=f"{float(params.response_hours[0]):.0f} h",
            source="Oldroyd, McElheran & Elkington 2011",
            remark=f"{float(last.response_hours[0]):.0f} h at reference spend",
        ),
        Row(
            quantity="leads that nobody ever answers, without meetings",
            published="23 %",
            ours=_percent(float(params.leak[0])),
            source="Oldroyd, McElheran & Elkington 2011",
            remark=f"{_percent(float(last.leak_rate[0]))} at reference spend",
        ),
        Row(
            quantity="MQLs that sales does not pursue",
            published="up to 70 %",
            ours=_percent(alone),
            source="Sabnis et al. 2013",
            remark="all that falls at the handoff, at reference spend",
        ),
    ]


def _sale_rows(money: Economics) -> list[Row]:
    settled = run(36)
    after, before = settled.outcomes[-1].churned[0], settled.state.customer[0]
    churn = after / (before + after)
    return [
        Row(
            quantity="cost of an inbound lead, all of marketing",
            published="100–600 (paid ~310, organic ~164)",
            ours=f"{money.cost_per_lead:.0f}",
            source="First Page Sage 2023",
            remark="market research and brand are in it",
        ),
        Row(
            quantity="churn a month: small, mid, upper-mid, enterprise",
            published="2.5–4.2 %, 1.2–2.1 %, –, .6–.7 %",
            ours=", ".join(_percent(float(value), 1) for value in churn),
            source="vendor surveys",
        ),
        Row(
            quantity="days from lead to signature",
            published="about 84",
            ours=f"{money.days_to_close:.0f}",
            source="Implisit 2015",
        ),
    ]


def _money_rows(money: Economics) -> list[Row]:
    params = reference_params(FIRMS)
    return [
        Row(
            quantity="cost of a customer (CAC), list price of a year",
            published="–",
            ours=f"{money.cac:.0f}, {money.cac / money.payback_months * 12 / params.margin[0]:.0f}",
            source="–",
        ),
        Row(
            quantity="months until a customer has paid for himself",
            published="12–24",
            ours=f"{money.payback_months:.0f}",
            source="vendor surveys",
            remark="longer on purpose: the firm is young, and better plans are to be found",
        ),
        Row(
            quantity="worth of a customer / cost (LTV:CAC)",
            published="3, a rule of thumb",
            ours=_ratio(money.ltv_to_cac, 1),
            source="vendor surveys",
            remark="as above",
        ),
        Row(
            quantity="discount on the list price",
            published="–",
            ours=_percent(money.discount),
            source="judgement",
        ),
    ]


def _elasticities() -> str:
    heads = (
        "10 % more on",
        "leads, that month",
        "leads, a year",
        "leads, for good",
        "bookings, a year",
        "bookings, for good",
    )
    rows = []
    groups = {f"all of {group}": _of_group(group) for group in ("marketing", "sales", "together")}
    for name, levers in {**{f"`{lever}`": (lever,) for lever in LEVERS}, **groups}.items():
        each = elasticity(levers)
        values = (
            each.month_leads,
            each.year_leads,
            each.lasting_leads,
            each.year_bookings,
            each.lasting_bookings,
        )
        rows.append((name, *(_ratio(value) for value in values)))
    return _markdown(heads, rows)


def _of_group(group: str) -> tuple[str, ...]:
    return tuple(lever for lever in LEVERS if GROUP_OF[lever] == group)


def _teamwork() -> str:
    heads = (
        "full spend against none",
        "response",
        "never answered",
        "acceptance",
        "lead fit",
        "win rate",
        "churn",
        "bookings",
    )
    rows = [
        (
            f"`{each.lever}`",
            f"{each.response_hours + 0.0:+.0f} h",
            *(_points(value) for value in (each.leak_rate, each.acceptance, each.lead_fit)),
            *(_change(value) for value in (each.win_rate, each.retention, each.bookings)),
        )
        for each in map(teamwork, TOGETHER)
    ]
    return _markdown(heads, rows)


def _markdown(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [tuple(heads)]
    lines += [("---",) * len(lines[0]), *(tuple(row) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _ratio(value: float, digits: int = 2) -> str:
    return f"{value + 0.0:.{digits}f}"


def _percent(value: float, digits: int = 0) -> str:
    return f"{100 * value:.{digits}f} %"


def _points(value: float) -> str:
    return f"{100 * value:+.0f} pp"


def _change(factor: float) -> str:
    return f"{100 * (factor - 1):+.0f} %"
