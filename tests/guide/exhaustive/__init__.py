"""Every place, or a great many cases: too much for the quick lane."""
