"""The words by which a label, a header or a name is told from prose."""

from __future__ import annotations

from index.dates import MONTHS
from index.statement import Role


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    "mr mrs ms miss dr prof professor sir lord lady dame comrade mme mlle m herr frau señor señora sr sra"
    " sig dott rt right hon honourable honorable shri smt"
)
"""Forms of address that stand before a surname and say nothing of an office."""

OFFICE_WORDS = _words(
    """president vice-president senator governor secretary secretary-general minister premier
    director-general commissioner-general inspector-general governor-general
    attorney-general solicitor-general co-chair vice-minister
    chancellor ambassador general admiral colonel captain lieutenant major commander marshal speaker
    leader representative congressman congresswoman delegate administrator director commissioner commodore
    brigadier
    chairman chairwoman chairperson chair agent attorney king queen prince princess emperor judge
    justice mayor pope bishop archbishop cardinal reverend rabbi spokesman spokeswoman spokesperson pm fm sec
    registrar prosecutor advisor adviser
    surgeon counselor councillor treasurer envoy inspector superintendent sheriff chief rector
    official officer sen rep gov gen adm amb
    ministre président présidente chancelier chancelière
    präsident präsidentin ministerin aussenminister aussenministerin innenminister innenministerin
    kanzler kanzlerin bundeskanzler bundeskanzlerin bundespräsident bundespräsidentin
    staatsminister staatsministerin staatssekretär staatssekretärin sts regierungssprecher
    regierungssprecherin sprecher sprecherin porte-parole
    ministro ministra presidente presidenta canciller portavoz rector"""
)
"""Words that name an office; one of them before a surname makes an official's label."""

SURNAMES_TOO = _words("chancellor judge king pope bishop major prince marshal cardinal")
"""Offices that are common surnames: "MR. CHANCELLOR" may be John Chancellor."""

OFFICE_PREFIXES = _words(
    """the vice prime foreign deputy first acting under assistant associate rear lieutenant attorney
    secretary federal state general former defence defense majority minority press high special
    senior administration nato eu un us uk osce imf wto cabinet parliamentary permanent national security
    external finance health trade economy justice interior transport energy environment education"""
)
"""Words that may stand before the word of an office within a label."""

DEPARTMENTS = _words(
    """state defense defence treasury transportation energy commerce war navy labor labour education
    agriculture interior foreign affairs health housing homeland security veterans council staff
    union nations commonwealth development finance trade economic business culture climate environment
    social public works justice science research technology innovation infrastructure industry industries
    communications information resources water fisheries forestry tourism sport sports youth gender equality
    family religious languages digital employment planning rural urban maritime indigenous"""
)
"""What may follow "Secretary of ..." before a surname comes."""

ORGANISATION_WORDS = _words(
    """ministry department office committee council assembly union university conference congress
    senate house parliament commission agency federation forum summit session meeting party press
    service company ministers embassy affairs news nations school hall theatre theater room house
    hotel center centre building palace airfield airport library church chamber garden square park stadium
    arena gym campus republic kingdom states talks
    negotiations relations mr mrs ms dr"""
)
"""Words that make a capitalised phrase something else than a place."""

BODY_WORDS = _words(
    """cooperation integration policy process settlement delegation troika mission observer dialogue
    presence stabilisation stabilization planning bank fund area group countries presidency officials
    responsible"""
)
"""Words of bodies and portfolios in a title, which are no person's name."""

NO_PERSONS_WORDS = (
    OFFICE_WORDS
    | DEPARTMENTS
    | ORGANISATION_WORDS
    | BODY_WORDS
    | _words(
        """key main executive human civil social political regional global international national public
        united middle central north south east west northern southern eastern western saudi sri
        arab european african asian american latin pacific atlantic mediterranean messages
        points delivery introduction overview agenda delegates guests members rights right
        change crisis conflict order law nuclear weapons arms control disarmament terrorism
        counter-terrorism migration migrants refugees women youth gender equality sustainable
        goals food water aid assistance market markets cyber space artificial intelligence
        ukraine syria iraq iran israel palestine gaza lebanon yemen libya sudan ethiopia somalia
        congo afghanistan pakistan india china taiwan russia belarus moldova georgia armenia
        azerbaijan turkey korea africa asia europe america balkans cyprus kosovo serbia
        venezuela cuba haiti myanmar"""
    )
)
"""Words of headings and places, beside those of `NEVER_IN_A_NAME`, which no label may hold at all."""

COUNTRY_TAILS = _words(
    """arabia africa zealand lanka korea kingdom states arab emirates republic guinea leone verde faso rica
    salvador timor-leste macedonia herzegovina sudan lucia vincent grenadines kitts nevis marino tobago
    barbuda islands d'ivoire montenegro principe african nam new kong rico ireland darussalam"""
)
"""Words after the first of a country's name: "Saudi Arabia", "United Arab Emirates"."""

PLACE_OPENINGS = _words(
    """new san santa santo saint st são port fort camp los las cape mount lake north south east west rio
    puerto nizhny playa punta"""
)
"""First words of places of two or more words, which are hardly anybody's first name."""

PLACE_ENDINGS = _words("city island islands bay springs valley town harbour harbor heights")

