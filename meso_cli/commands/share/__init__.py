"""Sharing: the calendar, the report, exports, and what comes in."""
