"""`/briefings`: the published briefings as a list, and one with summary and key dates."""
