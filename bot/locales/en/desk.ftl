desk-language-en = English
desk-language-ru = Russian
desk-language-kk = Kazakh

draft-title = 📝 Draft: { $title }
draft-source = Source: { $source }
draft-no-source = Source: not told
draft-language = Language: { $language }
draft-day = Published on: { $day }
draft-day-missing = Published on: ❓
draft-dates = { $count ->
    [one] 🗓 <b>One key date</b>
   *[other] 🗓 <b>{ $count } key dates</b>
}
draft-date = { $number }. { $name } — { $day }
draft-others = { $count ->
    [one] 👀 <b>Also mentioned: one date.</b> Readers get it only if you take it.
   *[other] 👀 <b>Also mentioned: { $count } dates.</b> Readers get only those you take.
}
draft-no-dates = No key dates found.
draft-left-out = left out
draft-added = added by hand
draft-ask-day = ❓ <b>When was this published?</b> Choose a day, or write it: 2019-05-02, 2 May 2019.
draft-unresolved = ⚠️ Without that day nobody knows when this is: { $words }.
quoted = “{ $words }”
draft-discarded = 🗑 Discarded: { $title }
draft-changed = Changed.
draft-stays-open = First tell me when this was published, or press “No date known”.
draft-no-longer = This draft is no longer there: it was published or discarded meanwhile.
drafts-none = No drafts wait for review. Load an article with /load.
drafts-waiting = { $count ->
    [one] 📝 One draft waits for review:
   *[other] 📝 { $count } drafts wait for review:
}
button-publish = ✅ Publish
button-publish-undated = ✅ Publish without a date
undated-confirm = Publish { $title } without its date? Its relative dates stay unresolved.
button-discard = 🗑 Discard
button-title = ✏️ Title
button-day = 📅 Date
button-source = 🏷 Source
button-text = 📄 Text
button-day-today = Today
button-day-yesterday = Yesterday
button-no-day = No date known
button-leave-out = ➖ Leave out { $number }
button-put-back = ➕ Put back { $number }
button-take-date = ➕ Take { $number }
button-add-date = 🗓 Add a key date
button-conflicts = { $count ->
    [one] ⚖️ One date to settle
   *[other] ⚖️ { $count } dates to settle
}
title-ask = Write the new title.
source-ask = Write the source: the newspaper, agency or site.
day-ask = When was it published? Write the day: 2019-05-02, 2 May 2019.
day-unreadable = I did not understand that as one day. Write it like this: 2019-05-02 or 2 May 2019. /cancel to leave.
day-future = { $day } still lies ahead, so it cannot have been published then. Which day was it?
text-ask = Send the corrected text in full; it becomes a new version. Long texts may come in several messages.
line-empty = Please write it in a line of plain text. /cancel to leave.
add-date-when = When is it? Write the day, month or range: 9 June 2019, 9 June 2019 19:00, June 2019.
add-date-name = { $day }. And what happens then? Write a short name.
period-unreadable = I did not understand that as a date. Write it like this: 9 June 2019, 9 June 2019 19:00, June 2019. /cancel to leave.

published = ✅ Readers can find it now: { $title }
published-dates = { $count ->
    [0] It tells no key dates.
    [one] It tells one key date.
   *[other] It tells { $count } key dates.
}
published-undated = ⚠️ No date is known: words such as “June 9” stay unresolved.
published-again = ↩️ It is back: { $title }
corrected = ✏️ Corrected: { $title }

button-correct = ✏️ Correct
button-retract = ↩️ Take back
button-retract-yes = ↩️ Yes, take it back
button-show-all = Show all
briefings-none-to-choose = Nothing is published yet. Load an article with /load.
briefings-not-found = I found no briefing with “{ $words }” in its title.
edit-which = ✏️ Which briefing shall be corrected?
retract-which = ↩️ Which briefing shall be taken back?
retract-confirm = Take back { $title }? From that moment on nothing of it is told, and what it tells of key dates goes with it: they fall back to what other briefings tell.
retracted = ↩️ Taken back: { $title }
date-back = 📆 { $name }: back to { $day }. { $notified }
dates-withdrawn = { $count ->
    [one] 🗓 One key date is told no longer.
   *[other] 🗓 { $count } key dates are told no longer.
}
withdrawn-told = { $followers ->
    [one] One reader who had heard of it is being told.
   *[other] { $followers } readers who had heard of it are being told.
}
briefing-no-longer = This briefing is no longer published.
card-undated = day unknown
card-version = Version { $version }

button-move = 📆 Move
button-cancel-date = ❌ Cancel it
button-move-yes = 📆 Yes, move it
button-cancel-date-yes = ❌ Yes, it is cancelled
button-keep-date = No, it stays
dates-none-to-choose = No key dates lie ahead.
dates-not-found = I found no key date for “{ $words }”.
movedate-which = 📆 Which date has moved?
canceldate-which = ❌ Which date is cancelled?
movedate-ask = { $name } is on { $day }. When is it now? Write the new date: 16 June { $year }, 16 June { $year } 19:00, June { $year }.
movedate-same = That is the date it has already. When is it now?
movedate-confirm = 📆 { $name }
    Before: { $old }
    Now: <b>{ $new }</b>
