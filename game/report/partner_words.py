"""What a partner says, by what it noticed: the words of ``session.partner_eyes`` and reactions.

The figures come from the partner's own view. It speaks as a colleague across the table: of what it
saw, what it would rather have, and what it does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True)
class Said:
    """What a finding speaks of: a figure, what it is compared with, the name of a line."""

    value: float
    before: float
    lever: Sentence


FINDING_WORDS: Final[dict[str, Callable[[Said], Sentence]]] = {
    # What it feels.
    "broken": lambda _: sentence(
        "You gave me your word and did not keep it. I keep my money together now."
    ),
    "kept": lambda _: sentence("We both kept our word last turn. That is how I like to work."),
    "for_itself": lambda _: sentence(
        "I am measured by my own figures, and so I look after them. "
        "Nobody has told me what we both want."
    ),
    "half": lambda _: sentence("We are beginning to want the same. I go half of the way."),
    "for_firm": lambda _: sentence(
        "We want the same: what counts for me is what the company books."
    ),
    # What it sees.
    "no_figures": lambda _: sentence("There are no figures yet, so this is a first try."),
    "all_well": lambda _: sentence("My figures give me no reason to worry."),
    "late": lambda said: sentence(
        "{value:share} of the leads at the handoff did not answer any more when they were called. "
        "If we met more often, we would be quicker.",
        value=said.value,
    ),
    "overload": lambda said: sentence(
        "There are more leads than my people can call: {value:share} of them had to wait. "
        "I would rather have fewer and better ones.",
        value=said.value,
    ),
    "time_left": lambda said: sentence(
        "My people had {value:share} of their time left. Send me more.", value=said.value
    ),
    "poor_fit": lambda said: sentence(
        "The leads I was handed fit us by {value:share} only. "
        "Tell me what you promise them, and I tell you what they say.",
        value=said.value,
    ),
    "demos_full": lambda said: sentence(
        "{value:share} of those who wanted a demo did not get one in time, so I pay for more.",
        value=said.value,
    ),
    "win_rate_down": lambda said: sentence(
        "We won {value:share} of the deals that came to an end, after {before:share} before that.",
        value=said.value,
        before=said.before,
    ),
    "unhappy": lambda said: sentence(
        "Customers are content by {value:share} only. Who leaves has to be won twice.",
        value=said.value,
    ),
    "discount": lambda said: sentence(
        "We gave away {value:share} of the price to close deals.", value=said.value
    ),
    "blind_handoff": lambda said: sentence(
        "I do not see where your leads get lost between us. {lever} would show us both.",
        lever=said.lever,
    ),
    "few_pass": lambda said: sentence(
        "Of {before:number} leads, {value:number} passed the bar. The rest was paid for as well.",
        value=said.value,
        before=said.before,
    ),
    "pricier": lambda said: sentence(
        "A lead cost {value:money}, after {before:money} the turn before.",
        value=said.value,
        before=said.before,
    ),
    "unknown": lambda said: sentence(
        "{value:share} of the market know us. Without more of that, your calls stay cold.",
        value=said.value,
    ),
    "full": lambda said: sentence(
        "{lever} works at {value:share} of what it can; more money there would buy little.",
        value=said.value,
        lever=said.lever,
    ),
    "few_deals": lambda said: sentence(
        "Deals won last turn: {value:number}. Leads handed over: {before:number}. "
        "I do not see where the others are lost.",
        value=said.value,
        before=said.before,
    ),
    "blind_fit": lambda said: sentence(
        "I do not hear from you whether my leads are any good. {lever} would tell me.",
        lever=said.lever,
    ),
    # What it says to a plan.
    "breaks_word": lambda _: sentence("This is not what you promised me for this turn."),
    "too_many": lambda said: sentence(
        "With this plan I could not call {value:share} of your leads in time.", value=said.value
    ),
    "too_few": lambda said: sentence(
        "With this plan my people would have nothing to do for {value:share} of their time.",
        value=said.value,
    ),
    "bar_up": lambda said: sentence(
        "With a bar of {value:share}, after {before:share}, still fewer of my leads get through.",
        value=said.value,
        before=said.before,
    ),
    "no_selling": lambda said: (
        sentence(
            "{value:money} for selling, after {before:money}: who is to win what I bring you?",
            value=said.value,
            before=said.before,
        )
        if said.value > 0
        else sentence(
            "Nothing for selling, after {before:money}: who is to win what I bring you?",
            before=said.before,
        )
    ),
    "your_affair": lambda _: sentence(
        "That is your affair. It suits me as long as my figures are right."
    ),
    "wait_and_see": lambda said: sentence(
        "You put {value:money} into working together. I watch what it does for my own figures.",
        value=said.value,
    ),
    "all_in_one": lambda said: (
        sentence(
            "{value:share} of it goes into {lever} alone. Last turn {before:number} leads were "
            "handed over; I would not bet the next ones on one line.",
            value=said.value,
            lever=said.lever,
            before=said.before,
        )
        if said.before > 0
        else sentence(
            "{value:share} of it goes into {lever} alone. If that fails, I have nothing to "
            "work with.",
            value=said.value,
            lever=said.lever,
        )
    ),
    "too_dear": lambda said: sentence(
        "You plan {value:money}, and have {before:money} as I count it. The rest is not yours "
        "to spend.",
        value=said.value,
        before=said.before,
    ),
    "less_together": lambda said: (
        sentence(
            "You put {value:money} into working together, after {before:money}. I miss the rest.",
            value=said.value,
            before=said.before,
        )
        if said.value > 0
        else sentence(
            "You put nothing into working together, after {before:money}. I miss it.",
            before=said.before,
        )
    ),
    "little_together": lambda said: (
        sentence(
            "You put {value:money} into working together. Alone I cannot do it.", value=said.value
        )
        if said.value > 0
        else sentence("You put nothing into working together. Alone I cannot do it.")
    ),
    "suits": lambda said: (
        sentence("That suits me. {value:money} of it are for both of us: good.", value=said.value)
        if said.value > 0
        else sentence("That suits me, though nothing of it is for both of us.")
    ),
}
"""By the key of a finding."""

ANSWERS: Final[dict[str, Sentence]] = {
    "yes": sentence("Agreed. I keep to it, and count on you."),
    "counter": sentence("Not like this, but I have another idea."),
    "costs": sentence("No. That costs me more than it brings."),
    "impossible": sentence("No. That is more than I can promise: I could not keep it."),
    "stands": sentence("No. What I offered you is as far as I go."),
    "distrust": sentence("No. First I want to see that your word holds."),
    "accepted": sentence("Good. I keep to it, and count on you."),
    "declined": sentence("A pity. Then each of us for itself in this turn."),
    "taken_back": sentence("You take your word back? I will remember that."),
}
"""By what was answered."""
