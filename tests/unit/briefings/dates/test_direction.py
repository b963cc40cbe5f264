"""Which side of today a bare weekday means. Published on Thursday, 2 May 2019: Monday is 29 April or 6 May."""

from datetime import date

import pytest

from briefings.dates import find_dates
from briefings.text import Language

BEHIND, AHEAD = "2019-04-29", "2019-05-06"


def monday(text: str, language: Language) -> str:
    (mention,) = find_dates(text, date(2019, 5, 2), language)
    return mention.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was detained on Monday.", BEHIND),
        ("Monday's ruling was unanimous.", BEHIND),
        ("The mayor said Monday the road would be shut.", BEHIND),
        ("It had been scheduled to expire on Monday.", BEHIND),
        ("The mayor planned to resign and did so on Monday.", BEHIND),
        ("They wrote to Petrov on Monday.", BEHIND),
        ("Voters will decide on Monday.", AHEAD),
        ("The ruling is due Monday.", AHEAD),
        ("They have until Monday.", AHEAD),
        ("It must be returned by Monday.", AHEAD),
        ("The talks are set to resume Monday.", AHEAD),
        ("A march is planned for Monday.", AHEAD),
        ("The game will be played on Monday.", AHEAD),
        ("The offer expires Monday.", AHEAD),
        ("Next Monday nothing happens.", AHEAD),
        ("Last Monday nothing happened.", BEHIND),
        ("The hearing is set for Monday.", AHEAD),
        ("The funeral is Monday.", AHEAD),
        ("The game is on Monday.", AHEAD),
        ("A verdict is likely Monday.", AHEAD),
        ("The strike goes into effect Monday.", AHEAD),
        ("Nobody took responsibility for Monday's attack.", BEHIND),
        ("The strike follows Monday's decision to close the plant.", BEHIND),
        ("Rivals traded insults ahead of Monday's election.", AHEAD),
        ("The country holds an election on Monday.", AHEAD),
        ("All sides must agree by the Monday deadline.", AHEAD),
        ("The work was completed by Monday.", BEHIND),
        ("Until Monday, nobody had heard of him.", BEHIND),
        ("Thousands came to celebrations to mark the entry on Monday.", BEHIND),
        ("Two of the hikers could not be located Monday.", BEHIND),
        ("Neither of the hikers could be located Monday.", BEHIND),
        ("She would not say on Monday who had won.", BEHIND),
        ("A driver who tried to flee on Monday was caught.", BEHIND),
        ("He was unable to attend the hearing on Monday.", BEHIND),
        ("He agreed to meet the union on Monday.", AHEAD),
        ("The band unveiled its plans at its Monday show.", BEHIND),
        ("The mayor said that on Monday the road would be shut.", AHEAD),
        ("The king will arrive in Semey, the old capital, on Monday, aides said.", AHEAD),
        ("The man arrested on Monday will be charged with theft.", BEHIND),
        ("Asked on Monday whether he would run, he laughed.", BEHIND),
        ("The game was postponed to Monday.", AHEAD),
        ("Ministers are meeting on Monday.", AHEAD),
        ("Join us Monday at the library.", AHEAD),
        ("They would look for ways around Monday's ruling.", BEHIND),
        ("Before Monday's vote, both camps are holding rallies.", AHEAD),
        ("The exchange did not open Monday.", BEHIND),
        ("Profit fell more than expected on Monday.", BEHIND),
        ("The flight landed as scheduled on Monday.", BEHIND),
        ("The flight will land as scheduled on Monday.", AHEAD),
        ("They met to discuss the future of the plant on Monday.", BEHIND),
        ("A man was charged with attempting to rob a store on Monday.", BEHIND),
        ("The lawyer read his will on Monday.", BEHIND),
        ("Beginning Monday, the buses run late.", AHEAD),
    ],
)
def test_english(text: str, value: str) -> None:
    assert monday(text, "en") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Его задержали в понедельник.", BEHIND),
        ("В понедельник суд отклонил жалобу.", BEHIND),
        ("После понедельника дорогу не закрывали.", BEHIND),
        ("Суд огласит решение в понедельник.", AHEAD),
        ("Заседание назначено на понедельник.", AHEAD),
        ("В понедельник состоится заседание.", AHEAD),
        ("Заявки принимают до понедельника.", AHEAD),
        ("Заседание перенесли на понедельник.", AHEAD),
        ("Заседание отложено на понедельник.", AHEAD),
        ("Полиция сообщила, что в понедельник дорогу перекроют.", AHEAD),
        ("Как сообщили в акимате, в понедельник дорога будет закрыта.", AHEAD),
        ("По данным, опубликованным в понедельник, цены вырастут.", BEHIND),
        ("Погибших в понедельник похоронят рядом.", BEHIND),
        ("Пытавшийся скрыться в понедельник водитель пойман.", BEHIND),
        ("Он не смог прийти в понедельник.", BEHIND),
        ("Стороны договорились встретиться в понедельник.", AHEAD),
        ("Глава ведомства прибывает в Астану в понедельник.", AHEAD),
        ("К понедельнику нужно сдать отчёт.", AHEAD),
        ("Станция должна была открыться в понедельник.", BEHIND),
        ("Было решено провести встречу в понедельник.", AHEAD),
        ("Новый тариф введут в понедельник.", AHEAD),
        ("Отчёт сдали к понедельнику.", BEHIND),
    ],
)
def test_russian(text: str, value: str) -> None:
    assert monday(text, "ru") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ол дүйсенбіде ұсталды.", BEHIND),
        ("Дүйсенбіде жиналыс өтті.", BEHIND),
        ("Дүйсенбіде жиналыс өтеді.", AHEAD),
        ("Сот шешімін дүйсенбіде жариялайды.", AHEAD),
        ("Өтінім дүйсенбіге дейін қабылданады.", AHEAD),
        ("Дүйсенбіде өтетін жиналысқа бәрі келді.", AHEAD),
        ("Жиын дүйсенбіге шегерілді.", AHEAD),
        ("Дүйсенбіде сабақ болмады.", BEHIND),
        ("Дүйсенбіде сабақ болмайды.", AHEAD),
        ("Депутаттар заңды дүйсенбіде қарамақшы.", AHEAD),
        ("Үкім дүйсенбіде шығуы мүмкін.", AHEAD),
        ("Бәріңізді дүйсенбіде жәрмеңкеге шақырамыз.", AHEAD),
        ("Дүйсенбіде «Барыс» қонақта, үлкен мұз айдынында «Торпедо» клубымен шайқасады.", AHEAD),
        ("Дүйсенбіден бастап ескі, көп жылдан бері пайдаланылған көлікке тыйым салынады.", AHEAD),
        ("Болжам бойынша дүйсенбіде жаңбыр.", AHEAD),
    ],
)
def test_kazakh(text: str, value: str) -> None:
    assert monday(text, "kk") == value


