"""Records that leave a file and come into another."""
