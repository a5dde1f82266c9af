"""What an author expects is read with its names checked."""

from game.scenario import check

SHOP = """\
title: Shop
segments:
  homes: {accounts: 10 000, price: 40 EUR}
  firms: {accounts: 2 000, price: 400 EUR}
positioning:
  fresh: Fresh every day
  nearby: Nearby
expects:
  ranking: [par, steady]
  most_missed: [product_demos, joint_meetings]
  spent_early: [brand_building]
  best_bar: {at_least: 55%, at_most: 80%}
  best_message: nearby
  best_focus: firms
"""


def test_every_claim_reaches_the_rules() -> None:
    rules = check(SHOP, "shop.yaml").rules
    assert rules is not None
    expects = rules.expects
    assert expects.most_missed == ("product_demos", "joint_meetings")
    assert expects.spent_early == ("brand_building",)
    assert (expects.best_bar_at_least, expects.best_bar_at_most) == (0.55, 0.8)
    assert (expects.best_message, expects.best_focus) == ("nearby", "firms")


def test_a_claim_about_a_name_that_is_none_is_refused_at_its_place() -> None:
    text = SHOP.replace("product_demos", "product_demo").replace("nearby\n", "nerby\n")
    text = text.replace("best_focus: firms", "best_focus: farms")
    problems = [each for each in check(text, "shop.yaml").problems if each.code == "unknown_name"]
    assert [(each.line, each.suggestion) for each in problems] == [
        (10, "product_demos"),
        (13, "nearby"),
        (14, "firms"),
    ]


def test_without_claims_nothing_is_expected() -> None:
    rules = check("title: Shop\n", "shop.yaml").rules
    assert rules is not None
    assert rules.expects.ranking == rules.expects.most_missed == ()
    assert rules.expects.best_bar_at_least is None
