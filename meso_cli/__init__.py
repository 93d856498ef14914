"""meso: a terminal recovery tracker for the weeks after microneedling."""

__version__ = "0.1.0"
