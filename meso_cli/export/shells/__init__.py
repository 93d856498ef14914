"""Completion for shells: static scripts, made from the description of the command line."""
