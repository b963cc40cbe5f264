desk-language-en = английский
desk-language-ru = русский
desk-language-kk = казахский

draft-title = 📝 Черновик: { $title }
draft-source = Источник: { $source }
draft-no-source = Источник: не указан
draft-language = Язык: { $language }
draft-day = Дата публикации: { $day }
draft-day-missing = Дата публикации: ❓
draft-dates = { $count ->
    [one] 🗓 <b>{ $count } важная дата</b>
    [few] 🗓 <b>{ $count } важные даты</b>
   *[many] 🗓 <b>{ $count } важных дат</b>
}
draft-date = { $number }. { $name } — { $day }
draft-others = { $count ->
    [one] 👀 <b>В тексте есть ещё { $count } дата.</b> Читатели получат её, только если вы её возьмёте.
    [few] 👀 <b>В тексте есть ещё { $count } даты.</b> Читатели получат только те, что вы возьмёте.
   *[other] 👀 <b>В тексте есть ещё { $count } дат.</b> Читатели получат только те, что вы возьмёте.
}
draft-no-dates = Важных дат не нашлось.
draft-left-out = не войдёт
draft-added = добавлено вручную
draft-ask-day = ❓ <b>Когда это опубликовано?</b> Выберите день или напишите: 2019-05-02, 2 мая 2019.
draft-unresolved = ⚠️ Без этого дня непонятно, когда это: { $words }.
quoted = «{ $words }»
draft-discarded = 🗑 Удалён черновик: { $title }
draft-changed = Изменено.
draft-stays-open = Сначала скажите, когда это опубликовано, или нажмите «Дата неизвестна».
draft-no-longer = Этого черновика больше нет: его уже опубликовали или удалили.
drafts-none = Черновиков на проверку нет. Загрузить статью: /load.
drafts-waiting = { $count ->
    [one] 📝 Ждёт проверки { $count } черновик:
    [few] 📝 Ждут проверки { $count } черновика:
   *[many] 📝 Ждут проверки { $count } черновиков:
}
button-publish = ✅ Опубликовать
button-publish-undated = ✅ Опубликовать без даты
undated-confirm = Опубликовать { $title } без даты? Слова вроде «вчера» и «9 июня» останутся без точного дня.
button-discard = 🗑 Удалить
button-title = ✏️ Заголовок
button-day = 📅 Дата
button-source = 🏷 Источник
button-text = 📄 Текст
button-day-today = Сегодня
button-day-yesterday = Вчера
button-no-day = Дата неизвестна
button-leave-out = ➖ Убрать { $number }
button-put-back = ➕ Вернуть { $number }
button-take-date = ➕ Взять { $number }
button-add-date = 🗓 Добавить дату
button-conflicts = ⚖️ Спорных дат: { $count }
title-ask = Напишите новый заголовок.
source-ask = Напишите источник: газету, агентство или сайт.
day-ask = Когда это опубликовано? Напишите день: 2019-05-02, 2 мая 2019.
day-unreadable = Не понял, какой это день. Напишите так: 2019-05-02 или 2 мая 2019. /cancel — передумать.
day-future = Этот день ещё впереди: { $day }. Публикация не могла выйти тогда. Какой это был день?
text-ask = Пришлите исправленный текст целиком, он станет новой версией. Длинный текст может прийти несколькими сообщениями.
line-empty = Напишите, пожалуйста, одной строкой текста. /cancel — передумать.
add-date-when = Когда это будет? Напишите день, месяц или промежуток: 9 июня 2019, 9 июня 2019 19:00, июнь 2019.
add-date-name = { $day }. А что тогда произойдёт? Напишите короткое название.
period-unreadable = Не понял эту дату. Напишите так: 9 июня 2019, 9 июня 2019 19:00, июнь 2019. /cancel — передумать.

published = ✅ Теперь это видят читатели: { $title }
published-dates = { $count ->
    [0] Важных дат в ней нет.
    [one] В ней { $count } важная дата.
    [few] В ней { $count } важные даты.
   *[many] В ней { $count } важных дат.
}
published-undated = ⚠️ Дата неизвестна: слова вроде «9 июня» остаются без года.
published-again = ↩️ Снова на месте: { $title }
corrected = ✏️ Исправлено: { $title }

