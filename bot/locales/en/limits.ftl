slow-down = That is more at once than I can answer. Please give me ten seconds, then ask again; what I have not answered by then, I have not read.
words-long = That is too long for me here: at most { $limit } characters, please.
year-far = That year is too far away for me. Please write a date between the years { $first } and { $last }.
desk-private = Let us do that in our private chat: what is not published yet is not for everybody to read.
desk-in-private = I answer in our private chat: what is not published yet is not for everybody to read.
desk-start-first = I would like to answer in our private chat, but I may not write to you there yet. Press the button and then Start, and send me the command again there.
button-to-private = 💬 To our private chat
intake-too_many_sentences = This looks like a list rather than an article: more than { $limit } sentences or lines. Please send less at a time.
