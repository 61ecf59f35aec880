"""A small invented law with all that a change may be addressed to, and the short way to change it in a test."""

from muvofiq.amendment.applying import Applied, apply, apply_all
from muvofiq.amendment.change import Change
from muvofiq.amendment.finding import find
from muvofiq.amendment.place import Place
from muvofiq.law.build import build_law
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes

WORDS = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О мостах и паромах
Принят постановлением Народного собрания от 3 марта 2015 года № 17
Настоящий Закон устанавливает порядок переправы через реки Республики Вестария.
Глава 1. Мосты
Статья 1. Мост
1. Мост строит государство за счёт казны. Мост открыт всегда. Плата за проход не берётся (см. ст. 5 Закона).
2. По мосту проходит каждый, кто показал документ:
1) паспорт гражданина;
2) вид на жительство:
а) временный;
б) постоянный;
3) справку о рождении.
3. Сторож моста не спрашивает о цели пути.
Статья 2. Слова
В настоящем Законе слова значат:
– мост – путь над рекой;
– паром – судно на канате;
– сторож – служащий моста.
Статья 2(1). Опора
Опора моста стоит на дне реки.
Статья 3. Сторож
Сторож моста пропускает человека. Сторож ведёт журнал.
Сторож отмечает в журнале:
1) время прохода;
2) имя, если человек его назвал.
Журнал хранится один год.
Глава 2. Паромы
Статья 4. Паром
Паром ходит по расписанию, которое утверждает начальник пристани.
Статья 5. Плата
1. Неуплата за проезд на пароме, –
наказывается штрафом в пять марок.
2. То же деяние, совершённое дважды, –
наказывается штрафом в десять марок.
Примечание. Ребёнок не платит.
Статья 6. Исполнение
Настоящий Закон исполняет пристань.
Приложение 1
Плата за переправу
1. Плата указана в марках.
Кто | Сколько
Пеший | 1
Конный | 3
"""


def law(words: str = WORDS, name: str = "bridges.txt") -> Law:
    return build_law(read_bytes(words.encode(), name))


BRIDGES = law()


def at(*places: str) -> tuple[Place, ...]:
    return tuple(map(Place.parse, places))


def changed(*changes: Change, of: Law = BRIDGES) -> Law:
    """Return the law with all changes made."""
    return apply_all(of, changes)


def refused(*changes: Change, of: Law = BRIDGES) -> Applied:
    """Return what applying gives where something does not fit."""
    applied = apply(of, changes)
    assert applied.not_applied
    return applied


def reads(of: Law, place: str) -> str:
    """Return a unit of the law as printed."""
    return "\n".join(line for unit in find(of, Place.parse(place)).units for line in unit.paragraphs())
