"""Whole documents, one for each way of marking speakers: who says what, and in which role."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.transcript.transcript import Transcript

Sample = Callable[[str], Transcript]

PRINCIPAL, QUESTIONER, MODERATOR, AUDIENCE, UNKNOWN = (
    "principal",
    "questioner",
    "moderator",
    "audience",
    "unknown",
)

EXPECTED: dict[str, list[tuple[str | None, str, str, str]]] = {
    "state-department-briefing": [
        ("Ned Price", PRINCIPAL, "Good afternoon.", "Matt."),
        (None, QUESTIONER, "Thanks. Can you", "about Iran?"),
        ("Ned Price", PRINCIPAL, "Sure.", "very clear."),
        (None, QUESTIONER, "But Ned --", "But Ned --"),
        ("Ned Price", PRINCIPAL, "Let me finish.", "finish."),
        (None, QUESTIONER, "Do you --", "--"),
        ("Ned Price", PRINCIPAL, "No. (Laughter.)", "(Laughter.)"),
    ],
    "kremlin-news-conference": [
        ("Vladimir Putin", PRINCIPAL, "Mr President, colleagues,", "go on with it."),
        ("Nursultan Nazarbayev", PRINCIPAL, "Thank you, Mr President.", "every day."),
        (None, QUESTIONER, "My question is to both", "Rossiya TV channel."),
        ("Vladimir Putin", PRINCIPAL, "Of course.", "in Astana."),
        ("Nursultan Nazarbayev", PRINCIPAL, "Indeed.", "Indeed."),
        ("Dmitry Peskov", MODERATOR, "Last question", "please."),
        (None, QUESTIONER, "What about oil?", "oil?"),
        ("Vladimir Putin", PRINCIPAL, "Prices", "stable."),
    ],
    "press-secretary-briefing": [
        ("Jen Psaki", PRINCIPAL, "Hi, everyone.", "Monday."),
        (None, QUESTIONER, "Thanks, Jen.", "travel?"),
        ("Jen Psaki", PRINCIPAL, "I do not have", "announce."),
        (None, QUESTIONER, "And second --", "--"),
        ("Jen Psaki", PRINCIPAL, "Go ahead.", "ahead."),
        (None, QUESTIONER, "Will he sign", "Friday?"),
        ("Jen Psaki", PRINCIPAL, "He will.", "will."),
    ],
    "mfa-interview": [
        (None, QUESTIONER, "How do you assess", "situation?"),
        ("Sergey Lavrov", PRINCIPAL, "It is complicated.", "First: we had no choice."),
        (None, QUESTIONER, "Will you go", "Cuba?"),
        ("Sergey Lavrov", PRINCIPAL, "Yes.", "Yes."),
        (None, QUESTIONER, "What about Venezuela?", "Venezuela?"),
        ("Sergey Lavrov", PRINCIPAL, "Also yes.", "Note: this is important."),
    ],
    "conference-de-presse": [
        (None, QUESTIONER, "Monsieur le ministre", "situation ?"),
        ("Jean-Yves Le Drian", PRINCIPAL, "Nous sommes", "préoccupés."),
        (None, QUESTIONER, "Et l'Iran ?", "?"),
        ("Jean-Yves Le Drian", PRINCIPAL, "Oui.", "Oui."),
    ],
    "labels-alone-with-colon": [
        (None, QUESTIONER, "Good morning, Minister.", "coming?"),
        ("Jane Doe", PRINCIPAL, "Not this year.", "no plans."),
        (None, QUESTIONER, "And next year?", "year?"),
        ("Jane Doe", PRINCIPAL, "Ask me next year.", "year."),
    ],
    "labels-alone-bold": [
        (None, QUESTIONER, "What about Syria?", "Syria?"),
        ("Sergey Lavrov", PRINCIPAL, "We are in touch.", "touch."),
        (None, QUESTIONER, "And the Americans?", "Americans?"),
        ("Sergey Lavrov", PRINCIPAL, "They too.", "Many Thanks"),
    ],
    "doorstep-markdown": [
        ("Jens Stoltenberg", PRINCIPAL, "Good morning.", "critical time."),
        (None, MODERATOR, "First question", "BBC."),
        ("Lorne Cook", QUESTIONER, "Secretary General, will", "no-fly zone?"),
        ("Jens Stoltenberg", PRINCIPAL, "No.", "Allies agree."),
        (None, MODERATOR, "Thank you.", "doorstep."),
    ],
    "plain-remarks-with-chrome": [
        ("Ylva Johansson", PRINCIPAL, "Thank you very much.", "The answer: because people die."),
    ],
    "answers-without-label": [
        ("John Doe", PRINCIPAL, "Good morning, ladies", "take questions."),
        (None, QUESTIONER, "Why now?", "now?"),
        (None, UNKNOWN, "Because it is time.", "long overdue."),
        (None, QUESTIONER, "And next year?", "year?"),
        (None, UNKNOWN, "We shall see.", "see."),
    ],
    "joint-remarks-interpreter": [
        ("Sergey Lavrov", PRINCIPAL, "(Via interpreter)", "chemical weapons."),
        ("John Kerry", PRINCIPAL, "Thank you, Foreign Minister.", "as well."),
        (None, MODERATOR, "Two questions.", "PBS."),
        ("Margaret Warner", QUESTIONER, "Mr. Secretary, what", "deadline?"),
        ("John Kerry", PRINCIPAL, "John Kerry does not", "deadlines."),
        (None, UNKNOWN, "He says there is", "deadline."),
        (None, QUESTIONER, "Mr. Lavrov, the same", "question."),
        ("Sergey Lavrov", PRINCIPAL, "Soon.", "Soon."),
    ],
    "front-matter": [
        ("Mary Robinson", PRINCIPAL, "Distinguished delegates", "I say we must."),
    ],
    "dateline": [
        ("Jane Roe", PRINCIPAL, "The Government has", "We act today."),
    ],
    "town-hall-in-capitals": [
        ("Jane Roe", PRINCIPAL, "Thank you all", "then we talk."),
        (None, AUDIENCE, "We love you!", "you!"),
        ("Jane Roe", PRINCIPAL, "I love you back.", "the other is steep."),
        (None, QUESTIONER, "Mr. President, will you cut", "tariffs?"),
        ("Secretary Davis", PRINCIPAL, "We are looking", "at it."),
        ("Jane Roe", PRINCIPAL, "What he said.", "said."),
        (None, QUESTIONER, "Mr. President, when", "decide?"),
        ("Jane Roe", PRINCIPAL, "Soon, and you", "first to know."),
        (None, QUESTIONER, "Mr. President, before you leave", "planned?"),
        (None, UNKNOWN, "Well, let me say", "would go."),
        (None, QUESTIONER, "Where would you go?", "go?"),
        ("Secretary Davis", PRINCIPAL, "To Oslo.", "Oslo."),
        ("Jane Roe", PRINCIPAL, "That is done now.", "now."),
        (None, QUESTIONER, "Thank you, Mr. President.", "President."),
    ],
    "candidates-debate": [
        ("Carl Weber", MODERATOR, "I am Carl Weber", "first question."),
        ("Rita Stern", QUESTIONER, "Governor, you have said", "roads?"),
        ("Peter N. Newman", PRINCIPAL, "Growth will pay", "than they were."),
        ("Carl Weber", MODERATOR, "Mrs. President, your response?", "response?"),
        ("Ann Oldfield", PRINCIPAL, "I have heard this before.", "it is plain."),
        ("Carl Weber", MODERATOR, "Mr. Vance, your question", "President."),
        ("Tom Vance", QUESTIONER, "Madam President, prices", "plain, too?"),
        ("Ann Oldfield", PRINCIPAL, "Prices have doubled", "holding them."),
        ("Carl Weber", MODERATOR, "Governor Newman, you have", "one minute."),
        ("Peter N. Newman", PRINCIPAL, "I of course disagree.", "we can do?"),
        ("Tom Vance", QUESTIONER, "Governor, would you fix", "prices?"),
        ("Peter N. Newman", PRINCIPAL, "No.", "Never."),
        ("Rita Stern", QUESTIONER, "Governor, one more thing: would", "raise them?"),
        ("Peter N. Newman", PRINCIPAL, "I would let them fall.", "fall."),
    ],
    "central-bank-names-with-stops": [
        ("Chair Powell", PRINCIPAL, "Good afternoon, everyone", "your questions."),
        ("Michelle Smith", UNKNOWN, "Heather.", "Heather."),
        ("Heather Long", QUESTIONER, "Heather Long from", "December?"),
        ("Chair Powell", PRINCIPAL, "So, we had", "patient."),
        ("Howard Schneider", QUESTIONER, "Howard Schneider with", "a cut?"),
        ("Chair Powell", PRINCIPAL, "We are not there.", "there."),
        ("Jim Puzzanghera", QUESTIONER, "Jim Puzzanghera with", "How big is it?"),
        ("Chair Powell", PRINCIPAL, "It is a factor", "others."),
    ],
    "alliance-press-conference": [
        ("Jens Stoltenberg", PRINCIPAL, "Good afternoon.", "shattered."),
        ("Oana Lungescu", MODERATOR, "And we'll start", "Journal."),
        ("Dan Michaels", QUESTIONER, "Thank you very much.", "move troops?"),
        ("Jens Stoltenberg", PRINCIPAL, "We are increasing", "presence."),
        ("Oana Lungescu", MODERATOR, "We go to", "Cook."),
        ("Lorne Cook", QUESTIONER, "Is there a legal", "basis?"),
        ("Jens Stoltenberg", PRINCIPAL, "There is.", "is."),
        ("Nato Spokesperson", MODERATOR, "Thank you.", "conference."),
    ],
    "interview-initials": [
        ("AN", QUESTIONER, "Prime Minister, you", "Where are they?"),
        ("Boris Johnson", PRINCIPAL, "We are building", "know it."),
        ("AN", QUESTIONER, "How many", "open?"),
        ("Boris Johnson", PRINCIPAL, "They take time", "build."),
    ],
    "national-cabinet-press-conference": [
        ("Prime Minister", PRINCIPAL, "Good evening", "National Cabinet."),
        (None, QUESTIONER, "Prime Minister, will", "close?"),
        ("Prime Minister", PRINCIPAL, "No.", "not."),
        ("Treasurer", PRINCIPAL, "And the budget", "hold."),
        (None, QUESTIONER, "For how long?", "long?"),
        ("Brendan Murphy", PRINCIPAL, "For some weeks.", "weeks."),
        ("Prime Minister", PRINCIPAL, "One more.", "Mark."),
        (None, QUESTIONER, "When is", "vote?"),
    ],
    "rt-hon": [
        ("Étienne Gauthier-Ross", PRINCIPAL, "We have done", "for dollar."),
        (None, QUESTIONER, "Will you go", "Washington?"),
        ("Étienne Gauthier-Ross", PRINCIPAL, "Not this week.", "here."),
    ],
    "outlets-behind-a-comma": [
        ("Arvind Deshpande", PRINCIPAL, "Good afternoon.", "Sidharth."),
        ("Sidharth", QUESTIONER, "Sir, the army", "your comment."),
        ("Arvind Deshpande", PRINCIPAL, "We regret it.", "it."),
        ("Yomiuri", QUESTIONER, "The opposition", "theft."),
        ("Arvind Deshpande", PRINCIPAL, "We do not", "view."),
    ],
    "office-and-its-initials": [
        ("Anders Holmqvist", PRINCIPAL, "Good morning.", "the Council."),
        (None, QUESTIONER, "Did you speak", "Hodeidah?"),
        ("Anders Holmqvist", PRINCIPAL, "I did,", "length."),
        (None, QUESTIONER, "And the prisoners?", "?"),
        ("Anders Holmqvist", PRINCIPAL, "We hope", "May."),
    ],
    "written-message": [
        ("Ulysses S. Grant", PRINCIPAL, "To the Senate of", "Secretary of State."),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_turns_of_a_convention(name: str, sample: Sample) -> None:
    parsed = sample(name)
    found = [(turn.speaker, turn.role.value, parsed.text[turn.start : turn.end]) for turn in parsed.turns]
    assert [(speaker, role) for speaker, role, _ in found] == [
        (speaker, role) for speaker, role, _, _ in EXPECTED[name]
    ]
    for (_, _, words), (_, _, first, last) in zip(found, EXPECTED[name], strict=True):
        assert words.startswith(first)
        assert words.endswith(last)


@pytest.mark.parametrize(
    ("name", "kind", "day", "place", "source"),
    [
        ("state-department-briefing", "briefing", "2021-03-05", "Washington, D.C.", None),
        ("kremlin-news-conference", "press conference", "2017-10-12", "Sochi", None),
        ("mfa-interview", "interview", "2020-03-20", "Moscow", None),
        ("conference-de-presse", "press conference", "2019-06-03", "Paris", None),
        ("doorstep-markdown", "press conference", "2022-03-04", "Brussels", None),
        ("plain-remarks-with-chrome", "remarks", "2022-06-10", "Luxembourg", None),
        ("outlets-behind-a-comma", "briefing", "2025-03-04", "New Delhi", None),
        ("office-and-its-initials", "remarks", "2025-03-06", "New York", None),
        ("front-matter", "statement", "1999-06-03", "Geneva", "https://example.org/statements/3"),
        ("dateline", "statement", None, "London", "https://www.gov.example/news/1"),
    ],
)
def test_header_of_a_convention(
    name: str, kind: str, day: str | None, place: str | None, source: str | None, sample: Sample
) -> None:
    parsed = sample(name)
    assert parsed.kind == kind
    assert (parsed.date.isoformat() if parsed.date else None) == day
    assert parsed.place == place
    assert parsed.source_url == source
