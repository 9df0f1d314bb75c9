"""Where a text that is still growing can be cut: at the end of a sentence, or of a first clause.

Everything is decided from the text so far, a character at a time, and never taken back: so a reply
is cut in the same places however it comes.
"""

import re
import unicodedata

MARK = re.compile(r"\[([^\[\]\n]{1,24})\]")
OPEN_MARK = re.compile(r"\[[^\[\]\n]{0,24}\Z")

FEWEST_WORDS, MOST_WORDS = 4, 12
"""How long a first phrase is: long enough to sound natural, short enough to come at once."""

_ENDERS = frozenset(".!?…。！？")
_FULL_WIDTH_ENDERS = frozenset("。！？")
_CLOSERS = "\"'”’)]」』）》】*_`"
_OPENERS = "\"'“‘([「『（《【*_`"
_LAUGHTER = frozenset("ㅋㅎㅠㅜ^~♥♡\u200d\ufe0f")
"""What is hung on the end of a sentence, as emoji are."""

_NEVER_AN_END = frozenset("mr mrs ms dr prof mt capt sgt lt col gen rev vs e.g i.e cf".split())
_END_UNLESS_A_NUMBER_FOLLOWS = frozenset(
    "no nos fig figs vol ch pp lv jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue wed thu fri sat sun approx est ver".split()
)
_END_BEFORE_A_CAPITAL = frozenset("etc al a.m p.m min max sec hr hrs ft lb lbs oz kg km".split())
_END_BEFORE_A_NEW_SENTENCE = frozenset("st ave rd jr sr inc ltd co corp dept u.s u.k".split())
_BEGINNERS = frozenset(
    "i i'm i'll i've i'd you you're he he's she she's it it's we we're they they're the a an this "
    "that that's these those there there's here here's my your his her its our their and but so or "
    "then now what who where when why how is are was do does did can could will would let let's if "
    "no yes oh ah well maybe please thanks not just".split()
)
"""Words that begin a sentence more often than they follow an abbreviation as a name."""

_QUOTING = ("라고", "이라고", "하고", "라며", "이라며", "라는", "이라는", "하며", "라면서", "란 ")
"""What follows a Korean quotation within its sentence."""

_KOREAN_FINALS = "다요죠까네지야군래자어아해줘니"
"""Syllables on which a Korean sentence ends; before an ellipsis they tell an end from a pause."""


def end_of_sentence(buffer: str) -> int | None:
    """Where the first sentence ends, now that the newest character has come; None: it goes on."""
    newest, before = buffer[-1], buffer[:-1]
    if newest == "\n":
        return len(buffer)
    if newest.isspace():
        words = before.rstrip()
        start = _start_of_last_token(words)
        if _ends(words[:start], words[start:], complete=True):
            return start
        return len(buffer) if words and _ends(words, "", complete=False) else None
    start = _start_of_last_token(buffer)
    if _ends(buffer[:start], buffer[start:], complete=False):
        return start
    return len(before) if _ends_without_space(before, newest) else None


def end_of_first_phrase(buffer: str) -> int | None:
    """Where a first phrase ends that need not wait for its sentence; None while it goes on.

    That is its first clause of `FEWEST_WORDS` to `MOST_WORDS` words: to a comma or the like, to a
    Korean connective ending, or to a word that begins another clause; a sentence that has none of
    them in so many words is cut before its last preposition.
    """
    if OPEN_MARK.search(buffer):
        return None
    tokens = [(m.start(), m.group()) for m in re.finditer(r"\S+", _blanked(buffer))]
    if len(tokens) < 2:
        return None
    *earlier, (start, newest) = tokens
    length = sum(_words_in(token) for _, token in earlier)
    complete = buffer[-1].isspace()
    if FEWEST_WORDS <= length <= MOST_WORDS and not _is_inside(buffer[:start]):
        last_start, last = earlier[-1]
        if _is_comma(last) and not newest[0].isdigit():  # "November 24, 2026"
            return start
        if complete and _begins_clause(last, newest):
            return start
        if complete and last.lower() in _JOINING and newest.lower() in _SUBJECTS:
            return last_start if length > FEWEST_WORDS else None
    if complete and length + _words_in(newest) > MOST_WORDS:
        return _cut_without_clause(tokens)
    return None


