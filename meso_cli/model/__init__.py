"""The value types: what a person recorded, what the guide knows, what follows from both."""
