"""Questions that the briefings did not answer."""
