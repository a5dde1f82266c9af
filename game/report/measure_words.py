"""What every measure, stage and flow is called, and what it means, in plain words."""

from dataclasses import dataclass
from typing import Final

from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWords:
    """How a figure is spoken of.

    Attributes:
        name: as it stands on a card.
        description: what it counts, in one sentence.
        icon: name of a Lucide icon in ``assets/icons``.

    """

    name: Sentence
    description: Sentence
    icon: str = "chart-line"


MEASURE_WORDS: Final[dict[str, MeasureWords]] = {
    "turn": MeasureWords(
        name=sentence("Turn"),
        description=sentence("Which turn of the game it is."),
        icon="calendar",
    ),
    "leads": MeasureWords(
        name=sentence("Leads"),
        description=sentence("People who showed interest in this turn, or were called on."),
        icon="users",
    ),
    "mqls": MeasureWords(
        name=sentence("Qualified leads (MQL)"),
        description=sentence("Leads that marketing found good enough to hand over to sales."),
        icon="funnel",
    ),
    "sqls": MeasureWords(
        name=sentence("Accepted leads (SQL)"),
        description=sentence("Leads that sales works on: handed over, called on or recommended."),
        icon="circle-check",
    ),
    "opportunities": MeasureWords(
        name=sentence("Opportunities"),
        description=sentence("Accepted leads that became a real chance of a deal."),
        icon="lightbulb",
    ),
    "wins": MeasureWords(
        name=sentence("Deals won"),
        description=sentence(
            "Deals signed in this turn. The market is counted in averages over many like buyers, "
            "so few deals have a decimal: 0.5 a month are six a year."
        ),
        icon="handshake",
    ),
    "customers": MeasureWords(
        name=sentence("Customers"),
        description=sentence("Everyone who is a customer at the end of the turn."),
        icon="building-complex",
    ),
    "churned": MeasureWords(
        name=sentence("Customers lost"),
        description=sentence("Customers who left in this turn."),
        icon="log-out",
    ),
    "referrals": MeasureWords(
        name=sentence("Referrals"),
        description=sentence("People whom happy customers sent to sales."),
        icon="repeat",
    ),
    "awareness": MeasureWords(
        name=sentence("Awareness"),
        description=sentence("Share of the market that knows your name."),
        icon="megaphone",
    ),
    "goodwill": MeasureWords(
        name=sentence("Goodwill"),
        description=sentence("How well people think of you. It grows and fades slowly."),
        icon="gem",
    ),
    "satisfaction": MeasureWords(
        name=sentence("Satisfaction"),
        description=sentence("How content your customers are."),
        icon="face-slightly-smiling",
    ),
    "lead_fit": MeasureWords(
        name=sentence("Lead fit"),
        description=sentence("How well new leads suit what you sell."),
        icon="target",
    ),
    "acceptance": MeasureWords(
        name=sentence("Acceptance"),
        description=sentence("Share of the leads looked at by sales that sales accepts."),
        icon="circle-check",
    ),
    "response_hours": MeasureWords(
        name=sentence("Response time"),
        description=sentence("Hours until sales answers a lead that was handed over."),
        icon="clock",
    ),
    "leakage": MeasureWords(
        name=sentence("Leads lost at handoff"),
        description=sentence(
            "Share of the qualified leads at the handoff, new ones and those that waited, that "
            "nobody called, nobody had time for, that sales turned down, or that were answered too "
            "late."
        ),
        icon="droplets",
    ),
    "handoff": MeasureWords(
        name=sentence("Handoff rate"),
        description=sentence(
            "Share of the qualified leads at the handoff, new ones and those that waited, that "
            "became accepted leads. People called on by sales or sent by customers do not count."
        ),
        icon="handshake",
    ),
    "win_rate": MeasureWords(
        name=sentence("Win rate"),
        description=sentence("Share of the deals decided in this turn that you won."),
        icon="trophy",
    ),
    "discount": MeasureWords(
        name=sentence("Discount"),
        description=sentence(
            "Share of the list price that sales gives away to close deals without being asked to; "
            "money for negotiation makes it smaller."
        ),
        icon="badge-percent",
    ),
    "churn": MeasureWords(
        name=sentence("Churn"),
        description=sentence("Share of your customers who left in this turn."),
        icon="log-out",
    ),
    "market_share": MeasureWords(
        name=sentence("Market share"),
        description=sentence("Your share of everyone who is a customer of you or a rival."),
        icon="chart-pie",
    ),
    "congruence": MeasureWords(
        name=sentence("Common goals"),
        description=sentence(
            "How far marketing and sales want the same. The field calls it goal congruence."
        ),
        icon="users",
    ),
    "sales_load": MeasureWords(
        name=sentence("Load on sales"),
        description=sentence(
            "Leads to be called, compared with the most that sales can call. Some wait well below "
            "100 %, for leads do not come evenly."
        ),
        icon="briefcase-business",
    ),
    "demo_load": MeasureWords(
        name=sentence("Load on demos"),
        description=sentence(
            "People who want a demo, compared with the most that can be shown it. Some wait well "
            "below 100 %, for they do not come evenly."
        ),
        icon="presentation",
    ),
    "pipeline": MeasureWords(
        name=sentence("Pipeline value"),
        description=sentence("What all open deals would bring in a year if every one were won."),
        icon="funnel",
    ),
    "bookings": MeasureWords(
        name=sentence("Bookings"),
        description=sentence("A year's worth of the deals won in this turn."),
        icon="trending-up",
    ),
    "revenue": MeasureWords(
        name=sentence("Revenue"),
        description=sentence("Money that customers paid in this turn."),
        icon="coins",
    ),
    "contribution": MeasureWords(
        name=sentence("Contribution"),
        description=sentence(
            "What revenue leaves after the cost of serving customers and all you spent."
        ),
        icon="piggy-bank",
    ),
    "cash": MeasureWords(
        name=sentence("Money in the bank"),
        description=sentence("What is left of the budgets so far; it can be spent later."),
        icon="wallet",
    ),
    "spend": MeasureWords(
        name=sentence("Spend"),
        description=sentence("Money you spent in this turn on all levers together."),
        icon="coins",
    ),
    "cost_per_lead": MeasureWords(
        name=sentence("Cost per lead"),
        description=sentence("What marketing spent, for each lead."),
        icon="coins",
    ),
    "cac": MeasureWords(
        name=sentence("Cost per customer (CAC)"),
        description=sentence("All money spent, for each deal won: customer acquisition cost."),
        icon="coins",
    ),
    "total_bookings": MeasureWords(
        name=sentence("Bookings so far"),
        description=sentence("All bookings since the game began."),
        icon="trending-up",
    ),
    "total_contribution": MeasureWords(
        name=sentence("Contribution so far"),
        description=sentence("All contribution since the game began."),
        icon="piggy-bank",
    ),
    "marketing_share": MeasureWords(
        name=sentence("Marketing's share"),
        description=sentence("Share of the money spent that went to marketing."),
        icon="megaphone",
    ),
    "sales_share": MeasureWords(
        name=sentence("Sales' share"),
        description=sentence("Share of the money spent that went to sales."),
        icon="briefcase-business",
    ),
    "together_share": MeasureWords(
        name=sentence("Share for working together"),
        description=sentence("Share of the money spent on working together."),
        icon="users",
    ),
}

