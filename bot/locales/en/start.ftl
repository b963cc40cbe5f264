welcome =
    👋 Hello! I know the news my editors gave me, and nothing else.

    Ask me in plain words. I answer with the sentence that proves it, or say that I do not know. And I remind you before the dates you follow.
welcome-desk = ✍️ You may edit: send me an article (text, file, link or forwarded post) or /load it. /drafts shows what waits for review.
welcome-next = Coming up: { $name }, { $day } — { $distance }.
welcome-group =
    👋 Hello everybody! Ask me with /ask, see /dates, and let an administrator /follow a date: then I remind the whole group.
help-asking = <b>Ask</b>
help-reading = <b>Read</b>
help-reminding = <b>Be reminded</b>
help-yours = <b>Yours</b>
help-desk = <b>For editors</b>
help-owning = <b>For owners</b>
help-plain = Or just write your question: “when is the election?”
button-dates = 🗓 What lies ahead
button-briefings = 📰 Briefings
button-reminders = 🔔 My reminders
button-settings = ⚙️ Settings
button-help = ❔ Help
admins-only = In a group this is for its administrators; please ask one of them.
