"""Every day: a treatment recorded, how it is now logged, the status."""
