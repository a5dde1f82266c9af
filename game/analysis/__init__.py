"""Questions asked of a game: forecast, what-if, attribution, luck, par, balance."""
