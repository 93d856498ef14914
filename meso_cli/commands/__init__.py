"""The commands, thin and by subject: parse, load, core, show.

Only here are the clock, the environment and the terminal read.
"""