movedate-hour-kept = The time of day stays; to change it, write the day with a time.
movedate-past = ⚠️ That day has passed already.
movedate-right = Followers will be told. Is that right?
movedate-expired = I no longer know which day you wrote. Please begin again: /movedate
already-done = Already done.
followers-told = { $followers ->
    [0] Nobody follows it.
    [one] One follower is being told.
   *[other] { $followers } followers are being told.
}
canceldate-confirm = ❌ Is { $name }, { $day }, cancelled? Followers will be told.
desk-moved = 📆 { $name } is on { $day } now. { $notified }
desk-cancelled = ❌ { $name } ({ $day }) is cancelled. { $notified }
desk-taken = ⚖️ Settled: { $name } is on { $day } now. { $notified }
desk-kept = ⚖️ Settled: { $name } stays on { $day }.
desk-undone = ↩️ As it was: { $name }, { $day }. { $notified }
date-no-longer = This date is no longer there.
date-changed-since = This date was changed again meanwhile.
conflict = ⚖️ Two briefings tell different dates: { $name }
conflict-side = <b>{ $day }</b>
conflict-origin = — { $title }, { $day }
conflict-newer = The second one is newer. Which date holds?
conflict-same-day = Both are of the same day. Which date holds?
conflict-older = The second one is older. Which date holds?
conflict-settled = This is settled already.
conflicts-none = No dates wait to be settled.
same-question = 🔗 { $name }: the same as { $other }?
same-joined = 🔗 One key date now: { $name }. Everybody sees it in their language.
same-apart = Two key dates: { $name } and { $other }.
button-same = The same
button-another = Another
button-take = ✅ Take the new date
button-keep = Keep the old

editors-title = 👥 <b>Editors</b>
editors-none = 👥 Nobody is an editor yet, apart from the owners.
editors-one = { $name } · { $id }
editors-how = To appoint somebody, answer a message of theirs with /editors, or press the button below.
editors-ask = Forward me a message of the new editor, or write their numeric Telegram ID. /cancel to leave.
editors-hidden = That person hides behind a private profile. Ask them for their numeric Telegram ID (they can get it from @userinfobot) and write it to me.
editors-unreadable = I did not see who that is. Forward me a message of theirs, or write their numeric Telegram ID.
editors-bot = A bot cannot be an editor.
editors-owner = Owners may edit anyway.
editors-confirm = Shall { $name } no longer be an editor?
editors-added = 👤 { $name } is an editor now.
editors-removed = 👤 { $name } is no longer an editor.
editors-not-one = That person is no editor.
button-add-editor = ➕ Add an editor
button-remove-editor = Yes, remove

stats-title = 📊 <b>How things stand</b>
stats-published = Briefings published: { $count }
stats-drafts = Drafts: { $count }
stats-dates-ahead = Key dates ahead: { $count }
stats-conflicts = Dates to settle: { $count }
stats-readers = Readers: { $count }
stats-unreachable = Readers who blocked me: { $count }
stats-followers = Followers: { $count }
stats-owed = Messages still to send: { $count }
stats-sent = Messages sent: { $count }
stats-failed = Messages that failed: { $count }
stats-unanswered = Questions without an answer: { $count }

questions-none = 👌 No questions wait for an answer.
questions-title = { $count ->
    [one] ❓ <b>One question has no answer</b>
   *[other] ❓ <b>{ $count } questions have no answer</b>
}
questions-one = { $number }. { $question } { $count ->
    [one] {""}
   *[other] (asked { $count } times)
}
questions-dismissed = Put aside: { $question }
questions-gone = This question is no longer there.
questions-load = An article that answers “{ $question }”, please.
button-question-load = 📄 Load for { $number }
button-question-dismiss = Put { $number } aside

broadcast-ask = 📣 What shall I write to all readers? Send me the text. /cancel to leave.
broadcast-long = That is too long for one message: at most { $limit } characters, please.
broadcast-nobody = There are no readers yet.
broadcast-preview = { $count ->
    [one] 📣 This goes to one reader:
   *[other] 📣 This goes to { $count } readers:
}
broadcast-dropped = All right, nothing was sent.
broadcast-sent = 📣 Sent to { $sent } of { $total }.
broadcast-failed = Could not be delivered: { $count }
broadcast-stopped = Stopped before it went out: { $count }
button-broadcast = { $count ->
    [one] 📣 Send to one reader
   *[other] 📣 Send to { $count } readers
}
button-broadcast-renew = 🔄 How far?
button-broadcast-stop = ✋ Stop

button-delivery = 📬 Delivery
delivery-title = 📬 Messages about { $name }
delivery-none = None so far.
delivery-line = { $what } · { $state }: { $count }
delivery-late = (late: { $count })
delivery-kind-reminder = Reminder { $lead }
delivery-kind-moved = Notice: moved
delivery-kind-cancelled = Notice: cancelled
delivery-kind-restored = Notice: on after all
delivery-kind-correction = Notice: taken back
delivery-state-pending = waiting
delivery-state-sending = on the way
delivery-state-sent = sent
delivery-state-dropped = not needed any more
delivery-state-failed = failed
delivery-state-unknown = perhaps arrived
delivery-after-moved = moved
delivery-after-cancelled = cancelled
delivery-after-restored = on after all
delivery-snoozed = put off by the reader
delivery-reason-moved = the date moved
delivery-reason-cancelled = cancelled
delivery-reason-restored = on after all
delivery-reason-withdrawn = no briefing tells the date any longer
delivery-reason-back = the briefing came back
delivery-reason-changed = the date changed meanwhile
delivery-reason-anew = planned anew
delivery-reason-stopped = the reader wants it no more
delivery-reason-unreachable = the reader is out of reach
delivery-reason-over = it was over by then
delivery-reason-overtaken = a nearer reminder came instead
delivery-reason-crashed = the bot stopped while sending
delivery-reason-wait = Telegram asked to wait
delivery-reason-migrated = the group has a new number
delivery-reason-error = something went wrong, see the log

draft-doubtful = ❔ The text does not say whether “{ $mention }” lies ahead or behind. Please check.
draft-why-published = “{ $mention }” is counted from the day of publication, { $day }.
draft-why-told = “{ $mention }” is counted from { $day }, told before it.
