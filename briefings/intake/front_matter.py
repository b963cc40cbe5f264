"""The YAML of front matter: one mapping of plain values, and nothing that makes a small text large."""

from typing import Any, Final

import yaml
from yaml.events import AliasEvent, NodeEvent
from yaml.nodes import MappingNode, Node, ScalarNode

DEEPEST: Final = 5
"""Levels of nesting that are read, the mapping itself and the values in it among them."""

_MERGE: Final = "tag:yaml.org,2002:merge"


class NotPlain(yaml.YAMLError):
    """Front matter holds an anchor, an alias, a merge key, a tag of its own, or too many levels."""


class _PlainLoader(yaml.SafeLoader):
    """Refuses while composing, before anything is built or expanded."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if self._depth == DEEPEST or not _is_plain(event):
            raise NotPlain
        self._depth += 1
        node: Node | None = super().compose_node(parent, index)
        self._depth -= 1
        if isinstance(node, ScalarNode) and node.tag == _MERGE:
            raise NotPlain
        return node


def _is_plain(event: Any) -> bool:
    named = isinstance(event, NodeEvent) and event.anchor is not None
    return not isinstance(event, AliasEvent) and not named and getattr(event, "tag", None) is None


def read_mapping(text: str) -> dict[str, object] | None:
    """The values by name in small letters; None where the text is no mapping.

    Raises yaml.YAMLError, and ValueError for what looks like a date and is none.
    """
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, MappingNode):
            return None
        return {_name(key).casefold(): loader.construct_document(value) for key, value in node.value}
    finally:
        loader.dispose()


def _name(key: Node) -> str:
    if not isinstance(key, ScalarNode):
        raise NotPlain
    return str(key.value)
