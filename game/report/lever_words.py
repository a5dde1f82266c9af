"""What the sixteen levers and three policies are called, what they do, and how each side sees them.

The two quotations are the point of the game: the same money looks different from the two desks.
"""

from dataclasses import dataclass
from typing import Final

from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverWords:
    """How one lever or policy is spoken of.

    Attributes:
        name: as it stands on the budget board.
        description: what it does, in one or two short sentences.
        marketing: what marketing would say of it.
        sales: what sales would say of it.
        icon: name of a Lucide icon in ``assets/icons``.

    """

    name: Sentence
    description: Sentence
    marketing: Sentence
    sales: Sentence
    icon: str


LEVER_WORDS: Final[dict[str, LeverWords]] = {
    "market_research": LeverWords(
        name=sentence("Market research"),
        description=sentence(
            "Shows who fits and what they care for: better aimed leads, clearer forecasts."
        ),
        marketing=sentence("Now we know whom to talk to, and about what."),
        sales=sentence("Fewer calls to people who were never going to buy."),
        icon="microscope",
    ),
    "brand_building": LeverWords(
        name=sentence("Brand building"),
        description=sentence(
            "Makes the name known and liked. Slow to grow, slow to fade, helps every later step."
        ),
        marketing=sentence("Trust takes months, and everything gets easier with it."),
        sales=sentence("They had heard of us before I called."),
        icon="gem",
    ),
    "advertising": LeverWords(
        name=sentence("Advertising"),
        description=sentence(
            "Reaches many people now. Fades quickly, and costs more when rivals spend too."
        ),
        marketing=sentence("The fastest way to be seen."),
        sales=sentence("Many names at once. Who calls them all back?"),
        icon="badge-percent",
    ),
    "content_marketing": LeverWords(
        name=sentence("Content marketing"),
        description=sentence(
            "Articles and guides that bring leads, and bring back those who were not ready yet."
        ),
        marketing=sentence("We stay useful until they are ready to buy."),
        sales=sentence("They come to the first talk well informed."),
        icon="book-open",
    ),
    "social_media": LeverWords(
        name=sentence("Social media"),
        description=sentence("Reach and word of mouth at a fair price, soon forgotten."),
        marketing=sentence("This is where people talk about us."),
        sales=sentence("A good reason to get in touch."),
        icon="message-circle-heart",
    ),
    "seo": LeverWords(
        name=sentence("SEO"),
        description=sentence(
            "Search engine optimisation: found by people already looking. Slow to build, then "
            "cheap."
        ),
        marketing=sentence("They look for us, not we for them."),
        sales=sentence("These leads already know what they need."),
        icon="search",
    ),
    "public_relations": LeverWords(
        name=sentence("Public relations"),
        description=sentence(
            "Others write about you: credibility, above all for a name that nobody knows yet."
        ),
        marketing=sentence("One good article is worth ten advertisements."),
        sales=sentence("I send the article before the meeting."),
        icon="newspaper",
    ),
    "prospecting": LeverWords(
        name=sentence("Prospecting"),
        description=sentence(
            "Calling and writing to strangers. Works far better on people who know the name."
        ),
        marketing=sentence("Every call is easier where our name is known."),
        sales=sentence("We do not wait for leads. We go and get them."),
        icon="phone-outgoing",
    ),
    "product_demos": LeverWords(
        name=sentence("Product demos"),
        description=sentence(
            "Showing the product turns accepted leads into deals. Without time for it, they go "
            "cold."
        ),
        marketing=sentence("The moment our promise is put to the test."),
        sales=sentence("Once they have seen it, we are in the race."),
        icon="presentation",
    ),
    "negotiation": LeverWords(
        name=sentence("Negotiation"),
        description=sentence("Closes more deals, and gives away less of the price."),
        marketing=sentence("A price that holds says that we are worth it."),
        sales=sentence("I get a yes without giving the margin away."),
        icon="scale",
    ),
    "relationship_building": LeverWords(
        name=sentence("Relationship building"),
        description=sentence("Looking after customers: they are happier, stay, and recommend you."),
        marketing=sentence("Happy customers are the best campaign."),
        sales=sentence("The easiest deal is the one a customer sends us."),
        icon="heart-handshake",
    ),
    "shared_vision": LeverWords(
        name=sentence("Shared vision"),
        description=sentence(
            "Time to agree on common goals. Makes the other four kinds of working together count "
            "for more."
        ),
        marketing=sentence("We want the same customers, so we pull the same way."),
        sales=sentence("At last marketing wants deals, not clicks."),
        icon="eye",
    ),
    "joint_meetings": LeverWords(
        name=sentence("Joint meetings"),
        description=sentence(
            "Talking regularly: leads are answered sooner, and fewer get lost between you."
        ),
        marketing=sentence("We hear within a day what became of our leads."),
        sales=sentence("We know what is coming before it lands on the desk."),
        icon="messages-square",
    ),
    "cross_training": LeverWords(
        name=sentence("Cross-training"),
        description=sentence(
            "Each side learns the other's work: better campaigns, better talks, more capacity."
        ),
        marketing=sentence("A day on the phones changed how we write."),
        sales=sentence("Now I know why a lead looks the way it does."),
        icon="graduation-cap",
    ),
    "shared_kpis": LeverWords(
        name=sentence("Shared KPIs"),
        description=sentence(
            "Both sides are measured by the same figures, so sales accepts and works more of what "
            "marketing hands over."
        ),
        marketing=sentence("We are no longer praised for leads that nobody wants."),
        sales=sentence("Their target is our target, so their leads count."),
        icon="target",
    ),
    "feedback_loops": LeverWords(
        name=sentence("Feedback loops"),
        description=sentence(
            "What sales hears flows back to marketing: leads fit better, month after month."
        ),
        marketing=sentence("Now we know why we lose."),
        sales=sentence("I said it once, and the next leads were better."),
        icon="repeat",
    ),
}

POLICY_WORDS: Final[dict[str, LeverWords]] = {
    "qualification_bar": LeverWords(
        name=sentence("Qualification bar"),
        description=sentence(
            "How sure marketing must be before a lead goes to sales. Low: more leads. High: "
            "better ones."
        ),
        marketing=sentence("Too high, and good people wait with us for nothing."),
        sales=sentence("Too low, and we spend the day with people who will not buy."),
        icon="funnel",
    ),
    "segment_focus": LeverWords(
        name=sentence("Focus"),
        description=sentence("How effort is shared between the groups of customers."),
        marketing=sentence("Talk to everyone, and no one feels spoken to."),
        sales=sentence("I would rather know one kind of customer well."),
        icon="users-round",
    ),
    "positioning": LeverWords(
        name=sentence("Message"),
        description=sentence(
            "The promise you lead with. Groups care for different ones; changing it often costs "
            "trust."
        ),
        marketing=sentence("One promise, said a thousand times."),
        sales=sentence("It has to be what I can show in the demo."),
        icon="quote",
    ),
}

LEVERS_AND_POLICIES: Final[dict[str, Sentence]] = {
    key: words.name for key, words in {**LEVER_WORDS, **POLICY_WORDS}.items()
}
"""What a key of a lever or policy is called."""
