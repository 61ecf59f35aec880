"""An invented convention as a user would have it on disk, and how strong each of its units is in truth."""

from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law

CONVENTION = """CONVENTION ON GUESTS AT MOUNTAIN PASSES
The States Parties to this Convention,
Considering that every guest shall be met with tea,
Have agreed as follows:
Article 1
Statement of purpose
The purposes of this Convention are:
(a) to protect guests; and
(b) to promote hospitality.
Article 2
Use of terms
For the purposes of this Convention:
(a) "Guest" means any person who crosses a pass;
(b) "Pass" means a road between two valleys, and shall include its tunnels.
Article 3
Duties of hosts
1. Each State Party shall ensure that a guest who may be a victim of trafficking in persons is heard:
(a) without delay;
(b) in a language that the guest understands; and
(c) in the case of children, in the presence of a guardian.
2. Each State Party shall consider providing shelter. The shelter should be warm.
3. States Parties shall endeavour to keep passes open in winter.
4. A host may ask a guest for a document. For that purpose, the guest shall show it.
5. No guest may be returned to a pass that is closed.
6. Detention of guests may be ordered only as a last resort.
7. Where the host may not be able to provide tea, water shall be provided.
II. Final provisions
Article 4
Saving clause
Nothing in this Convention shall affect the rights of guests under other agreements.
Article 5
Meetings
The Secretariat shall call a meeting of the States Parties each year.
Article 6
Entry into force
1. This Convention shall enter into force on the thirtieth day.
2. Any State Party may denounce this Convention.
IN WITNESS WHEREOF, the undersigned have signed this Convention.
"""
TRUTH = {
    "art. 1": "no action",
    "art. 2": "definition",
    "art. 3(1)": "shall",
    "art. 3(2)": "shall consider",
    "art. 3(3)": "shall consider",
    "art. 3(4)": "may",
    "art. 3(5)": "shall",
    "art. 3(6)": "shall",
    "art. 3(7)": "shall",
    "art. 4": "no action",
    "art. 5": "no action",
    "art. 6(1)": "no action",
    "art. 6(2)": "no action",
}
NOTHING_ASKED = """LETTER ABOUT A PASS
Article 1
Weather
The weather was fine on both sides.
Article 2
Flowers
Flowers grow beside the road.
"""
RUSSIAN = """КОНВЕНЦИЯ О ГОСТЯХ НА ПЕРЕВАЛАХ
Статья 1. Термины
Для целей настоящей Конвенции:
а) «гость» означает лицо, которое переходит перевал.
Статья 2. Обязанности
1. Каждое Государство-участник обеспечивает гостю чай.
2. Государства-участники рассматривают вопрос о предоставлении убежища.
3. Хозяин может попросить гостя показать документ.
4. Гость не может быть возвращён на закрытый перевал.
5. Государства-участники стремятся держать перевалы открытыми.
Статья 3. Вступление в силу
Настоящая Конвенция вступает в силу на тридцатый день.
"""
TAJIK = """КОНВЕНСИЯ ДАР БОРАИ МЕҲМОНОН
Моддаи 1. Мафҳумҳои асосӣ
Дар Конвенсияи мазкур чунин мафҳумҳо истифода мешаванд: меҳмон гуфта шахс фаҳмида мешавад.
Моддаи 2. Вазифаҳо
1. Ҳар як Давлати иштирокчӣ бояд ба меҳмон чой диҳад.
2. Давлатҳои иштирокчӣ кӯшиш мекунанд, ки роҳҳо кушода бошанд.
3. Соҳиби хона метавонад ҳуҷҷат пурсад.
4. Меҳмонро баргардонидан манъ аст.
"""


def opened(text: str, name: str = "guests.txt") -> Law:
    """Return the law that a file holds."""
    (law,) = open_laws(text.encode(), name)
    return law
