"""Charts as SVG strings with their texts beside them: one chart code for window, page and report."""
