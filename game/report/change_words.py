"""What is called that might have been done otherwise: "Without Joint meetings"."""

from typing import assert_never

from game.analysis.changes import (
    AsTurnBefore,
    Change,
    GroupOut,
    LeverOut,
    NothingSpent,
    OtherAnswer,
    OtherJournal,
    OtherPlan,
    OtherPolicies,
    Turns,
)
from game.report.language import Language
from game.report.names import GROUP_WORK, lever_names, turn_label
from game.scenario.rules import Rules
from game.scenario.usual_words import message_text
from game.words import Sentence, sentence


def change_name(rules: Rules, change: Change, language: Language) -> Sentence:
    """Return a change as it reads before a colon: "Without Joint meetings"."""
    if isinstance(change, AsTurnBefore):
        return _as_before(rules, change, language)
    if isinstance(change, OtherJournal):
        return sentence("Played otherwise")
    return _in_turns(rules, _what(rules, change), change.turns, language)


def change_note(change: Change) -> Sentence | None:
    """Say what became of money that was taken away; None where none was."""
    if not isinstance(change, LeverOut | GroupOut):
        return None
    if change.money == "moved":
        return sentence("Its money goes to the other lines, in proportion.")
    return sentence("Its money stays in the bank.")


def answer_texts(rules: Rules, change: OtherAnswer) -> tuple[Sentence, Sentence]:
    """Return the title of an event and the text of another answer to it, in quotation marks."""
    event = next(each for each in rules.events if each.key == change.event)
    choice = next(each for each in event.choices if each.key == change.choice)
    return quotation(event.title), quotation(choice.text)


def quotation(text: str) -> Sentence:
    """Return an author's words in quotation marks, which they may have already."""
    return sentence("“{title}”", title=text.strip('"“”„').removesuffix("."))


_InTurns = OtherPlan | NothingSpent | LeverOut | GroupOut | OtherPolicies | OtherAnswer


def _what(rules: Rules, change: _InTurns) -> Sentence:
    match change:
        case OtherPlan():
            return sentence("With another plan")
        case NothingSpent():
            return sentence("With nothing spent")
        case LeverOut():
            return sentence("Without {lever}", lever=lever_names(rules)[change.lever])
        case GroupOut():
            return sentence("Without money for {work}", work=GROUP_WORK[change.group])
        case OtherPolicies():
            return sentence("With {policies:list}", policies=_policies(rules, change))
        case OtherAnswer():
            event, answer = answer_texts(rules, change)
            return sentence("With {answer} in answer to {event}", answer=answer, event=event)
        case _:
            assert_never(change)


def _policies(rules: Rules, change: OtherPolicies) -> tuple[Sentence, ...]:
    said = []
    if change.bar is not None:
        said.append(sentence("the bar at {bar:share}", bar=change.bar))
    if change.focus is not None:
        said.append(sentence("another focus"))
    if change.positioning is not None:
        message = message_text(rules, change.positioning)
        said.append(sentence("the message “{message}”", message=message))
    return tuple(said)


def _as_before(rules: Rules, change: AsTurnBefore, language: Language) -> Sentence:
    turn, earlier = (
        turn_label(rules, each, language, short=False) for each in (change.turn, change.turn - 1)
    )
    return sentence("With the plan of {earlier} once more in {turn}", earlier=earlier, turn=turn)


def _in_turns(rules: Rules, what: Sentence, turns: Turns, language: Language) -> Sentence:
    """Add when: nothing for the whole game, "in May", "from May on", "in May and July"."""
    if turns is None or turns == tuple(range(1, rules.turns + 1)):
        return what
    names = tuple(turn_label(rules, turn, language, short=False) for turn in turns)
    if len(turns) > 1 and turns == tuple(range(turns[0], rules.turns + 1)):
        return sentence("{what} from {turn} on", what=what, turn=names[0])
    return sentence("{what} in {turns:list}", what=what, turns=names)
