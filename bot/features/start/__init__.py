"""The first screen, help, and people and groups that come, leave and return."""
