"""The guide: reading it, its words, and the strict check of its files."""
