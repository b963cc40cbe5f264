welcome =
    👋 Hello! I know the news my editors gave me, and nothing else.

    Ask me in plain words. I answer with the sentence that proves it, or say that I do not know. And I remind you before the dates you follow.
welcome-desk = ✍️ You may edit: send me an article (text, file, link or forwarded post) or /load it. /drafts shows what waits for review.
welcome-next = Coming up: { $name }, { $day } — { $distance }.
welcome-group =
    👋 Hello everybody! I know the news my editors gave me. Ask me with /ask, or call me by my name.

    What an administrator chooses below or with /follow, I remind the whole group of.
help-asking = <b>Ask</b>
help-reading = <b>Read</b>
help-reminding = <b>Be reminded</b>
help-yours = <b>Yours</b>
help-desk = <b>For editors</b>
help-owning = <b>For owners</b>
help-plain = Or just write your question: “when is the election?”
help-in-groups = 👥 In a group I answer /ask and messages that call me by my @name; what its administrators /follow, I remind everybody of.
help-mention = Or call me by my name: { $name } when is the election?
help-group = <b>This group</b>
help-administrators = What the whole group is reminded of, and how, its administrators choose. To my questions, please reply: other messages I do not see.
button-dates = 🗓 What lies ahead
button-briefings = 📰 Briefings
button-reminders = 🔔 My reminders
button-remind-group = 🔔 Remind everybody in this group
button-reminders-group = 🔔 Reminders of this group
button-settings = ⚙️ Settings
button-help = ❔ Help
admins-only = In a group this is for its administrators; please ask one of them.
