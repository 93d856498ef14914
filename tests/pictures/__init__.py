"""The pictures of the README: what the program really shows, drawn without a person at the screen."""
