"""The rules: which signs, symptoms and combinations stand at a moment. Pure."""
