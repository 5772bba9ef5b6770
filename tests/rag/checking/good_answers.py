"""Answers as good models give them; each must pass.

(words that name the evidence it cites, the quote it gives or None, its sentence)
"""

from __future__ import annotations

from tests.rag.checking.bad_answers import (
    GENEVA,
    LIGHTS,
    LISLE,
    MET,
    PLAN,
    POST,
    REJECTED,
    TALKS,
    TREATY_OF_MILLS,
)

HOST, TREATY, CSTO, ACCESSION = (
    "traditional hospitality",
    "good neighbourly",
    "CSTO potential",
    "accession of Syria",
)

GOOD: tuple[tuple[str, str | None, str], ...] = (
    (PLAN, "This Plan includes 44 projects", "The plan includes 44 projects."),
    (PLAN, None, "The Plan includes 44 projects, eleven of which are being implemented this year."),
    (PLAN, "18 ministries and agencies are involved", "Eighteen ministries and agencies are involved."),
    (PLAN, None, "The Joint Operating Plan was approved on 19 December 2012."),
    (PLAN, None, "The plan was approved by the Presidents of Russia and Kazakhstan in December 2012."),
    (PLAN, "Forum will be held in Yekaterinburg in the autumn", "The Forum will be held in Yekaterinburg."),
    (PLAN, None, "On 12 September 2013, Lavrov said that the plan includes 44 projects."),
    (PLAN, None, "Speaking in Astana, Sergey Lavrov said the Plan includes 44 projects."),
    (PLAN, None, "Eleven projects are being implemented this year."),
    (PLAN, None, "According to Lavrov, “eleven are being implemented this year”."),
    (PLAN, None, "Lavrov said: “This Plan includes 44 projects, eleven are being implemented this year.”"),
    (PLAN, "This Plan … 18 ministries and agencies", "18 ministries and agencies are involved in the plan."),
    (PLAN, None, "„This Plan includes 44 projects“, Lavrov said."),
    (PLAN, None, "«[The] Plan includes 44 projects», said Sergey Lavrov."),
    (PLAN, None, "Lavrov said that '[t]his Plan includes 44 projects'."),
    (MET, "have met no less than 6 times", "The presidents have met no less than six times this year."),
    (MET, None, "Vladimir Putin and Nursultan Nazarbayev have met at least 6 times this year."),
    (MET, None, "The two presidents have met “no less than 6 times”."),
    (MET, None, "Another contact will take place tomorrow at the SCO summit in Bishkek."),
    (TREATY, None, "They discussed the preparation of the Treaty on good neighbourly relations."),
    (TREATY, None, "The protocol extends the agreement of 25 May 1992 for another 10 years."),
    (CSTO, None, "International contingencies are planned to be withdrawn from Afghanistan in 2014."),
    (HOST, "I invited Erlan Idrisov to visit Moscow", "Lavrov invited Erlan Idrisov to visit Moscow."),
    (HOST, None, "He expressed deep gratitude to the Kazakh friends for their hospitality."),
    (GENEVA, None, "Both parties are sending groups of experts to Geneva."),
    (
        GENEVA,
        "the Russian and the American party are sending groups of experts",
        "Experts of both parties go to Geneva.",
    ),
    (GENEVA, None, "They agreed to discuss putting the Syrian arsenals under international control."),
    (ACCESSION, None, "They need to “ensure the accession of Syria to the Chemical Weapons Convention”."),
    (
        TALKS,
        "we do not exclude the possibility of a trilateral meeting",
        "He does not exclude a trilateral meeting.",
    ),
    (
        TALKS,
        None,
        "He said: “we do not exclude the possibility of a trilateral meeting … along with the problem”.",
    ),
    (TALKS, None, "Lavrov agreed with John Kerry that it would be wrong to miss the opportunity."),
    (TALKS, None, "Lakhdar Brahimi and his team are located in Geneva."),
    (
        LIGHTS,
        "We shall repair 14 lighthouses before the winter of 2031",
        "They shall repair 14 lighthouses before winter 2031.",
    ),
    (LIGHTS, None, "Fourteen lighthouses will be repaired before the winter of 2031."),
    (LIGHTS, None, "The Treasury has found about 2.5 million crowns."),
    (LIGHTS, None, "Quill does not exclude that two more lighthouses may follow."),
    (LIGHTS, None, "The pilots of Port Anselm did not agree to the offer."),
    (LIGHTS, None, "Quill said they “never threatened” the pilots of Port Anselm."),
    (LIGHTS, "we never threatened them", "They never threatened the pilots."),
    (POST, "The harbour master keeps his post", "The harbour master keeps his post, Quill said."),
    (POST, None, "The harbour master will present a report to Parliament in June."),
    (POST, None, "“He has my trust,” said Mara Quill of the harbour master."),
    (POST, None, "No ship was turned away last year."),
    (POST, "present a report to Parliament", "The harbour master will “present a report to\n Parliament”."),
    (POST, None, "Not one captain complained to them, according to Mara Quill."),
    (LISLE, None, "Vesper said his ministry supports the repairs without reservation."),
    (
        LISLE,
        "At least 300 people will find work",
        "At least 300 people will find work at the yards of Lisle.",
    ),
    # Reports and summaries of what is said there.
    (TREATY_OF_MILLS, None, "Quill said they would close the mills if the Senate refused the treaty."),
    (TREATY_OF_MILLS, None, "Quill proposed the treaty on the mills to the pilots."),
    (REJECTED, None, "The council rejected the claim that the bridge is unsafe."),
    (REJECTED, None, "The toll was raised because the repairs were delayed, Quill said."),
    ("accession of Syria", None, "Lavrov said that they needed to ensure the accession of Syria."),
)
