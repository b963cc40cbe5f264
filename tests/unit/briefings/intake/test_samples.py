"""The briefings that local mode starts with."""

from pathlib import Path

import pytest

from briefings.intake.article_reading import from_file
from briefings.text import detect, split_sentences

SAMPLES = sorted((Path(__file__).parents[4] / "samples").glob("*.md"))


def test_every_language_has_samples() -> None:
    languages = [from_file(path.name, path.read_bytes()).language for path in SAMPLES]
    assert [languages.count(language) for language in ("en", "ru", "kk")] == [4, 2, 2]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_tells_everything_about_itself(path: Path) -> None:
    article = from_file(path.name, path.read_bytes())
    assert article.published is not None
    assert path.name.startswith(article.published.isoformat())
    assert article.source
    assert article.url
    assert article.language == detect(article.text)
    assert 8 <= len(split_sentences(article.text, article.language)) <= 15
