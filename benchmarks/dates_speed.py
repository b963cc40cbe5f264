"""How fast dates are found, and how the time grows with the text: 10 kB to 10 MB of ordinary and hostile text.

    python benchmarks/dates_speed.py

Processor time of one core; a megabyte is a million code points.
"""

import time
from datetime import date

from briefings.dates import find_dates
from briefings.text import Language

PUBLISHED = date(2019, 5, 2)
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
NEWS: dict[Language, str] = {
    "en": (
        "The ministers met on Monday and agreed that the talks, which had been broken off in March, will resume on "
        "June 9. Officials said the price of bread had risen by 4 percent and that the council would decide whether "
        "to lower the duty on flour. Farmers in the north have asked for more help, and the mayor of the largest "
        "town, who was elected two years ago, promised to look for money. Traders at the market say that few people "
        "buy white bread now, while most ask for the cheaper loaf that the state bakery sells near the railway "
        "station. "
    ),
    "ru": (
        "Министры встретились в понедельник и договорились, что переговоры, прерванные в марте, возобновятся 9 "
        "июня. Чиновники сообщили, что хлеб подорожал на 4 процента и что совет решит, снижать ли пошлину на муку. "
        "Фермеры на севере просят о помощи, а мэр крупнейшего города, избранный два года назад, обещал поискать "
        "деньги. Торговцы на рынке говорят, что белый хлеб берут немногие, а большинство просит дешёвую буханку "
        "государственной пекарни. "
    ),
    "kk": (
        "Министрлер дүйсенбіде кездесіп, наурызда үзілген келіссөз 9 маусымда жалғасады деп келісті. Шенеуніктер "
        "нан 4 пайызға қымбаттағанын және кеңес ұн бажын төмендету туралы шешім қабылдайтынын хабарлады. "
        "Солтүстіктегі фермерлер көмек сұрайды, ал екі жыл бұрын сайланған қала әкімі қаржы іздеуге уәде берді. "
        "Базардағы саудагерлер ақ нанды аз адам алатынын, көбі мемлекеттік наубайхананың арзан нанын сұрайтынын "
        "айтады. "
    ),
}
HOSTILE = {
    "digits": "1", "dots": ".", "lists of figures": "1-2.3:4 ", "spaces": " ", "May": "May ", "last last": "last ",
    "years": "2019 ", "days": "9 мая ", "hidden": "9\u200b ", "number words": "twenty-",
}  # fmt: skip


def seconds(text: str, language: Language) -> float:
    start = time.process_time()
    find_dates(text, PUBLISHED, language)
    return time.process_time() - start


def repeated(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def main() -> None:
    for language, news in NEWS.items():
        for size in SIZES:
            taken = seconds(repeated(news, size), language)
            print(f"news {language} {size:>10,} characters {taken:8.3f} s {size / 1e6 / taken:6.2f} MB/s", flush=True)
    for name, piece in HOSTILE.items():
        for size in SIZES[1:3]:
            taken = seconds(repeated(piece, size), "ru" if "мая" in piece else "en")
            print(f"{name:>16} {size:>10,} characters {taken:8.3f} s {size / 1e6 / taken:6.2f} MB/s", flush=True)


if __name__ == "__main__":
    main()
