"""What thinks, where, and at which cost."""

from dataclasses import dataclass

from rotom.domain.settings.declaring import setting


@dataclass(frozen=True)
class Brain:
    brain: str = setting(
        "",
        "Brain",
        "One of Models by its name, or the path of a GGUF file; empty: the starter brain.",
        longest=1000,
    )
    server: str = setting(
        "",
        "Server that thinks",
        "The address of an OpenAI-compatible server; empty: Rotom thinks on this machine.",
        longest=300,
    )
    server_model: str = setting(
        "", "Model of the server", "Which one; empty: its first.", longest=300
    )
    gpu: bool = setting(
        False,
        "Use the graphics card",
        "Where llama.cpp was built for it. It is tried first, and not used beside a game.",
    )
    download_limit: float = setting(
        0.0,
        "Download limit",
        "How fast models are fetched at most; 0: as fast as they come.",
        low=0.0,
        high=20.0,
        unit="%1 MB/s",
    )
    threads: int = setting(
        0,
        "Processor threads",
        "How many threads think; 0: Rotom chooses and leaves one core free.",
        low=0,
        high=32,
    )
