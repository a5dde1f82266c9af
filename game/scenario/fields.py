"""The kinds of values in a scenario file: how each is read, and what an editor is told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo, WithJsonSchema

from game.market import LEVERS
from game.market.params import EXPERT
from game.scenario import values
from game.scenario.conditions import parse_condition
from game.scenario.effects import ParsedEffect, parse_effect
from game.scenario.languages import language_code
from game.scenario.measures import MEASURES
from game.scenario.rules import Condition
from game.scenario.values import Refused
from game.words import sentence

STRATEGIES: Final = (
    "par",
    "greedy",
    "steady",
    "silo_marketing",
    "silo_sales",
    "marketing_only",
    "sales_only",
    "no_collaboration",
    "random",
)
TOGETHER: Final = LEVERS[-5:]
GROUP_NAMES: Final = ("marketing", "sales", "together")
ROLES: Final = ("marketing", "sales", "manager", "customer_voice")

FIXED: Final[dict[str, tuple[str, ...]]] = {
    "levers": LEVERS,
    "levers_or_others": (*LEVERS, "others"),
    "levers_or_groups": (*GROUP_NAMES, *LEVERS),
    "measures": tuple(MEASURES),
    "roles": ROLES,
    "strategies": STRATEGIES,
    "parameters": tuple(each for each in EXPERT if each != "carry_over"),  # see "budget"
    "months": tuple(values.MONTHS),
}
"""Names that are the same in every scenario."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text that must be the name of something.

    Attributes:
        to: a key of ``FIXED``, a block of the file, or "answers" of the same question.
        also: words that may stand there too.

    """

    to: str
    also: tuple[str, ...] = ()


class Block(BaseModel):
    """Part of a scenario file: every name in it is known, and every value is read from text."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        if value is None:
            raise Refused("empty_value", sentence("nothing stands here"))
        raise Refused("not_text", sentence("a text or number belongs here, no list and no entries"))
    return value


def _limited(most: int) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = _text(value).strip()
        if len(text) > most:
            raise Refused(
                "too_long",
                sentence(
                    "this text has {given} characters; {allowed} fit", given=len(text), allowed=most
                ),
            )
        return text

    return read


def _not_empty(value: Any) -> str:
    text = _limited(200)(value)
    if not text:
        step = sentence("write the words that people read here")
        raise Refused("empty_value", sentence("nothing stands between the marks"), next_step=step)
    return text


def _read(parse: Callable[..., Any], *limits: Any) -> BeforeValidator:
    """Return a validator that reads a text; a default that is a number already stays."""

    def read(value: Any) -> Any:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return value
        return parse(_text(value), *limits)

    return BeforeValidator(read)


def _of_scenario(info: ValidationInfo, key: str, otherwise: Any) -> Any:
    return (info.context or {}).get(key, otherwise)


def _money(low: float, high: float) -> BeforeValidator:
    def read(value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, (int, float)):
            return value
        return values.money(_text(value), _of_scenario(info, "currency", "EUR"), low, high)

    return BeforeValidator(read)


def _condition(value: Any, info: ValidationInfo) -> Condition:
    if isinstance(value, Condition):
        return value
    return parse_condition(_text(value), _of_scenario(info, "currency", "EUR"))


def _effect(value: Any, info: ValidationInfo) -> ParsedEffect:
    if isinstance(value, ParsedEffect):
        return value
    return parse_effect(
        _text(value),
        _of_scenario(info, "currency", "EUR"),
        _of_scenario(info, "segments", ()),
        _of_scenario(info, "rivals", ()),
    )


def one_of(*known: str) -> BeforeValidator:
    """Return a validator that takes one of a few words."""
    return BeforeValidator(lambda value: values.choice(_text(value), known))


def _schema(description: str, *examples: str, **more: Any) -> WithJsonSchema:
    shape: dict[str, Any] = {"type": ["string", "number"], "description": description}
    if examples:
        shape["examples"] = list(examples)
    return WithJsonSchema(shape | more)


