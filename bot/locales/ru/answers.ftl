nothing-told = В новостях об этом не сказано.
nothing-told-nearest = В новостях об этом не сказано. Ближе всего вот эти:
ask-how = Напишите вопрос после команды: /ask когда выборы?
ask-words = Спросите, пожалуйста, словами, например: когда выборы?
question-long = Вопрос слишком длинный. Спросите, пожалуйста, одним-двумя предложениями.
date-ahead = { $day } — { $distance }
date-passed = Это уже было: { $day } — { $distance }.
as-of = по состоянию на { $date }
as-of-unknown = дата публикации неизвестна
stale = ⚠️ Это старая новость, она вышла { $date }. С тех пор многое могло измениться.
stale-undated = ⚠️ Неизвестно, когда это опубликовано. С тех пор многое могло измениться.
told-otherwise = В этой новости был назван другой день:
disagreement = Раньше сообщалось другое:
shortened = { $count ->
    [one] Ещё { $count } ответ сюда не поместился.
    [few] Ещё { $count } ответа сюда не поместились.
   *[many] Ещё { $count } ответов сюда не поместились.
}
button-remind = 🔔 Напомнить
button-remind-of = 🔔 Напомнить: { $name }
button-following = ✅ Напоминания включены
button-why = 🔍 Почему такой ответ
button-following-short = ✅ Напомню
date-ahead-far = { $day }
date-passed-far = Это уже было: { $day }.
you-are-welcome = Пожалуйста! Спрашивайте ещё.
