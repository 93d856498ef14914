"""What somebody's words name: items, values, check-ins, notes, questions. Pure."""
