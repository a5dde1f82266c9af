"""The pygame window: it paints reports and forwards commands, and computes nothing."""
