import numpy as np
import pytest

from briefings.answers.vectors import PACKED_BYTES, cosines, pack, unpack


@pytest.fixture
def vectors():
    rows = np.random.default_rng(7).normal(size=(40, 384)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_a_vector_takes_388_bytes(vectors):
    assert {len(one) for one in pack(vectors)} == {PACKED_BYTES} == {388}


def test_packing_hardly_changes_a_cosine(vectors):
    codes, scales = unpack(pack(vectors))
    assert cosines(codes, scales, vectors[3]) == pytest.approx(vectors @ vectors[3], abs=0.004)


def test_a_vector_of_zeros_is_packed_too():
    codes, scales = unpack(pack(np.zeros((1, 384), np.float32)))
    assert cosines(codes, scales, np.ones(384, np.float32)).tolist() == [0.0]
