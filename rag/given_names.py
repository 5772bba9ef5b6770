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
_FULL = {short: full for full, forms in _SHORT_FORMS.items() for short in forms.split()}


def in_full(given: str) -> str:
    """Return the full form of a given name in lower case; any other word comes back as it is."""
    return _FULL.get(given, given)
