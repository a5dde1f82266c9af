"""The only code that opens files: saves, settings, scenario folders, assets."""
