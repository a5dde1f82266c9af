"""An example with figures for every word of the glossary, from a firm like those one plays."""

from typing import Final

from game.report.glossary_figures import MEASURE_EXAMPLES
from game.words import Sentence, sentence

CONCEPT_EXAMPLES: Final[dict[str, Sentence]] = {
    "funnel": sentence(
        "Of {leads:number} leads, {mqls:number} qualify, {sqls:number} are accepted, "
        "{deals:number} become real chances and {wins:number} buy.",
        leads=400,
        mqls=100,
        sqls=40,
        deals=20,
        wins=5,
    ),
    "lead": sentence(
        "{visitors:number} people read your guide, {leads:number} of them leave an address: "
        "{leads:number} leads.",
        visitors=2_000,
        leads=60,
    ),
    "mql": sentence(
        "Of {leads:number} leads, {mqls:number} have the need and the money: those are handed "
        "over, the others hear from you again later.",
        leads=60,
        mqls=18,
    ),
    "sql": sentence(
        "Of {mqls:number} leads handed over, sales calls {called:number} and goes on with "
        "{sqls:number}.",
        mqls=18,
        called=14,
        sqls=8,
    ),
    "opportunity": sentence(
        "{sqls:number} accepted leads see a demo; for {deals:number} of them it is what they "
        "need, and they ask for an offer.",
        sqls=8,
        deals=5,
    ),
    "customer": sentence(
        "A customer at {price:money} a month brings {year:money} in a year, as long as he or she "
        "stays.",
        price=100,
        year=1_200,
    ),
    "handoff": sentence(
        "Marketing hands over {mqls:number} leads. {leaked:number} are forgotten, "
        "{late:number} answered too late, {refused:number} turned down: {sqls:number} arrive.",
        mqls=100,
        leaked=23,
        late=20,
        refused=27,
        sqls=30,
    ),
    "leakage": sentence(
        "{lost:number} of {mqls:number} qualified leads are lost on the way: {share:share}. Half "
        "of that, and nearly twice as many arrive.",
        lost=70,
        mqls=100,
        share=0.7,
    ),
    "response_time": sentence(
        "After {soon:hours} nearly everybody is still interested, after {late:hours} a little more "
        "than half, after {later:hours} two in five.",
        soon=1,
        late=24,
        later=72,
    ),
    "carry_over": sentence(
        "Of content paid in March, {month:share} still works in April and {half:share} in June. "
        "Of advertising, {ads:share} is left in April.",
        month=0.8,
        half=0.51,
        ads=0.45,
    ),
    "half_saturation": sentence(
        "If {half:money} buy half of what a lever can do, twice as much buys two thirds, and "
        "three times as much three quarters.",
        half=10_000,
    ),
    "attention_price": sentence(
        "Two rivals double their advertising. What {before:money} bought last month now costs "
        "{now:money}.",
        before=10_000,
        now=11_300,
    ),
    "segment": sentence(
        "{offices:number} offices pay {low:money} a month and care for the price; "
        "{clinics:number} clinics pay {high:money} and care for reliability.",
        offices=24_000,
        low=60,
        clinics=3_000,
        high=250,
    ),
    "nurturing": sentence(
        "Of {people:number} people who were not ready, {few:number} come back by themselves next "
        "month, and {many:number} if you keep sending them something useful.",
        people=200,
        few=2,
        many=10,
    ),
    "in_market": sentence(
        "Of {accounts:number} who might buy, {looking:number} are looking this month. The other "
        "{rest:number} see your advertisement all the same.",
        accounts=10_000,
        looking=170,
        rest=9_830,
    ),
    "silo": sentence(
        "Marketing brings {more:share} more leads, sales talks to the same {calls:number} people "
        "as ever, and not one more deal is won.",
        more=0.33,
        calls=80,
    ),
    "congruence": sentence(
        "At {low:share}, money for joint meetings does {weak:share} of what it could; at "
        "{high:share}, it does {strong:share}.",
        low=0.3,
        weak=0.72,
        high=0.8,
        strong=0.92,
    ),
    "ltv": sentence(
        "A customer leaves {margin:money} a month, and {churn:share} of all leave each month: "
        "worth {ltv:money}.",
        margin=70,
        churn=0.02,
        ltv=3_500,
    ),
    "ltv_to_cac": sentence(
        "Winning a customer costs {cac:money}, who is worth {ltv:money}: {ratio:decimal} to 1.",
        cac=1_250,
        ltv=3_500,
        ratio=2.8,
    ),
    "payback": sentence(
        "{cac:money} to win a customer who leaves {margin:money} a month: the money is back after "
        "{months:number} months.",
        cac=1_250,
        margin=70,
        months=18,
    ),
    "referral": sentence(
        "{customers:number} content customers send you {people:number} people in a month, who "
        "cost nothing, and whom nobody had to look for.",
        customers=300,
        people=3,
    ),
    "credibility": sentence(
        "Change the message, and {lost:share} of your credibility is gone. It takes about "
        "{months:number} months until half of that is back.",
        lost=0.35,
        months=4,
    ),
    "forecast_band": sentence(
        "“{deals:number} deals, {low:number} to {high:number}” means: in eight of ten futures it "
        "is between {low:number} and {high:number}, and in one of ten even less.",
        deals=12,
        low=8,
        high=17,
    ),
    "par": sentence(
        "The best plan found reaches {par:number} points. You reach {yours:number}: that is "
        "{share:share} of par.",
        par=80,
        yours=60,
        share=0.75,
    ),
    "lost_reasons": sentence(
        "{lost:number} qualified leads never became accepted ones: {uncalled:number} nobody "
        "called, {late:number} were called too late, {down:number} were turned down.",
        lost=270,
        uncalled=105,
        late=53,
        down=112,
    ),
    "rival": sentence(
        "A rival cuts its price by {cut:share}. Your deals last longer, and {lost:number} of "
        "{decided:number} go to the cheaper offer.",
        cut=0.15,
        lost=4,
        decided=20,
    ),
    "scorecard": sentence(
        "Bookings count {much:share} and the handoff {little:share}. You reach {reached:share} of "
        "the target for bookings: most of the points are yours.",
        much=0.7,
        little=0.1,
        reached=0.9,
    ),
    "luck": sentence(
        "Two teams play with luck {seed:number}: both meet the same news in the same month. What "
        "differs between them is what they decided.",
        seed=7_526,
    ),
    "promise": sentence(
        "Each side promises {meetings:money} for joint meetings in May. Sales spends its part "
        "elsewhere: in June, marketing says no to the next offer.",
        meetings=1_200,
    ),
    "counterfactual": sentence(
        "You spent {spent:money} on joint meetings in April and won {won:number} deals. The same "
        "game without them wins {less:number}: they were worth {worth:number} deals.",
        spent=1_200,
        won=17,
        less=13,
        worth=4,
    ),
}