button-correct = ✏️ Исправить
button-retract = ↩️ Отозвать
button-retract-yes = ↩️ Да, отозвать
button-show-all = Показать все
briefings-none-to-choose = Пока ничего не опубликовано. Загрузить статью: /load.
briefings-not-found = Не нашёл новости, в заголовке которой есть «{ $words }».
edit-which = ✏️ Какую новость исправить?
retract-which = ↩️ Какую новость отозвать?
retract-confirm = Отозвать { $title }? С этой минуты я ничего из неё не расскажу, и то, что она говорит о важных датах, тоже исчезнет: останется то, что говорят другие новости.
retracted = ↩️ Отозвано: { $title }
date-back = 📆 { $name }: снова { $day }. { $notified }
dates-withdrawn = { $count ->
    [one] 🗓 { $count } важной даты в новостях больше нет.
    [few] 🗓 { $count } важных дат в новостях больше нет.
   *[many] 🗓 { $count } важных дат в новостях больше нет.
}
withdrawn-told = { $followers ->
    [one] Сообщаю { $followers } читателю, который о ней слышал.
    [few] Сообщаю { $followers } читателям, которые о ней слышали.
   *[many] Сообщаю { $followers } читателям, которые о ней слышали.
}
briefing-no-longer = Эта новость больше не опубликована.
card-undated = день неизвестен
card-version = Версия { $version }

button-move = 📆 Перенести
button-cancel-date = ❌ Отменить
button-move-yes = 📆 Да, перенести
button-cancel-date-yes = ❌ Да, отменено
button-keep-date = Нет, всё в силе
dates-none-to-choose = Впереди важных дат нет.
dates-not-found = Не нашёл важной даты по словам «{ $words }».
movedate-which = 📆 Какую дату перенесли?
canceldate-which = ❌ Что отменили?
movedate-ask = { $name }: { $day }. Когда теперь? Напишите новую дату: 16 июня { $year }, 16 июня { $year } 19:00, июнь { $year }.
movedate-same = Эта дата и так стоит. Когда теперь?
movedate-confirm = 📆 { $name }
    Было: { $old }
    Теперь: <b>{ $new }</b>
movedate-hour-kept = Время остаётся прежним; чтобы изменить и его, напишите день вместе со временем.
movedate-past = ⚠️ Этот день уже прошёл.
movedate-right = Подписчики об этом узнают. Всё верно?
movedate-expired = Я уже не знаю, какой день вы написали. Начните, пожалуйста, заново: /movedate
already-done = Уже сделано.
followers-told = { $followers ->
    [0] За этой датой никто не следит.
    [one] Сообщаю { $followers } подписчику.
    [few] Сообщаю { $followers } подписчикам.
   *[many] Сообщаю { $followers } подписчикам.
}
canceldate-confirm = ❌ { $name }, { $day }: отменить? Подписчики об этом узнают.
desk-moved = 📆 { $name }: теперь { $day }. { $notified }
desk-cancelled = ❌ { $name } ({ $day }): отменено. { $notified }
desk-taken = ⚖️ Решено. { $name }: теперь { $day }. { $notified }
desk-kept = ⚖️ Решено. { $name }: остаётся { $day }.
desk-undone = ↩️ Всё как было. { $name }: { $day }. { $notified }
date-no-longer = Этой даты больше нет.
date-changed-since = Эту дату с тех пор снова изменили.
conflict = ⚖️ Две новости называют разные даты: { $name }
conflict-side = <b>{ $day }</b>
conflict-origin = — { $title }, { $day }
conflict-newer = Вторая новость свежее. Какая дата верна?
conflict-same-day = Обе новости одного дня. Какая дата верна?
conflict-older = Вторая новость старее. Какая дата верна?
conflict-settled = Это уже решено.
conflicts-none = Спорных дат нет.
same-question = 🔗 { $name }: это то же, что { $other }?
same-joined = 🔗 Теперь это одна дата: { $name }. Каждый видит её на своём языке.
same-apart = Это разные даты: { $name } и { $other }.
button-same = То же самое
button-another = Другое
button-take = ✅ Взять новую дату
button-keep = Оставить прежнюю

editors-title = 👥 <b>Редакторы</b>
editors-none = 👥 Кроме владельцев, редакторов пока нет.
editors-one = { $name } · { $id }
editors-how = Чтобы назначить редактора, ответьте на его сообщение командой /editors или нажмите кнопку ниже.
editors-ask = Перешлите мне сообщение нового редактора или напишите его числовой ID в Telegram. /cancel — передумать.
editors-hidden = Профиль этого человека скрыт. Попросите у него числовой ID в Telegram (его подскажет @userinfobot) и напишите мне.
editors-unreadable = Не понял, кто это. Перешлите мне его сообщение или напишите числовой ID в Telegram.
editors-bot = Бот не может быть редактором.
editors-owner = Владельцы и так могут редактировать.
editors-confirm = Больше не считать { $name } редактором?
editors-added = 👤 Новый редактор: { $name }.
editors-removed = 👤 Больше не редактор: { $name }.
editors-not-one = Этот человек не редактор.
button-add-editor = ➕ Добавить редактора
button-remove-editor = Да, убрать

