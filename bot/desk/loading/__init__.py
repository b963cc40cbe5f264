"""Loading articles: text, long pastes, files and links become drafts."""