LEVER_EXAMPLES: Final[dict[str, Sentence]] = {
    "market_research": sentence(
        "With good research, {fit:share} of new leads fit instead of {before:share}, and the "
        "forecast's band is narrower.",
        fit=0.5,
        before=0.45,
    ),
    "brand_building": sentence(
        "Half a year of brand building, and people who hear of you think well of you: of "
        "{deals:number} deals decided, you win {now:number} instead of {before:number}.",
        deals=20,
        now=6,
        before=5,
    ),
    "advertising": sentence(
        "{money:money} of posters bring {leads:number} leads this month, and fewer than half as "
        "many next month if you stop.",
        money=10_000,
        leads=120,
    ),
    "content_marketing": sentence(
        "A guide for {money:money} brings {first:number} leads in its first month and "
        "{later:number} in its fourth, if you keep at it.",
        money=10_000,
        first=15,
        later=45,
    ),
    "social_media": sentence(
        "A month of posts for {money:money}: {people:share} more of the market has heard of you, "
        "and a third of that is left a month later.",
        money=5_000,
        people=0.02,
    ),
    "seo": sentence(
        "After a year of steady work, {leads:number} people a month find you by themselves, for "
        "{money:money}.",
        leads=80,
        money=5_000,
    ),
    "public_relations": sentence(
        "One article about a firm that {few:share} know does nearly as much as three about a firm "
        "that {half:share} know.",
        few=0.1,
        half=0.4,
    ),
    "prospecting": sentence(
        "{calls:number} calls: where nobody knows the name, {cold:number} people listen; where "
        "half of them do, {warm:number}.",
        calls=100,
        cold=2,
        warm=6,
    ),
    "product_demos": sentence(
        "There is time for {demos:number} demos and {sqls:number} people wait for one: "
        "{wait:number} get none this month, and half of those are gone.",
        demos=40,
        sqls=60,
        wait=20,
    ),
    "negotiation": sentence(
        "Without practice, {before:share} of the price is given away; with it, {after:share}, and "
        "more deals are won.",
        before=0.18,
        after=0.1,
    ),
    "relationship_building": sentence(
        "Satisfaction rises from {low:share} to {high:share}: of {customers:number} customers, "
        "{stay:number} instead of {before:number} are still there after a year.",
        low=0.55,
        high=0.75,
        customers=100,
        stay=88,
        before=82,
    ),
    "shared_vision": sentence(
        "Unpaid, common goals drift from {high:share} to {low:share} in a year, and every meeting "
        "counts for less.",
        high=0.6,
        low=0.29,
    ),
    "joint_meetings": sentence(
        "Half an hour a week: leads are answered after {after:hours} instead of {before:hours}, "
        "and {less:share} fewer are forgotten.",
        after=19,
        before=42,
        less=0.45,
    ),
    "cross_training": sentence(
        "The same team looks at {after:number} leads a month instead of {before:number}, for it "
        "knows where they come from.",
        after=110,
        before=100,
    ),
    "shared_kpis": sentence(
        "Sales goes on with {after:number} of {leads:number} leads it looks at instead of "
        "{before:number}.",
        after=60,
        leads=100,
        before=48,
    ),
    "feedback_loops": sentence(
        "Sales tells that schools have no budget in summer. In autumn, {fit:share} of new leads "
        "fit instead of {before:share}.",
        fit=0.52,
        before=0.45,
    ),
    "qualification_bar": sentence(
        "From {low:share} to {high:share}: {many:number} leads handed over become {few:number}, "
        "but more of them buy.",
        low=0.3,
        high=0.7,
        many=100,
        few=51,
    ),
    "segment_focus": sentence(
        "All effort on one of two groups does not double what comes from it: it brings about "
        "{more:share} more there, and nothing from the other.",
        more=0.41,
    ),
    "positioning": sentence(
        "“Quick” wins {right:number} of {deals:number} deals with people in a hurry, and "
        "{wrong:number} with people who look at the price.",
        right=7,
        deals=20,
        wrong=4,
    ),
}

EXAMPLES: Final[dict[str, Sentence]] = {
    **CONCEPT_EXAMPLES,
    **LEVER_EXAMPLES,
    **MEASURE_EXAMPLES,
}
"""An example by the key of an entry."""
