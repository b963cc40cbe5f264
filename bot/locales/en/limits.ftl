intake-too_many_sentences = This looks like a list rather than an article: more than { $limit } sentences or lines. Please send less at a time.
