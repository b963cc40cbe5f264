import hashlib
from pathlib import Path

import pytest

from briefings.models import ModelError
from briefings.models.files import SHIPPED, checksum, checksums, complaining, first_line, require

CONTENT = b"weights"
OTHER = "0" * 64


def model_file(folder: Path, recorded: str | None) -> Path:
    path = folder / "reader.onnx"
    path.write_bytes(CONTENT)
    if recorded is not None:
        (folder / "checksums.txt").write_text(f"{OTHER}  encoder.onnx\n{recorded}  reader.onnx\n")
    return path


def test_the_checksum_is_the_one_that_sha256sum_writes(tmp_path: Path):
    # printf abc | sha256sum
    (tmp_path / "file").write_bytes(b"abc")
    assert checksum(tmp_path / "file") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("recorded", [None, hashlib.sha256(CONTENT).hexdigest()])
def test_a_file_that_is_as_recorded_or_of_which_nothing_is_recorded_is_taken(tmp_path: Path, recorded: str | None):
    path = model_file(tmp_path, recorded)
    assert require(path) == path


def test_a_file_that_is_not_as_recorded_is_named_in_one_line(tmp_path: Path):
    with pytest.raises(ModelError, match=r"reader\.onnx is damaged \(its checksum") as complaint:
        require(model_file(tmp_path, OTHER))
    assert "\n" not in str(complaint.value)


def test_a_missing_file_is_missing_whether_recorded_or_not(tmp_path: Path):
    with pytest.raises(ModelError, match=r"reader\.onnx is missing"):
        require(tmp_path / "reader.onnx")
    model_file(tmp_path, OTHER).unlink()
    with pytest.raises(ModelError, match=r"reader\.onnx is missing"):
        require(tmp_path / "reader.onnx")


def test_a_list_of_checksums_that_is_none_is_named(tmp_path: Path):
    path = model_file(tmp_path, None)
    (tmp_path / "checksums.txt").write_text("nonsense\n")
    with pytest.raises(ModelError, match=r"checksums\.txt is damaged"):
        require(path)


def test_the_shipped_files_do_not_do_without_checksums(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = model_file(tmp_path, None)
    monkeypatch.setattr("briefings.models.files.SHIPPED", tmp_path)
    with pytest.raises(ModelError, match=r"checksums\.txt is missing"):
        require(path)


def test_every_shipped_model_file_is_recorded():
    shipped = {path.name for path in SHIPPED.iterdir() if path.suffix in {".onnx", ".bin", ".json"}}
    assert shipped == {"encoder.onnx", "reader.onnx", "shared.bin", "tokenizer.json"}
    assert checksums(SHIPPED).keys() == shipped
    assert {require(SHIPPED / name).name for name in shipped} == shipped


def test_a_complaint_is_one_short_line(tmp_path: Path):
    with pytest.raises(ModelError) as complaint, complaining(tmp_path / "file"):
        raise RuntimeError("x" * 1000 + "\nsecond line")
    assert "\n" not in str(complaint.value)
    assert len(str(complaint.value)) < 400
    assert first_line(RuntimeError()) == "RuntimeError"
