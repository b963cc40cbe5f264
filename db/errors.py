"""What can go wrong with a whole database; each message is one line for the operator."""


class BackupError(Exception):
    """A backup could not be made, read or restored."""
