"""Reminding somebody: what is due, and the schedule that asks."""