_COMMAS = (",", ";", ":", "，", "、")
_DASHES = frozenset({"-", "–", "—", "--"})
_DANGLING = frozenset("a an the my your his her its our their of for in on at to with by".split())
"""Words that nothing may be cut off behind."""

_OPENING = frozenset("because but while whereas although though unless until which if".split())
"""Words that begin a clause whatever follows."""

_JOINING = frozenset("and or so when as since where".split())
"""Words that begin a clause where its subject follows."""

_SUBJECTS = frozenset(
    "i i'm i'll i've i'd you you're you'll he he's she she's it it's we we're we'll they they're "
    "there there's this that's let's".split()
)
_LEADING = frozenset(
    "in on at to for from with without about of by into over under through after before".split()
)

_CONNECTIVES = (
    *("지만", "니까", "거나", "도록", "으며", "하며", "느라", "자마자", "다가", "므로", "더니"),
    *("면서", "려고", "어서", "아서", "해서"),
    *("여서", "와서", "워서", "가서", "라서", "으면", "하면", "려면", "다면", "이면", "되면"),
    *("하고", "먹고", "있고", "없고", "같고", "이고", "쉬고", "보고", "놀고", "되고", "좋고"),
)
_NO_CONNECTIVES = frozenset({"가운데", "군데", "너하고", "나하고", "어서"})
_AUXILIARIES = (
    *("있", "싶", "나서", "나면", "말", "계", "다니", "되", "돼", "된", "안 ", "안", "좋겠", "될"),
    *("했", "하는", "해요", "합", "보", "봐", "봤", "주", "줘", "그래", "그러"),
)
"""Verbs that belong to the ending before them: 먹고 싶다, 가면 되다."""


def _begins_clause(last: str, newest: str) -> bool:
    """Whether a clause begins with the newest word, judged by it and the one before."""
    if newest.lower() in _OPENING or newest.startswith("("):
        return last.lower() not in _DANGLING
    return _is_connective(last) and not newest.startswith(_AUXILIARIES)


def _is_connective(token: str) -> bool:
    if len(token) < 2 or token in _NO_CONNECTIVES:
        return False
    background = token[-1] == "데" and _is_hangul(token[-2]) and _final_of(token[-2]) == _NIEUN
    return background or token.endswith(_CONNECTIVES)


_NIEUN = 4


def _final_of(syllable: str) -> int:
    """The number of the consonant on which a Hangul syllable ends, 0 for none (Unicode 3.12)."""
    return (ord(syllable) - ord("가")) % 28


def _is_comma(token: str) -> bool:
    return token.rstrip(_CLOSERS).endswith(_COMMAS) or token in _DASHES


def _cut_without_clause(tokens: list[tuple[int, str]]) -> int:
    """Before the last word that leads on, else before the one that is too many."""
    length, cut = 0, tokens[-1][0]
    for start, token in tokens:
        if FEWEST_WORDS < length <= MOST_WORDS and token.lower() in _LEADING:
            cut = start
        length += _words_in(token)
    return cut


def _words_in(token: str) -> int:
    """A Korean word with its particle or ending counts as two; signs alone as none."""
    hangul = sum(1 for c in token if _is_hangul(c))
    if hangul:
        return 2 if hangul > 2 else 1
    return int(any(c.isalnum() for c in token))


def _is_inside(buffer: str) -> bool:
    """Whether a bracket is open: what is in it is said in one go."""
    text = _blanked(buffer)
    return text.count("(") > text.count(")")


def _blanked(text: str) -> str:
    """The text with its marks as spaces, every place where it was."""
    return MARK.sub(lambda match: " " * len(match.group()), text)


def _start_of_last_token(text: str) -> int:
    """For a text that does not end with a space."""
    return len(text) - len(text.rsplit(None, 1)[-1]) if text else 0


