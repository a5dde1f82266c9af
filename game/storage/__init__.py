"""The only code that opens files: saves, settings, results, scenario folders and assets."""
