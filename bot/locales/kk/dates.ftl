dates-ahead = 🗓 <b>Алда не бар</b>
dates-past = 🗓 <b>Не өтті</b>
dates-none-ahead = Қазір жаңалықтарда алдағы күндер жоқ.
dates-none-past = Әзірге өткен ештеңе жоқ.
timeline-title = 🧭 <b>Уақыт желісі</b>
timeline-none = Әзірге маңызды күндер жоқ.
timeline-today = — бүгін: { $day } —
date-gone = Бұл күн жаңалықтарда енді жоқ.
date-place = 📍 { $place }
date-moved = 🔁 Мерзімі өзгерді. Бұрынғысы: { $day }.
date-cancelled = ❌ Болмайтын болды. Жоспарланғаны: { $day }.
date-withdrawn = Бұл қайтарып алынды: енді ешбір жаңалық бұл туралы айтпайды.
date-by-editor = Редакторлар қосқан.
more-evidence = { $count ->
   *[other] Бұл туралы тағы { $count } жаңалықта айтылған.
}
status-cancelled = ❌ болмайды
status-moved = 🔁 мерзімі өзгерді
button-ahead = 🗓 Алда
button-past = 🕰 Өткен
button-timeline = 🧭 Уақыт желісі
button-calendar = 📅 Күнтізбеме
button-today = • Бүгін •
calendar-name = Маңызды күндер
calendar-followed = 📅 Сіз қадағалайтын күндер. Күнтізбеге қосу үшін файлды ашыңыз.
calendar-all = 📅 Алдағы барлық күн. Күнтізбеге қосу үшін файлды ашыңыз.
calendar-one = 📅 Күнтізбеге қосу үшін файлды ашыңыз.
calendar-none = Күнтізбеге қосатын алдағы күн жоқ.
