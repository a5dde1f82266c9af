"""The same game as text."""
