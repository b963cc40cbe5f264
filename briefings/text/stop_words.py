"""Words that carry grammar rather than meaning, for each language."""

from collections.abc import Mapping
from typing import Final

_ENGLISH: Final = """
a about above after again against all also am an and any are as at be because been before being below between both
but by can cannot could did do does doing down during each either else ever every few for from further had has have
having he her here hers herself him himself his how i if in into is it its itself just let me more most my myself
neither no nor not now of off on once only or other our ours ourselves out over own please same shall she should so
some such tell than that the their theirs them themselves then there these they this those through to too under
until up upon us very was we were what when where whether which while who whom whose why will with would yet you your
yours yourself yourselves s t don doesn didn isn aren wasn weren ll ve re
"""

_RUSSIAN: Final = """
а без более больше будет будто бы был была были было быть в вам вами вас весь во вот все всего всей всем всеми всех
всю всё вы где да даже для до его ее ей ему если есть еще ещё её же за здесь и из или им ими их к каждый как какая
какие каким каких каков какова каково каковы какого какое какой какую когда кого ком кому которая которого которое
которой котором которую которые который которым которых кто кем куда ли либо лишь между меня мне много мной мы на над
нам нами нас наш наша наше наши не него нее ней нему несколько нет неё ни ними них но ну о об однако он она они оно
от откуда отчего перед по под после потому почему при про с сам сама сами само самый свое своего своей своем своему
своих свои свой свою своё себе себя сейчас со собой так такая также такие такого такое такой там те тебе тебя тем
теперь то тобой тогда того тоже той только том тому тот ту тут ты тех у уже хотя чего чей чем через что чтобы чья чьё
чьи эта эти этим этих это этого этой этом этому этот эту я ка либо нибудь го му й я е ый ая ое ые скажи скажите
расскажи расскажите
"""

_KAZAKH: Final = """
ал арқылы ау ба бар барлық бе бен бер бері бәрі біз бізге біздің бізді бір бірақ бірде болады болды болған болса
болсын болып бола бойы бойынша бұдан бұл бұларды бұлар бұны бұның бұған бұрын ғана ғой да дан де дейін дейді деген
деп ден егер екен ешқандай ешбір жоқ және жөнінде керек кейін кез кейбір кім кімге кімді кімдер кімнің ма ме мен
менің маған мені менде мұнда не немесе неге нені ненің неше о ол олар оларға оларды олардың онда оны оның оған
осы осыған осында осындай өз өзі өзіне өзінің өте па пе пен сен сенің сені саған сияқты сол солай сонда сондай
сондықтан соң сіз сізге сіздің сізді та тағы те туралы тек үшін қай қайда қайдан қайсы қалай
қандай қанша қашан қарай ша ше шейін шы ші ы і еді емес
"""

STOPWORDS: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset(_ENGLISH.split()),
    "ru": frozenset(_RUSSIAN.split()),
    "kk": frozenset(_KAZAKH.split()),
}
