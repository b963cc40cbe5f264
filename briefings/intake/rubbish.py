"""Words by which the leavings of a web page are known, in English, Russian and Kazakh."""

import re
from typing import Final


def _lines(*shapes: str) -> re.Pattern[str]:
    return re.compile(f"\\A(?:{'|'.join(shapes)})[\\s.:…!]*", re.IGNORECASE)


def _openings(*shapes: str) -> re.Pattern[str]:
    return re.compile(f"\\A(?:{'|'.join(shapes)})", re.IGNORECASE)


_WAYS: Final = (
    r"accessibility links?|skip to (?:main )?(?:content|search|navigation)|(?:main )?menu|home(?: ?page)?|search",
    r"back to top|log ?in|sign (?:in|up|out)|register|my account|live|top stories|(?:latest|breaking|more)(?: news)?",
    r"главная(?: страница)?|меню|поиск|войти|вход|регистрация|наверх|срочно|эфир|(?:последние |все )?новости",
    r"лента новостей|перейти к (?:основному )?(?:содержанию|поиску|навигации)|ссылки для упрощ[её]нного доступа",
    r"басты бет|мәзір|іздеу|кіру|тіркелу|жоғары|(?:соңғы |барлық )?жаңалықтар|тікелей эфир|шұғыл",
    r"accessibility сілтемелер|негізгі (?:мазмұнға|мәтінге) өт(?:у|іңіз)|іздеуге өт(?:у|іңіз)",
)
_PLAYERS: Final = (
    r"please wait|no media source currently available|(?:(?:[^\w:]|:(?!\d))*\d{1,2}(?::\d\d){1,2})+",
    r"подождите(?:,? пожалуйста)?|нет (?:доступного видео|медиаисточника.*)|күте тұрыңыз|медиа көзі жоқ.*",
)
_PICTURES: Final = (
    r"loading|auto|play|pause|mute|embed|the code has been copied.*|\d{2,4}p(?: \| .{1,20})?",
    r"(?:direct link|download|pop-?out player|share this video|width \d+ ?(?:px)?|height \d+ ?(?:px)?).{0,20}",
    r"загрузка|скачать|на весь экран|жүктелуде|жүктеп алу|\d{1,2}x\d{1,2} (?:image|photo|сурет|изображение)",
)
_SHARING: Final = (
    r"(?:share|tweet|pin|print|e-?mail|copy(?: link)?|save|bookmark|follow us)(?: (?:this|on|via|by|to) .{1,40})?",
    r"facebook|twitter|x|telegram|whatsapp|vkontakte|vk|linkedin|reddit|messenger|instagram|youtube|viber|tiktok|ok",
    r"поделиться(?: .{1,40})?|распечатать|версия для печати|скопировать(?: ссылку)?|вконтакте|одноклассники|отправить",
    r"бөлісу(?: .{1,40})?|басып шығару|сілтемені көшіру|көшіру|жіберу",
)
_BUSINESS: Final = (
    r"subscribe|newsletters?|donate|support us|advertisement|sponsored(?: content)?|ad",
    r"подписаться|реклама|рассылка|поддержать|на правах рекламы|жазылу|жарнама",
    r"(?:accept|reject|allow|manage)(?: all)? ?(?:cookies)?|cookie (?:settings|policy)|принять(?: все)?",
    r"all rights reserved|все права защищены|барлық құқықтар? қорғалған|privacy policy|terms of (?:use|service)",
)
_COUNTERS: Final = (
    r"(?:\d[\d,. ]*|no|show|hide|view|leave a|add a|post a|load more)? ?comments?(?: ?\(?\d+\)?)?",
    r"\d[\d,. ]*k? (?:views|shares|likes)|\d+ min(?:ute)?s? read|(?:reading time|время чтения):? .{1,20}",
    r"(?:\d[\d ]*|нет|показать|оставить|добавить)? ?комментари(?:й|я|ев|и)(?: ?\(?\d+\)?)?",
    r"\d[\d ]* просмотр(?:ов|а)?|\d[\d ]* (?:рет )?қаралды",
    r"(?:\d[\d ]*)? ?(?:пікір(?:лер)?|түсініктеме(?:лер)?)(?: қалдыру| ?\(?\d+\)?)?",
)

CONTROLS: Final = _lines(*_WAYS, *_PLAYERS, *_PICTURES, *_SHARING, *_BUSINESS, *_COUNTERS)
"""Whole lines that are buttons, menus or counters."""