def _ends(head: str, following: str, complete: bool) -> bool:
    """Whether a sentence ends with `head`, when `following` is the word behind it so far.

    Where that word does not tell yet, no; it is asked again with more of it, and for the last time
    when it is `complete`.
    """
    core = head.rstrip()
    bare = _without_decoration(core)
    quoted = bare.rstrip(_CLOSERS)
    if not quoted or quoted[-1] not in _ENDERS:
        return False
    said = MARK.sub("", quoted).split()
    if not any(c.isalnum() for word in said for c in word):
        return True
    token = said[-1].lstrip(_OPENERS)
    if following.startswith("["):
        return not _is_list_number(said)
    if token.endswith(("..", "…")) or token == ".":
        return _ends_at_ellipsis(said, following)
    if token.endswith(".") and token[:-1].lower() not in {"", "i"}:
        return _ends_at_full_stop(said, token[:-1], following, complete, quoted != bare)
    return quoted == bare or _ends_at_quotation(following, complete)


def _ends_at_full_stop(
    said: list[str], word: str, following: str, complete: bool, quoted: bool
) -> bool:
    """Whether a full stop is one, and does not belong to a number or an abbreviation."""
    low = word.lower()
    first = following.lstrip(_OPENERS)[:1]
    if low in _NEVER_AN_END or _is_list_number(said):
        return False
    if low.isdecimal() and re.fullmatch(r"\d+\.", said[-2]):  # 2026. 11. 24. 화요일
        return False
    if low in _END_UNLESS_A_NUMBER_FOLLOWS or low.isdecimal():
        return bool(first) and not first.isdigit()
    if low in _END_BEFORE_A_CAPITAL or re.fullmatch(r"(?:[a-z]\.){2,}[a-z]", low):
        return first.isupper()
    if low in _END_BEFORE_A_NEW_SENTENCE or (len(low) == 1 and low.isascii() and low.isalpha()):
        next_word = re.sub(r"[^\w'’].*", "", following.lstrip(_OPENERS)).replace("’", "'")
        return complete and first.isupper() and next_word.lower() in _BEGINNERS
    return not quoted or _ends_at_quotation(following, complete)


def _ends_at_quotation(following: str, complete: bool) -> bool:
    """Whether the sentence ends with its quotation; `he said` or 라고 would go on with it."""
    first = following.lstrip(_OPENERS)[:1]
    if not first or first.islower():
        return False
    if complete:
        return not (following + " ").startswith(_QUOTING)
    return not any(q.startswith(following) or following.startswith(q) for q in _QUOTING)


def _ends_at_ellipsis(said: list[str], following: str) -> bool:
    """Whether the dots end a sentence, as they do before a capital; else they are a pause."""
    next_word = following.lstrip(_OPENERS)
    if not next_word or not next_word[0].isalpha():
        return False
    if next_word[0] == "I" and (len(next_word) == 1 or not next_word[1].isalpha()):
        return False
    if next_word[0].isupper():
        return True
    word = " ".join(said).rstrip(".… ").split(" ")[-1]
    return _is_hangul(next_word[0]) and len(word) > 1 and word[-1] in _KOREAN_FINALS


def _ends_without_space(before: str, newest: str) -> bool:
    """Whether a sentence ends right before the newest character, where nobody wrote a space."""
    if newest in _ENDERS or newest in _CLOSERS or newest.isspace() or _is_decoration(newest):
        return False
    core = before.rstrip(_CLOSERS)
    if not core or core[-1] not in _ENDERS:
        return False
    if newest == "[" or core[-1] in _FULL_WIDTH_ENDERS:
        return newest != "[" or not _is_list_number(MARK.sub("", core).split())
    token = before[_start_of_last_token(before) :]
    ahead = core.rstrip(".!?…")[-1:]
    if core != before or not ahead or any(sign in token for sign in "/@="):
        return False
    if _is_hangul(newest):
        return _is_hangul(ahead) and (core[-1] in "!?" or ahead in _KOREAN_FINALS)
    return core[-1] in "!?" and newest.isupper() and ahead.islower()


def _is_list_number(said: list[str]) -> bool:
    return len(said) == 1 and said[0][:-1].lstrip(_OPENERS).isdecimal() and said[0][-1] == "."


def _is_decoration(character: str) -> bool:
    return character in _LAUGHTER or unicodedata.category(character) in {"So", "Sk"}


def _without_decoration(text: str) -> str:
    """The text without the emoji and the laughter at its end, where they follow an end."""
    end = len(text)
    while end and (_is_decoration(text[end - 1]) or text[end - 1].isspace()):
        end -= 1
    bare = text[:end]
    return bare if bare.rstrip(_CLOSERS)[-1:] in _ENDERS else text


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"
