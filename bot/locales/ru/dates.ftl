dates-ahead = 🗓 <b>Что впереди</b>
dates-past = 🗓 <b>Что прошло</b>
dates-none-ahead = Сейчас в новостях нет дат впереди.
dates-none-past = Пока ничего не прошло.
timeline-title = 🧭 <b>Хронология</b>
timeline-none = Важных дат пока нет.
timeline-today = — сегодня: { $day } —
date-gone = Этой даты в новостях больше нет.
date-place = 📍 { $place }
date-moved = 🔁 Перенесено. Раньше было: { $day }.
date-cancelled = ❌ Отменено. Планировалось: { $day }.
moved-by-hand = ✍️ Дату изменили редакторы: { $day }.
date-withdrawn = Это отозвано: ни одна новость об этом больше не говорит.
date-by-editor = Добавлено редакторами.
more-evidence = { $count ->
    [one] Об этом говорит ещё { $count } новость.
    [few] Об этом говорят ещё { $count } новости.
   *[many] Об этом говорят ещё { $count } новостей.
}
status-moved = 🔁 перенесено
button-ahead = 🗓 Впереди
button-past = 🕰 Прошедшие
button-timeline = 🧭 Хронология
button-calendar = 📅 В мой календарь
button-today = • Сегодня •
calendar-name = Важные даты
calendar-followed = 📅 Даты, за которыми вы следите. Откройте файл, чтобы добавить их в календарь.
calendar-all = 📅 Все даты впереди. Откройте файл, чтобы добавить их в календарь.
calendar-one = 📅 Откройте файл, чтобы добавить дату в календарь.
calendar-none = Впереди нет дат, которые можно добавить в календарь.
named-in-en = (на английском)
named-in-ru = (на русском)
named-in-kk = (на казахском)