STAGE_NAMES: Final[dict[str, Sentence]] = {
    "aware": sentence("Aware"),
    "leads": sentence("Leads"),
    "mqls": sentence("Qualified (MQL)"),
    "sqls": sentence("Accepted (SQL)"),
    "opportunities": sentence("Opportunities"),
    "wins": sentence("Won"),
    "customers": sentence("Customers"),
}
"""The stages of the journey, in their order."""

FLOW_NAMES: Final[dict[str, Sentence]] = {
    "inbound": sentence("leads that came by themselves"),
    "outbound": sentence("people called on by sales"),
    "not_ready": sentence("not ready yet"),
    "nurtured": sentence("came back ready"),
    "assessing": sentence("leads still to be assessed"),
    "mqls": sentence("qualified by marketing"),
    "leaked": sentence("nobody called"),
    "unworked": sentence("sales had no time"),
    "rejected": sentence("turned down by sales"),
    "too_late": sentence("answered too late"),
    "waiting": sentence("wait to be answered"),
    "sqls": sentence("accepted by sales"),
    "referrals": sentence("sent by customers"),
    "no_demo": sentence("no demo in time"),
    "unfit": sentence("did not need it after all"),
    "waiting_for_demo": sentence("wait for a demo"),
    "opportunities": sentence("new opportunities"),
    "open_deals": sentence("deals still open"),
    "wins": sentence("deals won"),
    "lost_to_rivals": sentence("chose a rival"),
    "lost_to_no_decision": sentence("decided nothing"),
    "customers": sentence("customers"),
    "churned": sentence("left"),
    "nurture_pool": sentence("being nurtured"),
    "awareness": sentence("know your name"),
    "leads": sentence("leads"),
    "lost_at_handoff": sentence("lost at the handoff"),
    "closed": sentence("deals decided"),
}
"""What happens to people, as it reads after a number: "27 no demo in time"."""

LOSS_NAMES: Final[dict[str, Sentence]] = {
    "price": sentence("too dear"),
    "rival": sentence("a rival suited them better"),
    "fit": sentence("it did not fit"),
    "slow": sentence("it took too long"),
    "no_decision": sentence("they decided nothing"),
}
"""Why deals were lost."""
