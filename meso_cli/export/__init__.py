"""Values written in other formats; each function returns text and touches no file."""
