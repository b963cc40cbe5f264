"""Owners appoint editors."""
