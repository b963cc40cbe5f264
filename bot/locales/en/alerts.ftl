# What owners are told about the bot itself.
alert-database = ⚠️ The database does not answer ({ $reason }). I keep trying; whoever writes meanwhile hears an apology and is answered later.
alert-telegram = ⚠️ Telegram was out of reach for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. What people asked meanwhile is answered now.
alert-disk = ⚠️ I cannot store anything: the disk is full or cannot be written to ({ $reason }). Questions are still answered; nothing else is, until there is room.
alert-errors = ⚠️ { $count ->
    [one] { $count } error
   *[other] { $count } errors
} in the last hour. The log tells what happened.
alert-late = ⚠️ { $count ->
    [one] { $count } reminder
   *[other] { $count } reminders
} went out more than five minutes late in the last hour.
alert-feed = ⚠️ The feed { $name } could not be read.
alert-backup = ⚠️ The backup failed ({ $reason }). The earlier ones are kept.
