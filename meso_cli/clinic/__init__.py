"""A practitioner's own plan: its file, and what must hold between it and the guide."""