_WORDS: Final = {"type": ["string", "number", "boolean"]}
Text = Annotated[str, BeforeValidator(_limited(200)), WithJsonSchema(_WORDS)]
LongText = Annotated[str, BeforeValidator(_limited(5_000)), WithJsonSchema(_WORDS)]
Headline = Annotated[str, BeforeValidator(_not_empty), WithJsonSchema(_WORDS)]
Share = Annotated[float, _read(values.share), _schema("a share", "40%")]
GrowingShare = Annotated[
    float, _read(values.share, 0.0, 10.0), _schema("a share, may be over 100%", "120%")
]
Money = Annotated[float, _money(0.0, 1e12), _schema("an amount of money", "180 EUR", "20k")]
Debt = Annotated[float, _money(-1e12, 1e12), _schema("an amount, below 0 is a debt", "20k")]
Turn = Annotated[int, _read(values.turn_number), _schema("a turn", "turn 3")]
Hours = Annotated[float, _read(values.hours), _schema("a time", "42 hours", "2 days")]
Months = Annotated[float, _read(values.months), _schema("a time", "3 months", "6 weeks")]
Accounts = Annotated[
    float,
    _read(values.count, ("accounts", "customers", "firms", "offices", "companies"), 1, 1e9),
    _schema("a number of possible customers", "12 000"),
]
Leads = Annotated[
    float,
    _read(values.count, ("leads", "mqls", "sqls", "demos", "people"), 0, 1e9),
    _schema("how many a month", "120 leads"),
]
Minutes = Annotated[
    float, _read(values.count, ("minutes", "min"), 0, 600), _schema("minutes", "6 minutes")
]
Number = Annotated[float, _read(values.figure, -1e12, 1e12), _schema("a number")]
Effort = Annotated[
    float, _read(values.count, ("times",), 0.1, 100), _schema("how much work one is", "2 times")
]
TurnCount = Annotated[
    int,
    _read(values.whole, ("turns", "weeks", "months", "quarters"), 1, 60),
    _schema("how many turns", "12"),
]
Lasting = Annotated[
    int, _read(values.whole, ("turns",), 1, 60), _schema("how many turns", "3 turns", "2")
]
Teams = Annotated[int, _read(values.whole, ("teams",), 1, 8), _schema("how many teams", "4")]
FormatNumber = Annotated[
    int, _read(values.whole, (), 1, 1_000), _schema("the version of this file format", "1")
]
YesNo = Annotated[
    bool,
    BeforeValidator(lambda value: value if isinstance(value, bool) else values.truth(_text(value))),
    WithJsonSchema({"enum": ["yes", "no", True, False]}),
]
Currency = Annotated[
    str,
    BeforeValidator(lambda value: _currency(_text(value))),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$", "examples": ["EUR", "USD", "GBP"]}),
]
LanguageCode = Annotated[
    str,
    BeforeValidator(lambda value: language_code(_text(value))),
    WithJsonSchema({"type": "string", "examples": ["en", "de", "fr", "pt_BR"]}),
]
When = Annotated[
    Condition,
    BeforeValidator(_condition),
    _schema("a measure, a sign and a value", "turn >= 3", "satisfaction < 60%"),
]
Affects = Annotated[
    ParsedEffect,
    BeforeValidator(_effect),
    _schema(
        "what changes, by how much, in which segment, for whom",
        "demand -20% in small_offices",
        "win chance -10% for you",
        "satisfaction -5 points for you",
        "effect of advertising -30%",
    ),
]

RESERVED: Final = frozenset(["all", "you", "rivals", "everyone", "others"])
Name = Annotated[str, BeforeValidator(lambda value: values.name(_text(value), RESERVED))]


def _currency(text: str) -> str:
    if len(text) == 3 and text.isascii() and text.isalpha() and text.isupper():
        return text
    words = sentence("'{given}' is not the code of a currency", given=values.shown(text))
    meant = values.SIGNS.get(text, text.upper() if len(text) == 3 else "")
    step = sentence("write three capital letters: EUR, USD, GBP")
    raise Refused("not_a_choice", words, suggestion=meant, next_step=step)


CARES: Final = {"a lot": 0.9, "much": 0.75, "some": 0.5, "little": 0.25, "not at all": 0.05}
DEMAND_NOISE: Final = {"calm": 0.06, "normal": 0.12, "rough": 0.2}
DIFFICULTY: Final = {"easy": 1, "medium": 2, "hard": 3}


def _word_or_share(known: dict[str, float], high: float) -> BeforeValidator:
    def read(value: Any) -> Any:
        if isinstance(value, float):
            return value
        text = _text(value)
        if text in known:
            return known[text]
        if text[:1].isdigit():
            return values.share(text, 0.0, high)
        return values.choice(text, tuple(known))

    return BeforeValidator(read)


Caring = Annotated[
    float,
    _word_or_share(CARES, 1.0),
    WithJsonSchema({"anyOf": [{"enum": list(CARES)}, {"type": ["string", "number"]}]}),
]
Noise = Annotated[
    float,
    _word_or_share(DEMAND_NOISE, 0.5),
    WithJsonSchema({"anyOf": [{"enum": list(DEMAND_NOISE)}, {"type": ["string", "number"]}]}),
]
Kept = Annotated[
    float,
    _word_or_share({"all": 1.0, "none": 0.0}, 1.0),
    WithJsonSchema({"anyOf": [{"enum": ["all", "none"]}, {"type": ["string", "number"]}]}),
]
TurnIs = Annotated[Literal["week", "month", "quarter"], one_of("week", "month", "quarter")]
Style = Annotated[
    Literal["steady", "cheap", "premium", "follower"],
    one_of("steady", "cheap", "premium", "follower"),
]
At = Annotated[Literal["end", "total", "mean"], one_of("end", "total", "mean")]
Worlds = Annotated[Literal["parallel", "shared"], one_of("parallel", "shared")]
To = Annotated[
    Literal["all", "marketing", "sales", "manager", "customer_voice"], one_of("all", *ROLES)
]
Difficulty = Annotated[Literal["easy", "medium", "hard"], one_of(*DIFFICULTY)]
Policy = Annotated[
    Literal["qualification_bar", "segment_focus", "positioning"],
    one_of("qualification_bar", "segment_focus", "positioning"),
]


def _by_segment(value: Any) -> Any:
    """Read one share for all segments as an entry ``all``."""
    return {"all": value} if isinstance(value, str) else value


BySegment = Annotated[
    dict[Annotated[str, Ref("segments", ("all",))], Share],
    BeforeValidator(_by_segment),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": ["string", "number"]},
                {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}},
            ],
            "description": "a share for all segments, or one for each: {all: 10%, law_firms: 20%}",
        }
    ),
]


def off_or_entries(value: Any) -> Any:
    """Read ``seo: off`` as ``seo: {available: no}``."""
    if isinstance(value, str) and value.lower() in ("off", "no", "false"):
        return {"available": "no"}
    if isinstance(value, str) and value.lower() in ("on", "yes", "true"):
        return {"available": "yes"}
    return value
