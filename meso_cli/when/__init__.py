"""People's words for time, read and said. Pure: the caller hands in the moment that counts as now."""
