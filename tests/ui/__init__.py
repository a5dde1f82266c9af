"""The window: its widgets, its screens, and what they look like."""
