"""Labels, values, warnings and rules in words; no layout."""
