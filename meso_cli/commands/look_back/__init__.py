"""Looking back: what was recorded, and how it went."""
