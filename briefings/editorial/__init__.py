"""What editors work on: drafts, publishing, analysis, summaries, roles, open questions."""
