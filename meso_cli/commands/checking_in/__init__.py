"""Logging: reading what was typed or asked, recording it, telling somebody about a warning."""
