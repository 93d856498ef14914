"""The store: one SQLite file that only its owner reads, and that loses nothing."""
