"""What a process holds in memory with both models open, and after it has used them. Linux only.

python -m benchmarks.models_memory [FOLDER]
"""

import re
import sys
import time
from pathlib import Path

from briefings.models import Models


def megabytes() -> dict[str, float]:
    """Resident memory, and the part of it that no file backs: the system can take back the rest at any time."""
    rollup = Path("/proc/self/smaps_rollup").read_text()
    sizes = {name: int(size) for name, size in re.findall(r"^(\w+): +(\d+) kB", rollup, re.MULTILINE)}
    return {name: round(sizes[name] * 1024 / 1e6, 1) for name in ("Rss", "Anonymous")}


def use(models: Models, texts: list[str]) -> None:
    models.encode(texts, "passage")
    for text in texts:
        models.read(["When is it?"], [text], [[(0, len(text))]])


def main() -> None:
    texts = [line for path in sorted(Path("samples").glob("*.md")) for line in path.read_text().split("\n\n") if line]
    print("libraries", megabytes())
    begun = time.process_time()
    models = Models.load(Path(sys.argv[1]) if sys.argv[1:] else None)
    print(f"open, tried on a word, {time.process_time() - begun:.2f} s of a processor", megabytes())
    use(models, texts)
    print(f"used on {len(texts)} paragraphs", megabytes())


if __name__ == "__main__":
    main()
