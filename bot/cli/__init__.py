"""The commands of `python -m bot`, a module each: results go to stdout, logs to stderr."""
