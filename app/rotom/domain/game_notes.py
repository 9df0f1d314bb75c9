"""What the user said about a game that is worth remembering with it."""

import re
from collections.abc import Sequence

MOST_NOTES = 12
"""So many are kept of a game; the oldest makes room."""

TOLD_NOTES, TOLD_LETTERS = 4, 400
"""So much of them comes into a prompt."""

LONGEST_NOTE = 160

_ASKED = re.compile(
    r"\b(remember|note|don't forget|do not forget)\b|기억해|잊지 마|적어 ?둬", re.IGNORECASE
)

_ABOUT_ME = re.compile(r"\b(i|i'm|i've|i'll|my|me|we|we're|our)\b", re.IGNORECASE)

_ABOUT_PLAY = re.compile(
    r"\b(boss(es)?|level(s|led)?|quests?|missions?|chapter|worlds?|dungeon|castle|stage|raid|save[ds]?"
    r"|weapon|sword|gun|armou?r|character|class|build|team|party|enem(y|ies)|monsters?|coins?|stars?"
    r"|died|dying|dead|stuck|beat(en)?|finish(ed)?|complet(e|ed)|unlock(ed)?|found|lost|won|win"
    r"|play(ed|ing)?|stopped|reached|defeat(ed)?|hard(est)?|ending|achievements?|run|map)\b"
    r"|보스|레벨|퀘스트|미션|챕터|스테이지|던전|무기|캐릭터|직업|저장|세이브|몬스터|엔딩|업적|파티"
    r"|막혔|막혀|깼|깨고|죽었|죽어|이겼|졌어|찾았|잃었|도착|클리어|플레이|어려워|잡았",
    re.IGNORECASE,
)

_QUESTION = re.compile(
    r"[?？]\s*$|^(what|who|why|how|where|when|which|can|could|do|does|is|are|will|should)\b"
    r"|(까|니|나요|어때)[요]?[?？.!]?$",
    re.IGNORECASE,
)


def worth_noting(said: str, title: str) -> bool:
    """Whether it is a statement of the user about their playing, or they asked to remember it."""
    words = said.strip()
    if not len(words.split()) >= 2 or len(words) > LONGEST_NOTE:
        return False
    if _ASKED.search(words):
        return True
    if _QUESTION.search(words):
        return False
    korean = bool(re.search("[가-힣]", words))  # which names no "I" where it is clear
    about_game = _ABOUT_PLAY.search(words) or (title and title.casefold() in words.casefold())
    return bool(about_game) and (korean or bool(_ABOUT_ME.search(words)))


def with_note(notes: Sequence[str], said: str) -> tuple[str, ...]:
    """The notes with a new one at their end; said once more it is there once."""
    note = " ".join(said.split())[:LONGEST_NOTE]
    others = [each for each in notes if each.casefold() != note.casefold()]
    return (*others, note)[-MOST_NOTES:] if note else tuple(notes)


def remembered(title: str, notes: Sequence[str]) -> tuple[str, ...]:
    """The newest notes as the prompt tells them of the user, oldest first."""
    told: list[str] = []
    letters = 0
    for note in reversed(notes[-TOLD_NOTES:]):
        letters += len(note)
        if letters > TOLD_LETTERS:
            break
        told.insert(0, f'"{note}"')
    return (f"Of {title or 'this game'} they said: {' '.join(told)}",) if told else ()
