"""Simulated recoveries: how often the rules alarm for nothing, and how soon they see an infection."""
