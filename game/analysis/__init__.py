"""Questions asked of a game, and players that ask them before they decide."""
