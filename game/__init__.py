"""Handoff: a training simulation of marketing, sales and what is lost between them."""

__version__ = "0.1.0"
