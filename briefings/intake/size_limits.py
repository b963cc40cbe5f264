"""The largest file, page and text that are read."""

from typing import Final

LARGEST_FILE: Final = 2
"""MB (of a million bytes)"""

LARGEST_PAGE: Final = 5
"""MB (of a million bytes), after decompression"""

MOST_TEXT: Final = 200
"""kB of UTF-8 (of a thousand bytes)"""
