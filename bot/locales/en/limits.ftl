intake-too_many_sentences = This looks like a list rather than an article: more than { $limit } sentences or lines. Please send less at a time.
intake-too_many_dates = There are more than { $limit } dates in it. Please send a part of it at a time.
intake-too_many_key_dates = It tells of more than { $limit } events. Please send a part of it at a time.
