import contextlib
import inspect
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.local.floods import Limits
from bot.local.methods import find_method
from bot.local.methods.registry import names
from bot.local.parameters import Parameters
from bot.local.records import User
from bot.local.refusals import Refused
from bot.local.telegram import World

FIELDS = (
    "chat_id text parse_mode entities caption reply_markup reply_parameters message_id message_ids from_chat_id "
    "url file_id user_id document action reaction commands scope language_code offset limit allowed_updates "
    "callback_query_id"
).split()
values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(2**60), 2**60), st.sampled_from([7, "7", "HTML", "[]"]), st.text()
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from([*FIELDS, "type", "emoji"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def test_methods_are_found_whatever_their_case() -> None:
    assert find_method("sendMessage") is find_method("SENDMESSAGE")
    with pytest.raises(Refused, match="method not found"):
        find_method("sendNonsense")


@settings(deadline=None)
@given(st.sampled_from(names()), st.dictionaries(st.sampled_from(FIELDS), values, max_size=6))
def test_wild_calls_are_carried_out_or_refused(name: str, wild: dict[str, Any]) -> None:
    world = World(User(1, "Desk", is_bot=True), limits=Limits.none())
    world.meet(User(7, "Tom"))
    with contextlib.suppress(Refused):
        result = find_method(name)(world, Parameters({"chat_id": 7, **wild}))
        if inspect.iscoroutine(result):
            result.close()
