"""The words of the glossary, by the names under which a scenario asks for them.

What they mean stands in ``report.glossary``, which no scenario needs in order to be checked.
"""

from typing import Final

from game.market import LEVERS, POLICIES
from game.scenario.measures import MEASURES

CONCEPTS: Final = (
    "funnel",
    "lead",
    "mql",
    "sql",
    "opportunity",
    "customer",
    "handoff",
    "leakage",
    "response_time",
    "carry_over",
    "half_saturation",
    "attention_price",
    "segment",
    "nurturing",
    "in_market",
    "silo",
    "congruence",
    "ltv",
    "ltv_to_cac",
    "payback",
    "referral",
    "credibility",
    "forecast_band",
    "par",
    "counterfactual",
    "lost_reasons",
    "rival",
    "scorecard",
    "luck",
    "promise",
)
"""Words of the field that are neither a lever nor a policy."""

ALIASES: Final[dict[str, str]] = {
    "adstock": "carry_over",
    "saturation": "half_saturation",
    "leads": "lead",
    "mqls": "mql",
    "sqls": "sql",
    "opportunities": "opportunity",
    "customers": "customer",
    "referrals": "referral",
    "response_hours": "response_time",
    "focus": "segment_focus",
    "message": "positioning",
    "goal_congruence": "congruence",
    "common_goals": "congruence",
    "demos": "product_demos",
    "nurture": "nurturing",
    "forecast": "forecast_band",
    "handoff_rate": "handoff",
    "prediction": "forecast_band",
    "aware": "awareness",
    "brand_recognition": "awareness",
    "lead_quality": "lead_fit",
    "pipeline_value": "pipeline",
    "score": "scorecard",
    "goals": "scorecard",
    "what_if": "counterfactual",
}
"""Other keys under which an entry is found, among them measures that a concept explains."""
"""Other names for a word: those of measures that it explains, and what people also say."""

TERMS: Final = (
    *CONCEPTS,
    *LEVERS,
    *POLICIES,
    *(key for key in MEASURES if key != "turn" and key not in ALIASES and key not in CONCEPTS),
    *ALIASES,
)
"""Every name that ``terms`` of a learning goal may have."""
