"""The screens: each paints and forwards, and holds no numbers of its own."""
