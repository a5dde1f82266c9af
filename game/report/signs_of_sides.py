"""Signs in the figures of one side: marketing, sales, or whoever looks after customers."""

from collections.abc import Callable
from typing import Final

from game.report.eyes import Eyes, Said
from game.words import counted, sentence

_DEARER: Final = 1.15
_DEARER_CUSTOMER: Final = 1.25
_SHRUNK: Final = 0.85
"""Parts of the turn before from which on a change is worth a word."""

_FELL: Final = 0.02
"""Fall of a share in a turn that is worth a word."""

_UNKNOWN: Final = 0.12
_FEW_READY: Final = 0.15
_POOR_FIT: Final = 0.5
_LOST_DEALS: Final = 0.22
_GIVEN_AWAY: Final = 0.12
_UNHAPPY: Final = 0.6
_IDLE: Final = 0.3
"""Parts: of the market that knows the name; of leads that are handed over; of fit; of deals won;
of the price given away; of satisfaction; of what sales can treat."""

_SOME_LEADS: Final = 20.0
_SOME_DEALS: Final = 2.0
"""People and deals below which a share of them says little."""


def _sales_full(eyes: Eyes) -> Said:
    load = eyes.figure("sales_load")
    if load is None or load <= 1:
        return None
    return (
        sentence("Sales was handed {load:share} of what it can call at most.", load=load),
        sentence("What becomes of the rest, and were they the right ones?"),
    )


def _demos_full(eyes: Eyes) -> Said:
    load, missed = eyes.figure("demo_load"), eyes.flow("no_demo")
    if load is None or load <= 1 or missed is None or round(missed) < 1:
        return None
    return (
        counted(
            "{count} accepted lead got no demo in time.",
            "{count} accepted leads got no demo in time.",
            missed,
        ),
        sentence("Too many of them, too few hands, or the wrong ones?"),
    )


def _leaving(eyes: Eyes) -> Said:
    left, won = eyes.figure("churned"), eyes.figure("wins")
    if left is None or won is None or round(left) <= round(won):
        return None
    return (
        counted(
            "{count:number} customer left and {won:number} came.",
            "{count:number} customers left and {won:number} came.",
            left,
            won=won,
        ),
        sentence("What did those who left expect?"),
    )


def _dear_leads(eyes: Eyes) -> Said:
    pair = eyes.pair("cost_per_lead")
    if pair is None or pair[0] <= 0 or pair[1] < _DEARER * pair[0]:
        return None
    return (
        sentence(
            "A lead cost {before:short} and now costs {now:short}.", before=pair[0], now=pair[1]
        ),
        sentence("Do others want the same people, or is one of your lines nearly used up?"),
    )


def _dear_customers(eyes: Eyes) -> Said:
    pair, deals = eyes.pair("cac"), eyes.pair("wins")
    if pair is None or deals is None or min(*pair, *deals) < 1:
        return None
    if pair[1] < _DEARER_CUSTOMER * pair[0]:
        return None
    return (
        sentence(
            "A new customer cost {before:short} and now costs {now:short}.",
            before=pair[0],
            now=pair[1],
        ),
        sentence("Was more spent, were fewer deals signed, or is more of it for later?"),
    )


def _less_pipeline(eyes: Eyes) -> Said:
    pair = eyes.pair("pipeline")
    if pair is None or pair[0] < 1 or pair[1] > _SHRUNK * pair[0]:
        return None
    return (
        sentence(
            "Open deals were worth {before:short} and are worth {now:short} now.",
            before=pair[0],
            now=pair[1],
        ),
        sentence("What will be signed when these are gone?"),
    )


def _forgotten(eyes: Eyes) -> Said:
    pair = eyes.pair("awareness")
    if pair is None or pair[0] - pair[1] < _FELL:
        return None
    return (
        sentence(
            "Brand recognition fell from {before:share} to {now:share}.",
            before=pair[0],
            now=pair[1],
        ),
        sentence("Which of your lines still work when they get nothing for a while?"),
    )


def _less_liked(eyes: Eyes) -> Said:
    pair = eyes.pair("goodwill")
    if pair is None or pair[0] - pair[1] < _FELL:
        return None
    return (
        sentence("Goodwill fell from {before:share} to {now:share}.", before=pair[0], now=pair[1]),
        sentence("What do people hear of you that you have not paid for?"),
    )


