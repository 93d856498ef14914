"""Faults on purpose: processes killed, many at once, nonsense typed. `figures` runs them in numbers."""
