"""What the models have in common is read from one mapping of its file, and changes no output."""

import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest

from briefings.models import ModelError
from briefings.models.sessions import COMMON, Sessions

SHIPPED = Path(__file__).parents[4] / "briefings" / "models"
MODELS = ("encoder.onnx", "reader.onnx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of its own, without checksums: no other test has it mapped."""
    for name in (*MODELS, COMMON):
        shutil.copy(SHIPPED / name, tmp_path)
    return tmp_path


def run(session: Any) -> list[np.ndarray]:
    ids = np.array([[0, 17, 4000, 80000, 2], [0, 5, 60000, 2, 1]])
    mask = np.array([[1, 1, 1, 1, 1], [1, 1, 1, 1, 0]], np.float32)
    given = {"ids": ids, "mask": mask, "cmask": mask}
    return session.run(None, {one.name: given[one.name] for one in session.get_inputs()})


def resident(path: Path) -> list[int]:
    """For each mapping of a file into this process, how many kilobytes of it are in memory."""
    found = re.findall(
        rf"{re.escape(str(path))}\n.*?^Rss: +(\d+) kB", Path("/proc/self/smaps").read_text(), re.MULTILINE | re.DOTALL
    )
    return [int(size) for size in found]


@pytest.mark.parametrize("name", MODELS)
def test_outputs_are_those_of_the_runtime_by_itself(folder: Path, name: str):
    plain = onnxruntime.InferenceSession(str(folder / name), providers=["CPUExecutionProvider"])
    for ours, theirs in zip(run(Sessions(folder).open(name)), run(plain), strict=True):
        assert np.array_equal(ours, theirs)


def test_two_models_read_from_one_mapping(folder: Path):
    sessions = Sessions(folder)
    both = [sessions.open(name) for name in MODELS]
    (before,) = resident(folder / COMMON)
    for session in both:
        run(session)
    (after,) = resident(folder / COMMON)
    assert after > before, "a copy is read instead"


def test_the_common_weights_live_as_long_as_a_session(folder: Path):
    session = Sessions(folder).open("encoder.onnx")
    assert len(resident(folder / COMMON)) == 1
    assert np.isfinite(run(session)[0]).all()
    del session
    assert resident(folder / COMMON) == []


def test_common_weights_that_are_missing_are_named(folder: Path):
    (folder / COMMON).unlink()
    with pytest.raises(ModelError, match=r"shared\.bin is missing"):
        Sessions(folder).open("reader.onnx")


@pytest.mark.parametrize("content", [b"", b"{}"])
def test_common_weights_that_are_cut_off_are_complained_of_in_one_line(folder: Path, content: bytes):
    (folder / COMMON).write_bytes(content)
    with pytest.raises(ModelError, match="damaged") as complaint:
        Sessions(folder).open("reader.onnx")
    assert "\n" not in str(complaint.value)
