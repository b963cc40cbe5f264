"""The digest: what is new and what lies ahead, daily or weekly."""
