"""What applies at a moment: restrictions, care, what was not checked, the whole status. Pure."""
