"""Correcting the past: edit by arguments or in an editor, delete, end, undo, redo."""
