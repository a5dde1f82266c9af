"""What a partner says, by what it noticed: the words of ``session.partner_eyes`` and reactions.

The figures come from the partner's own view. It speaks as a colleague across the table: of what it
saw, what it would rather have, and what it does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.words import Sentence, counted, sentence


@dataclass(frozen=True, slots=True)
class Said:
    """What a finding speaks of: a figure, what it is compared with, the name of a line."""

    value: float
    before: float
    lever: Sentence


def _drifted(said: Said) -> Sentence:
    """Say that common ground was lost; the value is what went into what keeps it."""
    if said.value > 0:
        return sentence(
            "We want the same less than a turn ago: what went into {lever} was not enough.",
            lever=said.lever,
        )
    return sentence(
        "We want the same less than a turn ago: nothing went into {lever}.", lever=said.lever
    )


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
    "half": lambda _: sentence("We want the same in part, so I go half of the way."),
    "half_new": lambda _: sentence("We are beginning to want the same. I go half of the way."),
    "half_kept": lambda _: sentence(
        "Last turn we had no promise to keep, so I am back at half of the way."
    ),
    "half_drifted": lambda said: sentence(
        "{drifted} I go half of the way.", drifted=_drifted(said)
    ),
    "half_forgiven": lambda _: sentence(
        "I have not forgotten the broken word, but I go half of the way again."
    ),
    "own_kept": lambda _: sentence(
        "Last turn we had no promise to keep, so I look after my own figures again."
    ),
    "own_drifted": lambda said: sentence(
        "{drifted} I look after my own figures.", drifted=_drifted(said)
    ),
    "own_broken": lambda _: sentence(
        "I have not forgotten the broken word, so I look after my own figures."
    ),
    "for_firm": lambda _: sentence(
        "We want the same: what counts for me is what the company books."
    ),
    # What it sees.
    "no_figures": lambda _: sentence("There are no figures yet, so this is a first try."),
    "all_well": lambda _: sentence("My figures give me no reason to worry."),
    "late": lambda said: counted(
        "{count:people} lead did not answer any more when it was called. "
        "If we met more often, we would be quicker.",
        "{count:people} leads did not answer any more when they were called. "
        "If we met more often, we would be quicker.",
        said.value,
    ),
    "overload": lambda said: sentence(
        "There are more leads than my people can call: the load on sales was {value:share}. "
        "I would rather have fewer and better ones.",
        value=said.value,
    ),
    "time_left": lambda said: sentence(
        "My people have time left: the load on sales was {value:share}. Send me more.",
        value=said.value,
    ),
    "poor_fit": lambda said: sentence(
        "The fit of the leads I was handed is only {value:share}. "
        "Tell me what you promise them, and I tell you what they say.",
        value=said.value,
    ),
    "demos_full": lambda said: sentence(
        "More people want a demo than we have time for: the load on demos was {value:share}. "
        "So I pay for more.",
        value=said.value,
    ),
    "win_rate_down": lambda said: sentence(
        "We won {value:share} of the deals that came to an end; the turn before it was "
        "{before:share}.",
        value=said.value,
        before=said.before,
    ),
    "unhappy": lambda said: sentence(
        "Our customers' satisfaction is only {value:share}. Who leaves has to be won twice.",
        value=said.value,
    ),
    "discount": lambda said: sentence(
        "We gave away {value:share} of the price to close deals.", value=said.value
    ),
    "blind_handoff": lambda said: sentence(
        "I do not see where your leads get lost between us. {lever} would show us both.",
        lever=said.lever,
    ),
    "few_pass": lambda said: counted(
        "Of {count:number} lead, {value:number} passed the bar. The rest was paid for as well.",
        "Of {count:number} leads, {value:number} passed the bar. The rest was paid for as well.",
        said.before,
        value=said.value,
    ),
    "pricier": lambda said: sentence(
        "A lead cost {value:money}; the turn before it was {before:money}.",
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
    # What became of what it warned of.
    "right_busy": lambda said: sentence(
        "As I warned you, more leads came than my people could call: the load on sales was "
        "{value:share}.",
        value=said.value,
    ),
    "wrong_busy": lambda _: sentence(
        "I warned you of more leads than my people could call. I was wrong: they called them all."
    ),
    "right_idle": lambda said: sentence(
        "As I warned you, too few leads came: the load on sales was {value:share}.",
        value=said.value,
    ),
    "wrong_idle": lambda _: sentence(
        "I warned you of too few leads. I was wrong: my people had enough to do."
    ),
    "right_bar": lambda said: sentence(
        "As I warned you, with the higher bar {value:share} of my leads got through; before it "
        "was {before:share}.",
        value=said.value,
        before=said.before,
    ),
    "wrong_bar": lambda said: sentence(
        "I warned you of the higher bar, and {value:share} of my leads got through; before it "
        "was {before:share}. I was wrong.",
        value=said.value,
        before=said.before,
    ),
    "right_selling": lambda said: sentence(
        "As I warned you, with less for selling we won {value:people} deals; before it was "
        "{before:people}.",
        value=said.value,
        before=said.before,
    ),
    "wrong_selling": lambda said: sentence(
        "I warned you of less for selling, and we won {value:people} deals; before it was "
        "{before:people}. Up to now I was wrong.",
        value=said.value,
        before=said.before,
    ),
    # What it says to a plan.
    "breaks_word": lambda _: sentence("This is not what you promised me for this turn."),
    "too_many": lambda said: (
        sentence(
            "Still more leads than my people can call: the load on sales was {before:share}, and "
            "with this plan I expect the same.",
            before=said.before,
        )
        if round(100 * said.before) == round(100 * said.value)
        else sentence(
            "More leads came than my people can call: the load on sales was {before:share}. With "
            "this plan I expect about {value:share}.",
            value=said.value,
            before=said.before,
        )
        if said.before > 0
        else sentence(
            "With this plan I expect more leads than my people can call: a load on sales of about "
            "{value:share}.",
            value=said.value,
        )
    ),
    "too_few": lambda said: (
        sentence(
            "My people had time left: the load on sales was {before:share}. With less marketing "
            "I expect about {value:share}.",
            value=said.value,
            before=said.before,
        )
        if said.before > 0
        else sentence(
            "With so much less marketing I expect my people to have time left: a load on sales of "
            "about {value:share}.",
            value=said.value,
        )
    ),
    "no_marketing": lambda said: (
        sentence(
            "Nothing for marketing; last turn it was {before:money}. Whom are my people to call?",
            before=said.before,
        )
        if said.before > 0
        else sentence("Nothing for marketing. Whom are my people to call?")
    ),
    "bar_up": lambda said: sentence(
        "You raise the bar from {before:share} to {value:share}: fewer of my leads would reach "
        "you, and all of them are paid for.",
        value=said.value,
        before=said.before,
    ),
    "bar_floods": lambda said: sentence(
        "You lower the bar to {value:share}, and the load on sales was {before:share} as it was. "
        "Still more leads would go cold.",
        value=said.value,
        before=said.before,
    ),
    "no_selling": lambda said: (
        sentence(
            "{value:money} for selling; last turn it was {before:money}. Who is to win what I "
            "bring you?",
            value=said.value,
            before=said.before,
        )
        if said.value > 0
        else sentence(
            "Nothing for selling; last turn it was {before:money}. Who is to win what I bring you?",
            before=said.before,
        )
        if said.before > 0
        else sentence("Nothing for selling. Who is to win what I bring you?")
    ),
    "lopsided": lambda said: sentence(
        "{value:share} of your money goes into working together. It makes our work count for "
        "more, but too little is left for the work itself.",
        value=said.value,
    ),
    "bar_down": lambda said: sentence(
        "You lower the bar from {before:share} to {value:share}: more of my leads reach you. "
        "That suits me.",
        value=said.value,
        before=said.before,
    ),
    "more_selling": lambda said: sentence(
        "{value:money} for selling; last turn it was {before:money}. Then more comes of what I "
        "bring you.",
        value=said.value,
        before=said.before,
    ),
    "more_leads": lambda said: sentence(
        "More for marketing: good. My people have time left: the load on sales was {value:share}.",
        value=said.value,
    ),
    "fewer_leads": lambda said: sentence(
        "Less for marketing: that suits me. There are more leads than my people can call: the "
        "load on sales was {value:share}.",
        value=said.value,
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
            "You put {value:money} into working together; last turn it was {before:money}. "
            "I miss the rest.",
            value=said.value,
            before=said.before,
        )
        if said.value > 0
        else sentence(
            "You put nothing into working together; last turn it was {before:money}. I miss it.",
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
        sentence("That suits me. {value:money} of it is for both of us: good.", value=said.value)
        if said.value > 0
        else sentence("That suits me.")
    ),
}
"""By the key of a finding."""

ANSWERS: Final[dict[str, Sentence]] = {
    "yes": sentence("Agreed. I keep to it, and count on you."),
    "counter": sentence("Not like this, but I have another idea."),
    "costs": sentence("No. That costs me more than it brings."),
    "impossible": sentence("No. That is more than I can promise: I could not keep it."),
    "stands": sentence("No. What I offered you is as far as I go."),
    "turned_down": sentence("No. You have just declined what I could do instead."),
    "again": sentence("No. You asked me that before, and nothing has changed since."),
    "distrust": sentence("No. First I want to see that your word holds."),
    "accepted": sentence("Good. I keep to it, and count on you."),
    "declined": sentence("A pity. Then each of us for itself in this turn."),
    "taken_back": sentence("You take your word back? I will remember that."),
}
"""By what was answered."""
