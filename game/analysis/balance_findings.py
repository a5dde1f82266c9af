"""What the figures of a scenario say against it: each with a code, and what in the file to change.

An *error* keeps a scenario from teaching: a game that is won by one lever, by one side alone, or by
luck. A *remark* is a part of it that does nothing. Keys are said as the file writes them.
"""

from game.analysis.balance_entries import OF_ENTRIES
from game.analysis.balance_figures import Measured
from game.analysis.balance_finding import Finding
from game.analysis.balance_play import OF_THE_GAME
from game.scenario.rules import Rules


def findings(rules: Rules, measured: Measured) -> tuple[Finding, ...]:
    """Return everything that speaks against a scenario, errors first."""
    found = [each for look in (*OF_THE_GAME, *OF_ENTRIES) for each in look(rules, measured)]
    return tuple(sorted(found, key=lambda each: each.severity != "error"))
