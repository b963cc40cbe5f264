# What people hear while something that the bot needs is away.
answer-late = ⏳ You asked a while ago. I am sorry that this comes late.
database-away = I cannot reach my records just now. I keep trying: if no answer comes within a few minutes, please ask again.
nothing-stored = I cannot store anything just now, so this is not done yet. Questions I can still answer. I keep trying: if you hear no more within a few minutes, please try again later.
telegram-failed = Telegram did not give me what I need for this. Please send it once more.
