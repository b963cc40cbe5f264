privacy =
    🔒 <b>What I keep about you</b>

    • the number of this chat, your language, time zone and times
    • what you follow, and what I owe or sent you
    • what you write, until I have answered it
privacy-nothing-else = • nothing else: no name, no phone number, no contacts
privacy-editor = • as an editor: your name and your Telegram number, since when, and what you loaded and changed
privacy-owner = • as an owner: your Telegram number, beside what you loaded and changed
privacy-nothing-else-desk = • nothing else: no phone number, no contacts
privacy-dismissed = When an owner dismisses you as an editor, your name and number are deleted at once. What you did stays, without saying who did it.
privacy-group =
    🔒 <b>What I keep about this group</b>

    • its number, language, time zone and times
    • what it follows, and what I owe or sent it
    • what is written to me, until I have answered it
    • nothing else: not who its members are, nor what they write to each other
privacy-questions-here = Your questions stay on this machine. One that I could not answer is kept without any sign of who asked, so that editors know what is missing.
privacy-questions-model = Your questions, with the sentences found for them, go to the language model that the editors chose; without your name. One that I could not answer is kept without any sign of who asked, so that editors know what is missing.
privacy-press = Press below to get all of it as a file, or to have it deleted.
button-export = 📄 Get my data
button-forget = 🗑 Forget me
button-forget-group = 🗑 Forget this group
export-caption = 📄 Everything I keep about this chat.
forget-ask = Shall I delete everything about you: your settings, what you follow, your reminders? This cannot be undone.
forget-ask-group = Shall I delete everything about this group: its settings, what it follows, its reminders? This cannot be undone.
button-forget-yes = 🗑 Yes, delete everything
button-forget-no = No, keep it
forgotten = Done: nothing about you is left here. Write /start whenever you like to begin anew.
forgotten-desk = Done: nothing is left here but what your work at the desk needs, until you stop being an editor or owner: see /privacy. Write /start whenever you like to begin anew.
forgotten-group = Done: nothing about this group is left here. Write /start whenever you like to begin anew.
forget-kept = All right, everything stays.
