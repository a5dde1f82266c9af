"""The rules of one game: ``apply(rules, session, command)`` and what follows from it."""

from game.session.bots import STRATEGIES, Bot, answers, new_bot
from game.session.checks import check_choose, check_submit, seat_budget
from game.session.commands import (
    Choose,
    Command,
    EndTurn,
    Propose,
    Reply,
    Submit,
    TakeBack,
    Terms,
)
from game.session.game import (
    Session,
    TurnRecord,
    apply,
    firm_plan,
    is_over,
    journal_before,
    new_session,
    replay,
)
from game.session.luck import Luck, draw_luck, no_luck
from game.session.plans import Plan, decisions_of, empty_plan
from game.session.save import Saved, parse_save, restore, save_text
from game.session.score import Score, ScorePart, score
from game.session.seats import Seat, playable_roles, role_of, team
from game.session.sights import EventView, Figure, LeverView, PlayerView, TurnView
from game.session.trades import Trade, open_trade, promised
from game.session.views import player_view

__all__ = [
    "STRATEGIES",
    "Bot",
    "Choose",
    "Command",
    "EndTurn",
    "EventView",
    "Figure",
    "LeverView",
    "Luck",
    "Plan",
    "PlayerView",
    "Propose",
    "Reply",
    "Saved",
    "Score",
    "ScorePart",
    "Seat",
    "Session",
    "Submit",
    "TakeBack",
    "Terms",
    "Trade",
    "TurnRecord",
    "TurnView",
    "answers",
    "apply",
    "check_choose",
    "check_submit",
    "decisions_of",
    "draw_luck",
    "empty_plan",
    "firm_plan",
    "is_over",
    "journal_before",
    "new_bot",
    "new_session",
    "no_luck",
    "open_trade",
    "parse_save",
    "playable_roles",
    "player_view",
    "promised",
    "replay",
    "restore",
    "role_of",
    "save_text",
    "score",
    "seat_budget",
    "team",
]
