"""Key dates: what happens on a date people care about, with the sentences that prove it."""
