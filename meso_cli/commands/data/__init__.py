"""Your data: backups, the doctor, where it lies, removing all of it."""
