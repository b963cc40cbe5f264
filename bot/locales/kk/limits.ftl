intake-too_many_sentences = Бұл мақаладан гөрі тізімге ұқсайды: { $limit } сөйлемнен немесе жолдан көп. Азырақ бөліп жіберіңіз.
intake-too_many_dates = Онда { $limit } күннен көп. Бөліп-бөліп жіберіңіз.
intake-too_many_key_dates = Онда { $limit } оқиғадан көп. Бөліп-бөліп жіберіңіз.
