"""Plain-data tables, series, sentences and charts that every surface shares."""
