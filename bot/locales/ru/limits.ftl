intake-too_many_sentences = Похоже на список, а не на статью: больше { $limit } предложений или строк. Пришлите частями поменьше.
intake-too_many_dates = В нём больше { $limit } дат. Присылайте его частями.
intake-too_many_key_dates = В нём больше { $limit } событий. Присылайте его частями.
