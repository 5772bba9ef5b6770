"""Given names and what people make of them: Bill is William, Abe is Abraham."""

from __future__ import annotations

# Only short forms of one name: "Ted" is Edward as well as Theodore, and so stands for neither.
_SHORT_FORMS = {
    "abraham": "abe",
    "albert": "al",
    "alexander": "alex alec",
    "andrew": "andy",
    "anthony": "tony",
    "benjamin": "ben",
    "calvin": "cal",
    "charles": "charlie chuck",
    "christopher": "chris",
    "daniel": "dan danny",
    "david": "dave",
    "deborah": "deb debbie",
    "donald": "don donnie",
    "douglas": "doug",
    "elizabeth": "liz beth betty",
    "franklin": "frank",
    "frederick": "fred freddie",
    "gregory": "greg",
    "harold": "hal",
    "james": "jim jimmy jamie",
    "jeffrey": "jeff",
    "john": "jack johnny",
    "joseph": "joe joey",
    "kenneth": "ken kenny",
    "lawrence": "larry",
    "leonard": "len lenny",
    "margaret": "maggie peggy",
    "matthew": "matt",
    "michael": "mike mick",
    "nicholas": "nick",
    "peter": "pete",
    "philip": "phil",
    "richard": "dick rick",
    "robert": "bob bobby rob",
    "ronald": "ron ronnie",
    "samuel": "sam",
    "stephen": "steve",
    "susan": "sue",
    "theodore": "teddy",
    "thomas": "tom tommy",
    "timothy": "tim",
    "walter": "walt",
    "william": "bill billy will willie",
    "zachary": "zach zack",
}
# Given names that often stand second, so that they are not taken for the first of two surnames.
_SECOND = frozenset(
    """
    alan alexandra ann anna anne antonio arthur carlos clark dean edward elena eric eugene eva fitzgerald
    francis francisco fernando george grace henry howard hugh ivan jane jean jesus jorge jose josef juan
    karl lee louis louise lucia luis luther lynn manuel maria marie mark martin mary miguel milhous
    pablo patricia paul pedro quincy rafael ralph ray rose roy ruth scott simon stuart teresa victor
    victoria walker wayne
    """.split()
)
FAMILY_NAMES_FIRST = frozenset(
    """
    bai cai cao chen cheng choi chung deng ding dong du fan feng gao geng guo han hu hua huang hun jia jiang
    jeong jin jung kang kim kong lai le li liang lin liu lu luo lyu ma mao meng moon nguyen pan park peng pham
    qian qin ren shen shi song su sun tan tang tian tran tsai wang wei wu xi xia xiao xie xu yan yang yao ye
    yoon yu yuan zeng zhang zhao zheng zhong zhou zhu
    """.split()
)
"""Chinese, Korean and Vietnamese family names, which come before the given name: "Xi Jinping"."""

NEVER_LEFT_OUT = frozenset({"quincy"})
"""Middle names without which another person is named: John Adams was the father of John Quincy Adams."""

_FULL = {short: full for full, forms in _SHORT_FORMS.items() for short in forms.split()}


def in_full(given: str) -> str:
    """Return the full form of a given name in lower case; any other word comes back as it is."""
    return _FULL.get(given, given)


def is_given(word: str) -> bool:
    """Tell whether a word in lower case is a common given name, such as stands second: "howard"."""
    return word in _SECOND or word in _SHORT_FORMS or word in _FULL
