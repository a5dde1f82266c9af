"""Rooms, protocol, server and browser page of a workshop."""
