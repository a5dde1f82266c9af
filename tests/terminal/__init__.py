"""Tests of the game as text."""
