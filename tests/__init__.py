"""Proofs that the game does what its rules, pages and screens promise."""
