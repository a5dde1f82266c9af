"""An example with figures for every measure of the glossary."""

from typing import Final

from game.words import Sentence, sentence

MEASURE_EXAMPLES: Final[dict[str, Sentence]] = {
    "wins": sentence(
        "{deals:number} deals were decided in April, and {wins:number} people signed with you.",
        deals=17,
        wins=4,
    ),
    "churned": sentence(
        "{before:number} customers in April, {new:number} new ones, {now:number} in May: "
        "{gone:number} have left.",
        before=300,
        new=6,
        now=300,
        gone=6,
    ),
    "awareness": sentence(
        "{known:number} of {accounts:number} who might buy have heard of you: {share:share}.",
        known=1_800,
        accounts=10_000,
        share=0.18,
    ),
    "goodwill": sentence(
        "At {high:share}, people who know you half want you already; at {low:share}, they only "
        "know your name.",
        high=0.5,
        low=0.1,
    ),
    "satisfaction": sentence(
        "At {good:share}, about {few:share} leave in a month; at {bad:share}, more than twice as "
        "many.",
        good=0.7,
        few=0.012,
        bad=0.35,
    ),
    "lead_fit": sentence(
        "Of {leads:number} new leads, {fit:number} are the kind you can help: {share:share}.",
        leads=100,
        fit=45,
        share=0.45,
    ),
    "acceptance": sentence(
        "Sales looks at {seen:number} leads and goes on with {taken:number}: {share:share}.",
        seen=50,
        taken=24,
        share=0.48,
    ),
    "win_rate": sentence(
        "{won:number} of {decided:number} deals that were decided are yours: {rate:share}. Those "
        "still open do not count.",
        won=4,
        decided=17,
        rate=4 / 17,
    ),
    "discount": sentence(
        "The list says {list:money}, the contract {paid:money}: {share:share} given away.",
        list=100,
        paid=85,
        share=0.15,
    ),
    "churn": sentence(
        "{gone:number} of {before:number} customers leave in a month: {share:share}. In a year "
        "that is more than one in five.",
        gone=6,
        before=300,
        share=0.02,
    ),
    "market_share": sentence(
        "You have {yours:number} customers, the others {others:number}: {share:share} are yours.",
        yours=150,
        others=850,
        share=0.15,
    ),
    "sales_load": sentence(
        "{leads:number} leads wait for people who can call {room:number} at most: {share:share}.",
        leads=120,
        room=100,
        share=1.2,
    ),
    "demo_load": sentence(
        "{sqls:number} people want a demo, {room:number} can be shown one at most: {share:share}.",
        sqls=60,
        room=40,
        share=1.5,
    ),
    "pipeline": sentence(
        "{deals:number} open deals at {price:money} a month each: {value:money} a year, if all "
        "were won.",
        deals=20,
        price=100,
        value=24_000,
    ),
    "bookings": sentence(
        "{wins:number} deals at {price:money} a month, less {off:share}: {value:money} a year.",
        wins=5,
        price=100,
        off=0.1,
        value=5_400,
    ),
    "revenue": sentence(
        "{customers:number} customers at {price:money} a month: {value:money}.",
        customers=300,
        price=90,
        value=27_000,
    ),
    "contribution": sentence(
        "{revenue:money} come in, {cost:money} go to serving customers and {spend:money} into "
        "your plan: {left:money} are left.",
        revenue=27_000,
        cost=8_100,
        spend=15_000,
        left=3_900,
    ),
    "cash": sentence(
        "{before:money} in the bank, {spend:money} spent, {income:money} came in: {now:money}.",
        before=30_000,
        spend=24_000,
        income=20_000,
        now=26_000,
    ),
    "spend": sentence(
        "{marketing:money} for marketing, {sales:money} for sales, {together:money} for working "
        "together: {all:money}.",
        marketing=12_000,
        sales=9_000,
        together=3_000,
        all=24_000,
    ),
    "cost_per_lead": sentence(
        "Marketing spends {money:money}, {leads:number} leads come: {each:money} for each.",
        money=12_000,
        leads=160,
        each=75,
    ),
    "cac": sentence(
        "All of {money:money} spent in a month, {wins:number} deals won: {each:money} for each.",
        money=24_000,
        wins=8,
        each=3_000,
    ),
    "total_bookings": sentence(
        "{first:money} in March, {second:money} in April, {third:money} in May: {all:money}.",
        first=4_000,
        second=6_500,
        third=9_000,
        all=19_500,
    ),
    "total_contribution": sentence(
        "A loss of {first:money} in March, then {second:money} and {third:money}: {all:money}.",
        first=5_000,
        second=2_000,
        third=7_500,
        all=4_500,
    ),
    "marketing_share": sentence(
        "{part:money} of {all:money} went to marketing: {share:share}.",
        part=12_000,
        all=24_000,
        share=0.5,
    ),
    "sales_share": sentence(
        "{part:money} of {all:money} went to sales: {share:share}.",
        part=9_000,
        all=24_000,
        share=0.375,
    ),
    "together_share": sentence(
        "{part:money} of {all:money} went to working together: {share:share}. Little money, and "
        "yet it decides what becomes of the rest.",
        part=3_000,
        all=24_000,
        share=0.125,
    ),
}