PLAYERS: Final = _lines(*_PLAYERS)
"""Lines of a player; the line over them is the name of its film."""

PITCHES: Final = _openings(
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b",
    r"by (?:continuing|clicking)\b.{0,60}\b(?:agree|consent|accept)",
    r"subscribe (?:to|now)\b|sign up (?:for|to) (?:our|the|my|get)\b|get (?:our|the) .{0,30}newsletter",
    r"follow us on\b|join our (?:telegram|channel)",
    r"(?:click|tap) here\b|©|\(c\) \d{4}|copyright (?:©|\(c\)|\d{4})|download our app",
    r"(?:мы|наш сайт|этот сайт|сайт) использу(?:ем|ет) (?:файлы )?cookie|продолжая .{0,40}(?:соглашаетесь|согласие)",
    r"подпи(?:шитесь|сывайтесь)\b|следите за нами|читайте нас\b|присоединяйтесь к нам|нажмите здесь",
    r"(?:біз|бұл сайт|сайт|біздің сайт) (?:файлы )?cookie|біздің .{0,40}(?:жазылыңыз|қосылыңыз)",
    r"бізді оқыңыз|осында басыңыз",
)
"""Openings of sentences that ask the reader for something."""

CAPTIONS: Final = _openings(
    r"(?:watch(?: (?:the )?(?:video|live))?|video|listen|audio|photo gallery|in pictures|infographic)\s*:",
    r"(?:photo|image|picture|file photo|credit|illustrative (?:photo|image))(?: by| credit)?\s*:",
    r"(?:видео|смотр(?:ите|еть)(?: видео)?|слушайте|аудио|инфографика)\s*:",
    r"(?:источник |иллюстративное )?фото(?:галерея)?\s*:",
    r"(?:(?:видео|бейне)(?:ні|ны)? көріңіз|көріңіз|бейне|тыңдаңыз|сурет|көрнекі сурет|фотогалерея)\s*:",
)
"""Openings of lines that belong to a picture or a player."""

ELSEWHERE: Final = _openings(
    r"(?:read more|read also|see also|also read|also on|more on this)\b",
    r"related(?: (?:articles|stories|news|content|topics))?\b",
    r"(?:most (?:read|popular)|recommended|you may also like|don't miss|editors?[’']s? picks?|trending)\b",
    r"читайте также|читать (?:далее|также|еще|ещё)|смотрите также|по теме|похожие|материалы по теме|популярное",
    r"самое читаемое|рекомендуем|ещё по теме|еще по теме|вам может быть интересно|не пропустите",
    r"тағы оқыңыз|оқи отырыңыз|сондай-ақ оқыңыз|толығырақ оқу|тақырып бойынша|ең көп оқылған|ұсынамыз|айдарлас",
)
"""Openings of lines that lead to other articles; headlines right after them are not of this one."""

AUTHOR_BOXES: Final = _lines(r"about the authors?|the authors?|об авторах?|автор туралы|авторлар туралы")
"""Headings of the box after an article that tells who wrote it."""

CARD_SIGNS: Final = re.compile(r"[■►▶➤➜→⇒]")
"""Signs of a line that leads to another article."""

TAKEN: Final = re.compile(r"(?<!\w)https?://|pic\.twitter\.com/|(?<!\w)#\w{2,40} [@#]\w")
"""Signs of a line without an end that was taken from elsewhere, mostly a tweet."""

CREDITS: Final = re.compile(
    r"\bcontributed to this (?:report|story|article)|\A\W{0,3}(?:reporting|writing|editing|compiled|translated) by\b|"
    r"\A\W{0,3}(?:with|by) [A-Z]\w{1,20}(?: [A-Z]\w{1,20}){1,3}+\Z|\A[-–—] .{0,60}\(@\w{1,30}\)|"
    r"\A\W{0,3}(?:автор|текст|подготовил[аи]?|перев[её]л[аи]?|авторы|мәтін|дайындаған|аударған)\s?:|"
    r"(?:полную|полный|толық) .{0,40}(?:по ссылке|сілтеме)",
    re.IGNORECASE,
)
"""What tells who wrote an article, or where to read more of it."""

AGENCY: Final = re.compile(
    r"\b(?:service|news|agency|press|times|post|radio|television|tv|media|desk|newsroom|bureau|staff|"
    r"служба|редакция|агентство|новости|радио|бюро|қызметі|агенттігі|редакциясы|радиосы|бюросы)\b",
    re.IGNORECASE,
)
"""Words in the name of a newsroom, which no person's name has."""
