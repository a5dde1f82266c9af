"""The words of the field that are neither a lever nor a figure: what they mean, from both desks."""

from dataclasses import dataclass
from typing import Final

from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptWords:
    """A term, what it means, and how each side speaks of it."""

    name: Sentence
    definition: Sentence
    marketing: Sentence
    sales: Sentence
    see: tuple[str, ...]  # keys of other entries


CONCEPT_WORDS: Final[dict[str, ConceptWords]] = {
    "funnel": ConceptWords(
        name=sentence("Funnel"),
        definition=sentence(
            "The way from a stranger to a customer, step by step. At every step some people go "
            "on and some drop out, so it narrows. The weakest step decides how much comes out."
        ),
        marketing=sentence("We fill it at the top."),
        sales=sentence("We count what comes out at the bottom."),
        see=("lead", "mql", "sql", "opportunity", "customer"),
    ),
    "lead": ConceptWords(
        name=sentence("Lead"),
        definition=sentence(
            "Somebody who has shown interest, or whom sales has called on: a person with a name, "
            "not yet a buyer."
        ),
        marketing=sentence("Somebody who left a name. Our work bore fruit."),
        sales=sentence("Somebody who may or may not have time for us."),
        see=("mql", "lead_fit", "cost_per_lead"),
    ),
    "mql": ConceptWords(
        name=sentence("Qualified lead (MQL)"),
        definition=sentence(
            "Marketing-qualified lead: one that marketing has looked at and found good enough to "
            "hand over to sales."
        ),
        marketing=sentence("Ready. It is your turn now."),
        sales=sentence("Ready according to whom?"),
        see=("qualification_bar", "handoff", "sql"),
    ),
    "sql": ConceptWords(
        name=sentence("Accepted lead (SQL)"),
        definition=sentence(
            "Sales-accepted lead: one that sales agrees to work on. The difference between this "
            "number and the qualified leads is the state of the handoff."
        ),
        marketing=sentence("At last our lead is taken seriously."),
        sales=sentence("This one is worth my afternoon."),
        see=("acceptance", "opportunity"),
    ),
    "opportunity": ConceptWords(
        name=sentence("Opportunity"),
        definition=sentence(
            "A real chance of a deal: the need is there, the product was shown, a decision is near."
        ),
        marketing=sentence("Here our story must hold what it promised."),
        sales=sentence("Now it is about when and how much, not about whether."),
        see=("pipeline", "win_rate", "product_demos"),
    ),
    "customer": ConceptWords(
        name=sentence("Customer"),
        definition=sentence(
            "Somebody who has bought and pays every month. Customers stay while they are content, "
            "and content ones send others."
        ),
        marketing=sentence("The best story we can tell."),
        sales=sentence("A name that I must not lose again."),
        see=("churn", "referral", "ltv"),
    ),
    "handoff": ConceptWords(
        name=sentence("Handoff"),
        definition=sentence(
            "The moment a lead passes from marketing to sales. Most value is won or lost here: "
            "leads nobody calls, leads answered too late, leads that sales does not want. The "
            "handoff rate is the share that arrives: of the new ones and those that waited, not "
            "counting whom sales called and customers sent."
        ),
        marketing=sentence("We gave them good leads, and they let them lie."),
        sales=sentence("They sent us names, and called them leads."),
        see=("leakage", "response_time", "acceptance", "joint_meetings", "shared_kpis"),
    ),
    "leakage": ConceptWords(
        name=sentence("Leads lost at handoff"),
        definition=sentence(
            "The share of qualified leads that nobody called, nobody had time for, that sales "
            "turned down, or that were answered too late."
        ),
        marketing=sentence("Our work, down the drain."),
        sales=sentence("Nobody told us they were there."),
        see=("handoff", "response_time", "joint_meetings"),
    ),
    "response_time": ConceptWords(
        name=sentence("Response time"),
        definition=sentence(
            "Hours until sales answers a lead. Interest cools quickly: every hour counts most at "
            "the beginning."
        ),
        marketing=sentence("They asked on Monday and were called on Wednesday."),
        sales=sentence("I answer when I know that it is worth it."),
        see=("leakage", "joint_meetings"),
    ),
    "carry_over": ConceptWords(
        name=sentence("Carry-over (adstock)"),
        definition=sentence(
            "What is left of last turn's work. Brand and content are remembered for months, "
            "advertising for weeks. So money spent now also works later, and stopping shows late."
        ),
        marketing=sentence("We reap what we sowed half a year ago."),
        sales=sentence("Last month's calls sell nothing this month."),
        see=("half_saturation", "brand_building", "advertising"),
    ),
    "half_saturation": ConceptWords(
        name=sentence("Saturation"),
        definition=sentence(
            "The more is spent on one lever, the less the next bit of money does. At half "
            "saturation a lever does half of all it can ever do; beyond it, money does more "
            "elsewhere."
        ),
        marketing=sentence("Everybody who reads this paper has seen us by now."),
        sales=sentence("A second visit helps, a tenth annoys."),
        see=("carry_over",),
    ),
    "attention_price": ConceptWords(
        name=sentence("Price of attention"),
        definition=sentence(
            "Where rivals spend a lot on advertising, social media and search, the same attention "
            "costs more."
        ),
        marketing=sentence("The others have bought the good places again."),
        sales=sentence("They ask me why they see the others everywhere."),
        see=("advertising", "social_media", "seo"),
    ),
    "segment": ConceptWords(
        name=sentence("Segment"),
        definition=sentence(
            "A group of possible customers who are alike: in size, in what they pay and in what "
            "they care for."
        ),
        marketing=sentence("A group that one message speaks to."),
        sales=sentence("A kind of customer that buys in one way."),
        see=("segment_focus", "positioning"),
    ),
    "nurturing": ConceptWords(
        name=sentence("Nurturing"),
        definition=sentence(
            "Staying useful to people who are not ready to buy yet, so that they come back when "
            "they are."
        ),
        marketing=sentence("Not now does not mean never."),
        sales=sentence("They remembered us when the time had come."),
        see=("content_marketing", "mql"),
    ),
    "in_market": ConceptWords(
        name=sentence("In the market"),
        definition=sentence(
            "Only few of those who might buy are looking right now. The others must know you "
            "by the time they look."
        ),
        marketing=sentence("Those who will look next year must know us today."),
        sales=sentence("Nine of ten I call are not looking at all."),
        see=("awareness", "brand_building"),
    ),
    "silo": ConceptWords(
        name=sentence("Silo"),
        definition=sentence(
            "A team that sees its own figures only, and does well by them while the whole does not."
        ),
        marketing=sentence("Our leads are up by a third."),
        sales=sentence("Our talks are better than ever."),
        see=("congruence", "shared_kpis"),
    ),
    "congruence": ConceptWords(
        name=sentence("Common goals (congruence)"),
        definition=sentence(
            "How far marketing and sales want the same. It drifts apart by itself, and makes every "
            "other way of working together worth more."
        ),
        marketing=sentence("They want deals now, we want a name that lasts."),
        sales=sentence("They want names, we want buyers."),
        see=("shared_vision", "silo"),
    ),
    "ltv": ConceptWords(
        name=sentence("Lifetime value (LTV)"),
        definition=sentence(
            "What a customer brings over all the time he or she stays: the margin of a month, "
            "divided by the share that leaves in a month."
        ),
        marketing=sentence("Why it pays to win the right ones."),
        sales=sentence("Why it pays to keep them."),
        see=("cac", "ltv_to_cac", "churn"),
    ),
    "ltv_to_cac": ConceptWords(
        name=sentence("LTV to CAC"),
        definition=sentence(
            "What a customer brings for each unit of money spent on winning one. Below 1, every "
            "new customer is a loss; around 3 is usually called healthy."
        ),
        marketing=sentence("It says whether we may spend more to win one."),
        sales=sentence("It says which customers I should not chase."),
        see=("ltv", "cac"),
    ),
    "payback": ConceptWords(
        name=sentence("Payback"),
        definition=sentence(
            "How many months a customer must stay until the cost of winning him or her has come "
            "back."
        ),
        marketing=sentence("Until then, every customer is money lent."),
        sales=sentence("A contract shorter than this is a gift."),
        see=("cac", "ltv"),
    ),
    "referral": ConceptWords(
        name=sentence("Referral"),
        definition=sentence(
            "Somebody whom a content customer sends to you. Nobody trusts you sooner or costs less."
        ),
        marketing=sentence("Somebody else's words, and better than ours."),
        sales=sentence("Half of the talk is over before it begins."),
        see=("satisfaction", "relationship_building"),
    ),
    "credibility": ConceptWords(
        name=sentence("Credibility"),
        definition=sentence(
            "Whether people believe your message. It suffers when the message changes, and comes "
            "back slowly when it stays."
        ),
        marketing=sentence("A promise must be heard many times to be believed."),
        sales=sentence("They ask why we said something else last month."),
        see=("positioning", "goodwill"),
    ),
    "forecast_band": ConceptWords(
        name=sentence("Forecast and band"),
        definition=sentence(
            "The forecast plays your plan through many possible futures. The line is their "
            "average; eight out of ten of them lie within the band."
        ),
        marketing=sentence("It tells me what my plan may do, not what it will."),
        sales=sentence("I plan my week for the middle, and my nerves for the edges."),
        see=("market_research",),
    ),
    "par": ConceptWords(
        name=sentence("Par"),
        definition=sentence(
            "The score of the best plan that a long search finds, knowing only what players can "
            "know. 100 % of par is excellent."
        ),
        marketing=sentence("What there was to reach for somebody who knew no more than we."),
        sales=sentence("The target that nobody can call unfair."),
        see=("counterfactual", "forecast_band"),
    ),
    "counterfactual": ConceptWords(
        name=sentence("What if"),
        definition=sentence(
            "The same game with the same luck, and one decision changed. The difference is what "
            "that decision was worth."
        ),
        marketing=sentence("It parts what we did from what just happened."),
        sales=sentence("Without it, everybody claims the good month."),
        see=("par", "luck"),
    ),
    "lost_reasons": ConceptWords(
        name=sentence("Why people are lost"),
        definition=sentence(
            "At each step some people leave, and each for a reason: not ready yet, never called, "
            "turned down, no demo in time, no need, a price, a rival. A reason says whose work "
            "would have kept them, and it is rarely the work of one side alone."
        ),
        marketing=sentence("Most were lost because nobody called."),
        sales=sentence("Most were lost because they never fitted."),
        see=("leakage", "response_time", "win_rate", "funnel"),
    ),
    "rival": ConceptWords(
        name=sentence("Rival"),
        definition=sentence(
            "Another firm that wants the same customers. Its spending makes attention dearer, its "
            "name stands beside yours in every talk, and a deal may go to it in the end."
        ),
        marketing=sentence("They shout where we shout."),
        sales=sentence("Every buyer has their offer in the drawer."),
        see=("market_share", "attention_price", "win_rate"),
    ),
    "scorecard": ConceptWords(
        name=sentence("Goals (scorecard)"),
        definition=sentence(
            "The few figures that count at the end, each with a target and a weight. Marketing and "
            "sales own all of them together, so nobody wins alone."
        ),
        marketing=sentence("Not one of them is marketing's alone."),
        sales=sentence("Deals count, and so does what they leave behind."),
        see=("par", "total_bookings", "pipeline", "congruence"),
    ),
    "luck": ConceptWords(
        name=sentence("Luck"),
        definition=sentence(
            "What nobody decides: how strong demand is, what happens in the market, who says yes "
            "by chance. It is drawn when a game begins and told as a number; the same number "
            "brings the same luck again, whatever you decide."
        ),
        marketing=sentence("The campaign was good, the month was not."),
        sales=sentence("I was lucky. Do not tell anybody."),
        see=("counterfactual", "forecast_band", "par"),
    ),
    "promise": ConceptWords(
        name=sentence("Promise"),
        definition=sentence(
            "What two sides agree on for a turn, each giving something. Nobody is forced to keep "
            "it, but both remember: who breaks a promise is trusted less for a while."
        ),
        marketing=sentence("If they pay half of the meetings, we pay the other half."),
        sales=sentence("I sign once I have seen that your word holds."),
        see=("congruence", "silo", "shared_vision"),
    ),
}
