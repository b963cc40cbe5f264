"""Date mentions of many documents, in the form that a TempEval-3 scorer reads.

    python benchmarks/dates_quality.py documents.jsonl > mentions.jsonl

A document is a line {"id", "text", "published"}; `python -m bot dates --batch` writes the same.
"""

import json
import sys
from datetime import date
from pathlib import Path

from briefings.dates import DateMention, find_dates


def as_json(mention: DateMention) -> dict[str, object]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "value": mention.value,
        "rule": mention.rule,
        "anchor": mention.anchor,
    }


def main() -> None:
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        published = date.fromisoformat(document["published"]) if document.get("published") else None
        mentions = find_dates(document["text"], published)
        print(json.dumps({"id": document["id"], "mentions": [as_json(mention) for mention in mentions]}))


if __name__ == "__main__":
    main()
