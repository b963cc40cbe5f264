"""From what an editor sends to a draft."""
