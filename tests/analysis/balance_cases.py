"""Figures of a scenario made by hand, in which nothing is to be found, to bend one at a time."""

from dataclasses import replace
from typing import Any

from game.analysis.balance_figures import (
    CollaborationWorth,
    EffectSeen,
    EventCount,
    LeverWorth,
    LuckAndSkill,
    Measured,
    MixPoint,
    MoneyBinds,
    Option,
    PolicyWorth,
    Standing,
    TargetReached,
)
from game.analysis.balance_findings import findings
from game.scenario import load
from game.scenario.rules import Rules

SHOP = """\
title: Shop
turns: {count: 4}
scorecard:
  sold: {measure: total_bookings, target: 1M, weight: 60%}
  satisfaction: {target: 70%, weight: 40%}
events:
  rain: {title: Rain, affects: [demand -10%]}
"""


def shop(more: str = "") -> Rules:
    return load(SHOP + more, "shop")


def standing(key: str, kind: Any, of_par: float) -> Standing:
    return Standing(
        key=key, kind=kind, score=100 * of_par, of_par=of_par, low=of_par - 0.05, high=of_par + 0.05
    )


def lever(key: str, **changes: Any) -> LeverWorth:
    usual = LeverWorth(
        lever=key,
        share=0.1,
        first=0.1,
        middle=0.1,
        last=0.1,
        first_half=0.4,
        costs_moved=0.05,
        costs_unspent=0.06,
    )
    return replace(usual, **changes)


STANDINGS = (
    standing("par", "par", 1.0),
    standing("steady", "bot", 0.7),
    standing("no_collaboration", "bot", 0.55),
    standing("sales", "group", 0.45),
    standing("sales_only", "bot", 0.4),
    standing("marketing_only", "bot", 0.35),
    standing("advertising", "lever", 0.2),
    standing("seo", "lever", 0.15),
    standing("nothing", "nothing", 0.1),
)

SOUND = Measured(
    worlds=200,
    par=100.0,
    spent=1e6,
    bookings=2e6,
    standings=STANDINGS,
    levers=(lever("advertising", share=0.2), lever("seo"), lever("product_demos")),
    collaboration=CollaborationWorth(
        share=0.2,
        earns_moved=0.3,
        earns_unspent=0.35,
        best=0.2,
        interior=True,
        scan=(MixPoint(share=0.2, of_par=1.0),),
    ),
    luck=LuckAndSkill(par=0.1, steady=0.08, strategies=0.65, over_steady=0.3),
    effects=(EffectSeen(lever="seo", paid=2, turn=3, measure="bookings", within=0.5),),
    money=MoneyBinds(unspent=0.0, tenth_more=1.06, tenth_less=0.93),
    policies=PolicyWorth(
        bar=0.45,
        bars=(Option(key="0", of_par=0.9), Option(key="1", of_par=0.8)),
        best_bar=0.4,
        focus=(Option(key="homes", of_par=0.3), Option(key="firms", of_par=0.7)),
        even_focus=0.9,
        message="fresh",
        messages=(Option(key="fresh", of_par=1.0), Option(key="nearby", of_par=0.9)),
    ),
    events=(EventCount(key="rain", happens=0.5, under_par=0.5, least=0.5, most=0.5, answers=()),),
    targets=(
        TargetReached(measure="total_bookings", par=1.2, steady=0.8, nothing=0.1),
        TargetReached(measure="satisfaction", par=1.0, steady=1.0, nothing=0.7),
    ),
)


def with_standing(key: str, of_par: float) -> Measured:
    """Return the figures with one way to play doing better or worse."""
    rows = [
        standing(each.key, each.kind, of_par) if each.key == key else each for each in STANDINGS
    ]
    return replace(SOUND, standings=tuple(sorted(rows, key=lambda each: -each.of_par)))


def codes(measured: Measured, rules: Rules | None = None) -> set[str]:
    return {each.code for each in findings(rules or shop(), measured)}