def _poor_fit(eyes: Eyes) -> Said:
    fit = eyes.figure("lead_fit")
    if fit is None or fit >= _POOR_FIT:
        return None
    return (
        sentence("Lead fit, how well new leads suit what you sell, is {fit:share}.", fit=fit),
        sentence("Who learns first that somebody was never going to buy, and whom do they tell?"),
    )


def _lost_deals(eyes: Eyes) -> Said:
    rate, won = eyes.figure("win_rate"), eyes.figure("wins")
    if rate is None or won is None or rate >= _LOST_DEALS or won < _SOME_DEALS * rate or not rate:
        return None
    return (
        sentence("Of the deals that were decided, {rate:share} were won.", rate=rate),
        sentence("What did the others say, and who wrote it down?"),
    )


def _given_away(eyes: Eyes) -> Said:
    discount, won = eyes.figure("discount"), eyes.figure("wins")
    if discount is None or won is None or discount < _GIVEN_AWAY or round(won) < 1:
        return None
    return (
        sentence("What was signed lies {discount:share} below the list price.", discount=discount),
        sentence("Who decided that, and what was got for it?"),
    )


def _unhappy(eyes: Eyes) -> Said:
    content, customers = eyes.figure("satisfaction"), eyes.figure("customers")
    if content is None or content >= _UNHAPPY or customers is None or round(customers) < 1:
        return None
    return (
        sentence("Your customers' satisfaction is {content:share}.", content=content),
        sentence("What happens to a customer after the signature, and who does it?"),
    )


def _few_ready(eyes: Eyes) -> Said:
    leads, mqls = eyes.figure("leads"), eyes.figure("mqls")
    if leads is None or mqls is None or leads < _SOME_LEADS or mqls > _FEW_READY * leads:
        return None
    return (
        counted(
            "Of {leads:number} leads, {count} was good enough to be handed over.",
            "Of {leads:number} leads, {count} were good enough to be handed over.",
            mqls,
            leads=leads,
        ),
        sentence("Is that what sales asks for, or do the wrong people answer you?"),
    )


def _unknown(eyes: Eyes) -> Said:
    aware = eyes.figure("awareness")
    if aware is None or aware >= _UNKNOWN:
        return None
    return (
        sentence("{aware:share} of those who might buy know your name.", aware=aware),
        sentence("What is a first call worth to somebody who has never heard of you?"),
    )


def _not_busy(eyes: Eyes) -> Said:
    load = eyes.figure("sales_load")
    if load is None or load >= _IDLE:
        return None
    return (
        sentence("Sales was handed {load:share} of what it can call at most.", load=load),
        sentence("Are too few people asking, or are too many of them held back?"),
    )


_Row = tuple[str, str, Callable[[Eyes], Said], str]

SIGNS_OF_SIDES: Final[dict[str, tuple[_Row, ...]]] = {
    "narrow": (
        ("sales_full", "users", _sales_full, "sales_load"),
        ("demos_full", "presentation", _demos_full, "demo_load"),
    ),
    "worse": (
        ("leaving", "log-out", _leaving, "churned"),
        ("less_pipeline", "funnel", _less_pipeline, "pipeline"),
        ("dear_leads", "coins", _dear_leads, "cost_per_lead"),
        ("dear_customers", "coins", _dear_customers, "cac"),
        ("forgotten", "megaphone", _forgotten, "awareness"),
        ("less_liked", "gem", _less_liked, "goodwill"),
    ),
    "low": (
        ("poor_fit", "target", _poor_fit, "lead_fit"),
        ("lost_deals", "trophy", _lost_deals, "win_rate"),
        ("unhappy", "face-slightly-smiling", _unhappy, "satisfaction"),
        ("given_away", "badge-percent", _given_away, "discount"),
        ("few_ready", "funnel", _few_ready, "mqls"),
        ("unknown", "megaphone", _unknown, "awareness"),
        ("not_busy", "briefcase-business", _not_busy, "sales_load"),
    ),
}
"""What matters: what holds everything up; what became worse; what is low."""
