nothing-told = The briefings do not tell.
nothing-told-nearest = The briefings do not tell. These come nearest:
ask-how = Write your question after the command: /ask when is the election?
ask-words = Please ask in words, for example: when is the election?
question-long = That is a long question. Please ask it in a sentence or two.
date-ahead = { $day } — { $distance }
date-passed = That was { $day } — { $distance }.
as-of = as of { $date }
as-of-unknown = publication date unknown
stale = ⚠️ This is old news, published on { $date }. Things may have changed since.
stale-undated = ⚠️ Nobody knows when this was published. Things may have changed since.
told-otherwise = This briefing told another day:
disagreement = An earlier briefing said otherwise:
shortened = { $count ->
    [one] One more finding did not fit here.
   *[other] { $count } more findings did not fit here.
}
button-remind = 🔔 Remind me
button-remind-of = 🔔 Remind me: { $name }
button-following = ✅ Reminders are on
button-why = 🔍 Why this answer
button-following-short = ✅ On
date-ahead-far = { $day }
date-passed-far = That was { $day }.
you-are-welcome = You are welcome! Ask whenever you like.
