intake-too_many_parts = That page has too many parts: I read at most { $limit } elements. Please paste the text instead.
intake-unreadable = I gave up on it: it takes too long or too much memory to read. Please send only the text of the article.
intake-no_worker = I cannot read anything at the moment. Please try again in a minute, and tell whoever runs me if it goes on.
