load-ask = 📄 Send me the article: paste its text, send a file (.txt, .md, .html) or a link. Long texts may come in several messages. /cancel to leave.
load-this = { $count ->
    [one] 📄 Load this? It becomes a draft for you to review.
   *[other] 📄 Load this? I join these { $count } messages into one draft for you to review.
}
load-accepted = 📥 All right, I load it.
load-declined = All right, I leave it.
load-reading = ⏳ Reading…
load-nothing = There is nothing to load in that message. Send me text, a file (.txt, .md, .html) or a link.
load-gone = I no longer have that text. Please send it again.
load-known-draft = You have this already: it waits as a draft, { $title }.
load-known = You have this already: it is published as { $title }.
button-load-yes = ✅ Yes, load it
button-load-no = No
button-open = Open it
intake-empty = There is nothing in it. Please send the text of the article.
intake-no_sentences = I found no sentences in it. Please send the text of the article, not only its headline or a list.
intake-too_much_text = That is too long: I read at most { $limit } kB of text. Please send one article at a time.
intake-file_too_large = That file is too large: I take at most { $limit } MB.
intake-file_type = I cannot read files of this kind. Please send .txt, .md or .html.
intake-binary = That is not a text file. Please save it as plain text (.txt) and send it again.
intake-encoding = I cannot make out the letters of this file. Please save it as UTF-8 and send it again.
intake-front_matter = I cannot read the lines between the --- marks. Please write them as “name: value”, a line each.
intake-field = “{ $field }” at the top of the file makes no sense to me. Please set it right or leave it out.
intake-bad_link = That is not a link to a web page. It should begin with http:// or https://
intake-private_address = That link leads to a private address, where I do not go. Please paste the text instead.
intake-no_answer = That page does not answer. Please try again later, or paste the text.
intake-bad_answer = I cannot get that page: its server answers { $status }. Please paste the text instead.
intake-too_many_redirects = That link leads from page to page without end. Please send the link of the article itself.
intake-not_a_page = Behind that link is no web page. Please paste the text instead.
intake-page_too_large = That page is too large: I take at most { $limit } MB. Please paste the text instead.
intake-no_article = I found no article on that page. Please paste the text instead.
