"""The whole game as text: it prints the same reports as the window and sends the same commands."""

from game.terminal.start import Start, play_in_terminal

__all__ = ["Start", "play_in_terminal"]
