"""Every kind of button there is, by what its data holds."""

from bot.telegram.callbacks import (
    ID,
    ISO_DAY,
    LANGUAGE,
    LEAD,
    LEADS,
    PAGE,
    PAGE_OF_TIME,
    PART,
    QUIET,
    RANDOM_NAME,
    REVISION,
    SIDE,
    TIME,
    ZONE,
    data,
    maybe,
    one_of,
)

HELP = data("help")
WHY = data("why")

BRIEFINGS = data("briefings", PAGE)
BRIEFING = data("briefing", ID)
BRIEFING_OF_LIST = data("briefing", ID, PAGE)

DATES = data("dates", SIDE, PAGE)
TIMELINE = data("timeline", PAGE_OF_TIME)
DATE = data("date", ID)
DATE_OF_LIST = data("date", ID, SIDE, PAGE)
CALENDAR = data("calendar")
CALENDAR_OF_DATE = data("calendar", ID)

REMIND = data("remind", ID, maybe(LEADS))
REMIND_AT = data("remind-at", ID, TIME)
FOLLOW = data("follow")
FOLLOW_TOPIC = data("follow-topic")
FOLLOW_EVERYTHING = data("follow-everything")
UNFOLLOW = data("unfollow", ID)
DROP = data("drop", ID)
REFOLLOW = data("refollow", ID)
REMINDERS = data("reminders", PAGE)
FOLLOWING = data("following", ID)
TOPIC = data("topic", ID)
STOP_ALL = data("stop-all")
STOP_ALL_YES = data("stop-all:yes")
REFOLLOW_ALL = data("refollow-all")
ONE_LEAD = data("lead", PART, ID, LEAD)
OTHER_LEADS = data("leads", PART, ID)
SNOOZE = data("snooze", ID, one_of("hours", "tomorrow", "eve"))
UNSNOOZE = data("unsnooze", ID)
DIGEST = data("digest")
DIGEST_RHYTHM = data("digest", one_of("off", "daily", "weekly"))

SETTINGS = data("settings")
SET = data("set", one_of("language", "zone", "time", "leads", "quiet"))
SET_BY_WRITING = data("set:write", one_of("zone", "time", "quiet", "leads"))
SET_LANGUAGE = data("set:language", LANGUAGE)
SET_ZONE = data("set:zone", ZONE)
SET_TIME = data("set:time", TIME)
SET_LEADS = data("set:leads", LEAD)
SET_QUIET = data("set:quiet", QUIET)
EXPORT = data("export")
FORGET = data("forget")
FORGET_YES = data("forget:yes")
FORGET_NO = data("forget:no")

LOAD = data("load", one_of("yes", "no"), ID)
DRAFT = data("draft", ID, maybe(PAGE))
PUBLISH = data("publish", ID, maybe(one_of("undated")))
UNDATED = data("undated", ID)
DISCARD = data("discard", ID)
RESTORE = data("restore", ID)
LEAVE_OUT = data("leave-out", ID)
PUT_BACK = data("put-back", ID)
DESCRIBE = data("", one_of("title", "source", "day"), ID)
PUBLISHED_ON = data("on", ID, ISO_DAY)
ADD_DATE = data("add-date", ID)

BRIEFING_PAGE = data("", one_of("edit-page", "retract-page"), PAGE)
EDIT = data("edit", ID)
CORRECT = data("correct", ID)
RETRACT = data("retract", ID)
RETRACT_YES = data("retract-yes", ID)
UNRETRACT = data("unretract", ID)
DISMISS = data("dismiss")

DATE_PAGE = data("", one_of("movedate-page", "canceldate-page"), PAGE)
MOVE = data("movedate", ID)
MOVE_YES = data("move-yes", ID, REVISION)
CANCEL = data("canceldate", ID)
CANCEL_YES = data("cancel-yes", ID)
DELIVERY = data("delivery", ID)
UNDO = data("undo-date", ID, REVISION)
CONFLICTS = data("conflicts")
SETTLE = data("settle", ID, one_of("take", "keep"))
SAME = data("same", ID, one_of("yes", "no"))
ASK_AGAIN = data("ask-again", ID)

EDITORS = data("editors")
ADD_EDITOR = data("add-editor")
EDITOR = data("editor", ID)
REMOVE_EDITOR = data("remove-editor", ID)
RETURN_EDITOR = data("return-editor", ID)
QUESTIONS = data("questions", PAGE)
QUESTION_LOAD = data("question-load", ID)
QUESTION_DISMISS = data("question-dismiss", ID)
QUESTION_BACK = data("question-back", ID)
BROADCAST = data("broadcast", RANDOM_NAME)
BROADCAST_YES = data("broadcast-yes", RANDOM_NAME)
BROADCAST_NO = data("broadcast-no")
BROADCAST_STOP = data("broadcast-stop", RANDOM_NAME)
