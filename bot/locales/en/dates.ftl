dates-ahead = 🗓 <b>What lies ahead</b>
dates-past = 🗓 <b>What has passed</b>
dates-none-ahead = Nothing lies ahead in the briefings right now.
dates-none-past = Nothing has passed yet.
timeline-title = 🧭 <b>Timeline</b>
timeline-none = There are no key dates yet.
timeline-today = — today: { $day } —
date-gone = This date is no longer in the briefings.
date-place = 📍 { $place }
date-moved = 🔁 Moved. It used to be: { $day }.
date-cancelled = ❌ Cancelled. It was to be: { $day }.
moved-by-hand = ✍️ Moved by the editors on { $day }.
date-withdrawn = This was taken back: no briefing tells it any longer.
date-by-editor = Added by the editors.
more-evidence = { $count ->
    [one] One more briefing tells of it.
   *[other] { $count } more briefings tell of it.
}
status-moved = 🔁 moved
button-ahead = 🗓 Ahead
button-past = 🕰 Past
button-timeline = 🧭 Timeline
button-calendar = 📅 To my calendar
button-today = • Today •
calendar-name = Key dates
calendar-followed = 📅 The dates you follow. Open the file to put them into your calendar.
calendar-all = 📅 All dates ahead. Open the file to put them into your calendar.
calendar-one = 📅 Open the file to put it into your calendar.
calendar-none = There is no date ahead to put into a calendar.
named-in-en = (in English)
named-in-ru = (in Russian)
named-in-kk = (in Kazakh)