stats-title = 📊 <b>Как дела</b>
stats-published = Опубликовано новостей: { $count }
stats-drafts = Черновиков: { $count }
stats-dates-ahead = Важных дат впереди: { $count }
stats-conflicts = Спорных дат: { $count }
stats-readers = Читателей: { $count }
stats-unreachable = Из них заблокировали меня: { $count }
stats-followers = Подписчиков: { $count }
stats-owed = Сообщений в очереди: { $count }
stats-sent = Сообщений отправлено: { $count }
stats-failed = Сообщений не дошло: { $count }
stats-unanswered = Вопросов без ответа: { $count }

questions-none = 👌 Вопросов без ответа нет.
questions-title = ❓ <b>Вопросов без ответа: { $count }</b>
questions-one = { $number }. { $question } { $count ->
    [1] {""}
    [one] (спросили { $count } раз)
    [few] (спросили { $count } раза)
   *[many] (спросили { $count } раз)
}
questions-dismissed = Отложено: { $question }
questions-gone = Этого вопроса больше нет.
questions-load = Пришлите статью, которая отвечает на вопрос «{ $question }».
button-question-load = 📄 Статья для { $number }
button-question-dismiss = Отложить { $number }

broadcast-ask = 📣 Что написать всем читателям? Пришлите текст. /cancel — передумать.
broadcast-long = Слишком длинно для одного сообщения: не больше { $limit } знаков, пожалуйста.
broadcast-nobody = Читателей пока нет.
broadcast-preview = { $count ->
    [one] 📣 Это получит { $count } читатель:
    [few] 📣 Это получат { $count } читателя:
   *[many] 📣 Это получат { $count } читателей:
}
broadcast-dropped = Хорошо, ничего не отправлено.
broadcast-sent = 📣 Отправлено { $sent } из { $total }.
broadcast-failed = Не доставлено: { $count }
broadcast-stopped = Остановлено до отправки: { $count }
button-broadcast = { $count ->
    [one] 📣 Отправить { $count } читателю
   *[many] 📣 Отправить { $count } читателям
}
button-broadcast-renew = 🔄 Сколько уже?
button-broadcast-stop = ✋ Остановить

button-delivery = 📬 Доставка
delivery-title = 📬 Сообщения: { $name }
delivery-none = Пока ни одного.
delivery-line = { $what } · { $state }: { $count }
delivery-late = (с опозданием: { $count })
delivery-kind-reminder = Напоминание { $lead }
delivery-kind-moved = О переносе
delivery-kind-cancelled = Об отмене
delivery-kind-restored = О том, что всё в силе
delivery-kind-correction = О том, что новость отозвана
delivery-state-pending = ждёт отправки
delivery-state-sending = в пути
delivery-state-sent = отправлено
delivery-state-dropped = уже не нужно
delivery-state-failed = не доставлено
delivery-state-unknown = возможно, дошло
delivery-after-moved = перенос
delivery-after-cancelled = отмена
delivery-after-restored = снова в силе
delivery-snoozed = (отложено читателем)
delivery-reason-moved = дату перенесли
delivery-reason-cancelled = событие отменили
delivery-reason-restored = событие снова в силе
delivery-reason-withdrawn = об этой дате больше не говорит ни одна новость
delivery-reason-back = новость вернулась
delivery-reason-changed = дата тем временем изменилась
delivery-reason-anew = время рассчитано заново
delivery-reason-stopped = читатель отказался
delivery-reason-unreachable = читатель недоступен
delivery-reason-over = к тому времени всё прошло
delivery-reason-overtaken = вместо него пришло более позднее
delivery-reason-crashed = бот остановился во время отправки
delivery-reason-wait = Telegram попросил подождать
delivery-reason-migrated = у группы новый номер
delivery-reason-error = сбой, подробности в журнале

draft-doubtful = ❔ Из текста не ясно, впереди «{ $mention }» или уже позади. Проверьте, пожалуйста.
draft-why-published = «{ $mention }» отсчитано от дня публикации: { $day }.
draft-why-told = «{ $mention }» отсчитано от названного раньше дня: { $day }.
