"""The settings: read from the file and the environment, and changed in the file."""