PLACES = frozenset(
    {"abu dhabi", "addis ababa", "alma ata", "andorra la vella", "bandar seri begawan", "belo horizonte",
     "bretton woods", "buenos aires", "chiang mai", "da nang", "dar es salaam", "hong kong", "kuala lumpur",
     "la paz", "phnom penh", "pointe noire", "porto alegre", "rostov on don", "sharm el-sheikh",
     "sri jayawardenepura", "tel aviv", "the hague", "ulan bator", "ulan ude", "veliky novgorod",
     "velikiy novgorod", "yuzhno sakhalinsk"}
)  # fmt: skip
"""Places of two or more words that neither their first nor their last word tells."""

MONTHS_AND_DAYS = frozenset(MONTHS) | _words(
    """monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi
    dimanche lunes martes miércoles jueves viernes sábado domingo"""
)

GENERIC_ROLES: dict[str, Role] = {
    **dict.fromkeys(
        """q question questions questioner reporter journalist correspondent interviewer press media
        floor student frage pregunta domanda pergunta вопрос resident citizen voter attendee participant
        periodista journaliste giornalista journalistin caller follow-up followup zusatzfrage nachfrage zusatz
        reuters interfax tass itar-tass afp bbc cnn rt xinhua bloomberg kommersant izvestia""".split(),
        Role.QUESTIONER,
    ),
    **dict.fromkeys(
        """moderator host anchor presenter facilitator compère co-host co-moderator presider vorsitzender
        vorsitzende moderatorin moderador moderadora""".split(),
        Role.MODERATOR,
    ),
    **dict.fromkeys("audience crowd spectator listener public heckler voice delegate".split(), Role.AUDIENCE),
    **dict.fromkeys(
        "interpreter translator speaker announcer narrator aide staff operator unidentified unknown".split(),
        Role.UNKNOWN,
    ),
}
"""What a label says of its speaker where it names a part and no person."""

ANSWER_WORDS = _words("a answer response antwort réponse respuesta risposta resposta ответ")
"""Labels of the one who answers, in documents that name nobody."""

NAMED_QUESTIONERS = _words("question reporter journalist correspondent frage zusatzfrage nachfrage")
"""Parts after which the name of their holder may follow: "Frage Wagner", "Question Mr. Hill"."""

CHAIRS = frozenset(
    {"the speaker", "the chair", "the chairman", "the chairwoman", "the chairperson", "chair",
     "press officer", "the press officer"}
)  # fmt: skip
"""Who presides over a house or a hearing."""

GENERIC_FILLERS = _words(
    """the a an unidentified another female male first second third fourth same member members of from
    to person man woman unknown hon honourable honorable several some"""
)
"""Words around a generic part: "a member of the audience", "unidentified reporter"."""

NEVER_IN_A_NAME = _words(
    """fellow fellows gentlemen ladies sirs dear my our your his her their its to friend friends
    citizen citizens fellow-citizens countryman countrymen compatriots americans brother brothers
    brethren children people sir madam excellency excellencies comrades colleagues good note notes
    source sources date place time venue location secondly thirdly finally again and but so now then
    here there this that these those it i we you he she they thank thanks yes no not article section
    chapter part schedule by in on at for from with if when what why how where who which as let
    one two three four five six seven eight nine ten number point example summary conclusion total
    exports imports received sent re subject ps p.s attest signed done whereas ordered resolved
    remember update fact facts headline background contact tel phone email e-mail fax photo video
    audio watch read related tags topics topic share title theme issue result results also moreover
    however therefore namely say says said asks asked answered replied declares wrote quote
    unquote is are was were be been all every each many some any rule rules step item items page
    line table figure appendix annex exhibit copy enclosure inclosure published updated language
    type kind event website link url or nor sincerely respectfully yours regards address remarks
    speech transcript statement message proclamation letter press-release"""
)
"""Words that no label of a person holds: greetings, lead-ins, and the keys of headers."""

TITLE_VERBS = _words(
    """delivers gives holds speaks announces visits meets makes addresses hosts answers briefs says remarks
    speech statement"""
)
"""Words that end a name in a title with capitals: "Merrick Garland Delivers Remarks"."""

TITLE_JOINTS = _words("before after at with in on during following from to for upon as and")
"""Words that stand between a name and what is said of the occasion: "President Hill Before the Meeting"."""

ORDINALS = _words("first second third fourth fifth sixth seventh eighth ninth tenth last next")

NAME_PARTICLES = _words(
    "de la le les du des del della di da dos van von der den ter al el bin ibn ben of the y e zu"
)
"""Words in lower case that a name or an office may hold."""

MEDIA_WORDS = _words(
    """associated press news newspaper newspapers times post journal international broadcasting tv
    television radio magazine reuters afp ap upi tass ria interfax itar-tass xinhua bbc cnn abc cbs
    nbc npr pbs fox msnbc cnbc bloomberg guardian telegraph globe tribune herald syndicate
    syndicated correspondent reporter journalist columnist editor anchor anchorman network agency
    channel weekly daily star chronicle report register wsj nyt politico kommersant izvestia novosti
    sputnik rt aljazeera jazeera dpa efe ansa kyodo yomiuri nhk zdf ard cctv cgtn ntv trt anadolu jiji
    yonhap pti ani wion ndtv itv itn sky pravda gazeta spiegel zeit welt faz figaro monde corriere
    repubblica país mundo zeitung"""
)
"""Words of an affiliation or a name that make a journalist or an outlet of the press."""

MODERATOR_WORDS = _words("moderator host presenter anchor facilitator chair moderating")
INTERPRETING = ("interpret", "translat", "retranslat", "speaking", "via", "through", "as", "an")
"""How words begin that only tell in which language, or through whom, somebody spoke."""
