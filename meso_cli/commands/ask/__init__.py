"""Asking: may I, why, the guide, the red-flag card."""