def test_a_day_by_itself_is_the_next_one() -> None:
    assert monday("Monday", "en") == monday("понедельник", "ru") == monday("дүйсенбі", "kk") == AHEAD


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mine was closed in March.", "2019-03"),
        ("The mine was closed in June.", "2018-06"),
        ("The sale is expected to be completed in March.", "2020-03"),
        ("The sale will be completed in June.", "2019-06"),
    ],
)
def test_a_verb_beside_a_month_decides(text: str, value: str) -> None:
    (mention,) = find_dates(text, date(2019, 5, 2), "en")
    assert mention.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Выборы будут проведены 9 июня.", "2019-06-09"),
        ("Решение будет объявлено 31 мая.", "2019-05-31"),
        ("Итоги будут официально подведены 20 декабря.", "2019-12-20"),
        ("Итоги были подведены 20 декабря.", "2018-12-20"),
        ("Соглашение, подписанное 20 декабря, вступит в силу позже.", "2018-12-20"),
        ("Намеченные на 20 декабря выборы отменили.", "2019-12-20"),
        ("Указ от 10 декабря отменён.", "2018-12-10"),
        ("The Feb. 23 accord signed by both generals has collapsed.", "2019-02-23"),
        ("It broke the record high set on Aug. 6.", "2018-08-06"),
        ("The couple are getting married on Dec. 5.", "2019-12-05"),
        ("The tour that stops at the Blue Hall on Dec. 5 features three bands.", "2019-12-05"),
        ("The bridge should be finished by the end of March.", "2020-03"),
        ("Белгілі болғандай, сайлаудың 12 желтоқсанда өтетіні анық.", "2019-12-12"),
        ("Сайлаудың 12 желтоқсанда өткені белгілі.", "2018-12-12"),
        ("Talks were extended until 9 a.m. Monday.", "2019-05-06T09:00"),
        ("Үкім 10 желтоқсанда шығады.", "2019-12-10"),
        ("10 желтоқсанда қол қойылған келісім күшінде.", "2018-12-10"),
    ],
)
def test_a_day_or_month_without_a_year(text: str, value: str) -> None:
    (mention,) = find_dates(text, date(2019, 5, 2))
    assert mention.value == value


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Concert on Monday.", True),
        ("Премьера в понедельник.", True),
        ("Премьера 20 декабря.", True),
        ("Премьера 20 мая.", False),
        ("The concert will be on Monday.", False),
        ("Monday", False),
        ("Last Monday nothing happened.", False),
        ("Дүйсенбідегі көрме.", True),
        ("Before Monday's concert, fans are singing.", True),
        ("A concert will be given on 20 April.", True),
    ],
)
def test_what_the_text_does_not_say_is_doubtful(text: str, *, doubtful: bool) -> None:
    (mention,) = find_dates(text, date(2019, 5, 2))
    assert ("doubtful" in mention.flags) is doubtful


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Lawmakers will face questions about the minister’s July 25 call.", True),
        ("The envoy is to talk about the July 25 call.", True),
        ("The tournament will open in Paris on July 25.", False),
    ],
)
def test_a_day_that_only_tells_which_one_is_doubtful_more_than_half_a_year_off(text: str, *, doubtful: bool) -> None:
    (mention,) = find_dates(text, date(2019, 11, 20))
    assert (mention.value, "doubtful" in mention.flags) == ("2020-07-25", doubtful)
