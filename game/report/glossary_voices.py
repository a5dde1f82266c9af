"""How each side speaks of a measure, and which words stand near levers and measures."""

from typing import Final, NamedTuple

from game.words import Sentence, sentence


class Voices(NamedTuple):
    """The same figure, seen from the two desks."""

    marketing: Sentence
    sales: Sentence


MEASURE_VOICES: Final[dict[str, Voices]] = {
    "wins": Voices(
        sentence("Each of them once saw us somewhere."),
        sentence("This is what I am paid for."),
    ),
    "churned": Voices(
        sentence("We told them a story that did not last."),
        sentence("I had won them, and nobody looked after them."),
    ),
    "awareness": Voices(
        sentence("Who has not heard of us cannot ask for us."),
        sentence("Every call goes better when they know the name."),
    ),
    "goodwill": Voices(
        sentence("To be known is the one thing, to be liked the other."),
        sentence("They listen a minute longer."),
    ),
    "satisfaction": Voices(
        sentence("What customers say about us is our best text."),
        sentence("Who is content stays, buys more and sends others."),
    ),
    "lead_fit": Voices(
        sentence("Are we talking to the right people?"),
        sentence("Could they use it at all, and pay for it?"),
    ),
    "acceptance": Voices(
        sentence("How many of ours they take seriously."),
        sentence("How many of theirs are worth a call."),
    ),
    "win_rate": Voices(
        sentence("It shows whether what we promise is what they want."),
        sentence("It shows how good we are once we sit at the table."),
    ),
    "discount": Voices(
        sentence("Every discount says that the price was not meant."),
        sentence("A little less now, or no deal at all."),
    ),
    "churn": Voices(
        sentence("Water runs out below while we pour it in above."),
        sentence("Keeping one is easier than winning one."),
    ),
    "market_share": Voices(
        sentence("How loud we are among all the others."),
        sentence("How often I lose to the same name."),
    ),
    "sales_load": Voices(
        sentence("There is no use in bringing more than they can call."),
        sentence("My list is longer than my day."),
    ),
    "demo_load": Voices(
        sentence("They asked to see it, and nobody shows it to them."),
        sentence("I can be in one room at a time."),
    ),
    "pipeline": Voices(
        sentence("The seeds of the last months have come up."),
        sentence("What may still become of this year."),
    ),
    "bookings": Voices(
        sentence("At last a figure that both of us made."),
        sentence("The figure I am measured by."),
    ),
    "revenue": Voices(
        sentence("It moves months after we did something."),
        sentence("It comes from everybody I won and did not lose."),
    ),
    "contribution": Voices(
        sentence("It says what our campaigns were worth in the end."),
        sentence("A deal with too large a discount does not show up here."),
    ),
    "cash": Voices(
        sentence("What we may still sow."),
        sentence("What keeps us here until the deals come in."),
    ),
    "spend": Voices(
        sentence("An investment."),
        sentence("A cost."),
    ),
    "cost_per_lead": Voices(
        sentence("It is low, so we work well."),
        sentence("It is low, because they are the wrong ones."),
    ),
    "cac": Voices(
        sentence("Not only our money is in it."),
        sentence("It falls when I close more of what they bring."),
    ),
    "total_bookings": Voices(
        sentence("Slow work shows here, and nowhere sooner."),
        sentence("The whole year, and not only the last month."),
    ),
    "total_contribution": Voices(
        sentence("What the whole journey earned."),
        sentence("What was left of it after all we spent."),
    ),
    "marketing_share": Voices(
        sentence("Never enough, when they ask us for leads."),
        sentence("What could have been another pair of hands."),
    ),
    "sales_share": Voices(
        sentence("Somebody must treat what we bring, that is true."),
        sentence("Without us, leads are a list of names."),
    ),
    "together_share": Voices(
        sentence("It buys nobody's attention, and saves what we bought."),
        sentence("Meetings. But since we have them, the leads are better."),
    ),
}

SEE: Final[dict[str, tuple[str, ...]]] = {
    # levers and policies
    "market_research": ("lead_fit", "forecast_band", "segment"),
    "brand_building": ("goodwill", "awareness", "carry_over"),
    "advertising": ("awareness", "attention_price", "half_saturation"),
    "content_marketing": ("nurturing", "carry_over", "leads"),
    "social_media": ("awareness", "attention_price"),
    "seo": ("in_market", "attention_price"),
    "public_relations": ("credibility", "goodwill"),
    "prospecting": ("awareness", "sqls"),
    "product_demos": ("demo_load", "opportunity"),
    "negotiation": ("win_rate", "discount"),
    "relationship_building": ("satisfaction", "churn", "referral"),
    "shared_vision": ("congruence", "silo"),
    "joint_meetings": ("response_time", "leakage", "handoff"),
    "cross_training": ("sales_load", "demo_load", "handoff"),
    "shared_kpis": ("acceptance", "silo", "handoff"),
    "feedback_loops": ("lead_fit", "handoff"),
    "qualification_bar": ("mql", "lead_fit", "acceptance"),
    "segment_focus": ("segment", "awareness"),
    "positioning": ("credibility", "segment", "win_rate"),
    # measures
    "wins": ("win_rate", "bookings", "opportunity"),
    "churned": ("churn", "customer"),
    "awareness": ("goodwill", "brand_building", "in_market"),
    "goodwill": ("awareness", "carry_over", "brand_building"),
    "satisfaction": ("churn", "referral", "relationship_building"),
    "lead_fit": ("market_research", "feedback_loops", "qualification_bar"),
    "acceptance": ("shared_kpis", "sql", "lead_fit"),
    "win_rate": ("opportunity", "negotiation", "product_demos"),
    "discount": ("negotiation", "bookings"),
    "churn": ("satisfaction", "ltv", "relationship_building"),
    "market_share": ("customer", "attention_price"),
    "sales_load": ("leakage", "response_time", "cross_training"),
    "demo_load": ("product_demos", "cross_training"),
    "pipeline": ("opportunity", "bookings"),
    "bookings": ("wins", "discount", "revenue"),
    "revenue": ("customer", "churn", "contribution"),
    "contribution": ("revenue", "spend"),
    "cash": ("revenue", "spend"),
    "spend": ("marketing_share", "sales_share", "together_share"),
    "cost_per_lead": ("lead", "cac"),
    "cac": ("ltv_to_cac", "payback", "wins"),
    "total_bookings": ("bookings", "par"),
    "total_contribution": ("contribution", "par"),
    "marketing_share": ("sales_share", "together_share"),
    "sales_share": ("marketing_share", "together_share"),
    "together_share": ("handoff", "marketing_share"),
}
"""Words that are read next."""
