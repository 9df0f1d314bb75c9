"""The few words that always stop Rotom."""

import re

_STOPS = frozenset(
    [
        *("stop", "stop it", "stop that", "stop now", "stop talking", "stop please", "please stop"),
        *("stop stop", "stop stop stop", "wait", "wait wait", "wait please", "please wait"),
        *("wait a second", "wait a minute", "wait a moment", "just a second", "one second"),
        *("hold on", "hang on", "be quiet", "quiet", "quiet please", "shut up", "hush", "silence"),
        *("enough", "that's enough", "okay stop", "ok stop", "no stop", "no wait", "hey stop"),
        *("pause", "cancel", "never mind", "nevermind", "oh stop", "oh wait", "but wait"),
        *("잠깐", "잠깐만", "잠깐만요", "잠깐 잠깐", "잠시만", "잠시만요", "아 잠깐", "아니 잠깐"),
        *(
            "그만",
            "그만해",
            "그만해요",
            "그만 그만",
            "이제 그만",
            "멈춰",
            "멈춰요",
            "멈춰 줘",
            "스톱",
        ),
        *("조용", "조용히", "조용히 해", "조용히 해 줘", "기다려", "기다려 봐", "됐어", "시끄러워"),
    ]
)
_NAME = re.compile(
    r"^(?:hey |okay |ok |야 )?(?:rotom|로토무)(?:야|아)? | (?:rotom|로토무)(?:야|아)?$"
)


def asks_to_stop(text: str) -> bool:
    """Whether these words, said while Rotom speaks, ask for nothing but that it stops."""
    words = " ".join(re.findall(r"[\w']+", text.lower().replace("’", "'")))
    return _NAME.sub("", words) in _STOPS
