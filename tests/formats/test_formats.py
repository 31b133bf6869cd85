"""All the formats together: each has what the protocol asks for, samples, and heads of its own."""

from __future__ import annotations

import pytest

from lenscap.formats import HEAD, Container, containers
from tests.samples import RICH, samples

every_container = pytest.mark.parametrize("container", containers(), ids=lambda container: container.NAME)


@every_container
def test_it_says_what_it_is_and_what_it_can(container: Container) -> None:
    assert container.NAME
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in container.SUFFIXES)
    assert {type(flag) for flag in (container.SEEN, container.COVERED, container.SLICED)} == {bool}
    assert container.SEEN or not container.COVERED


@every_container
def test_it_has_samples_and_one_that_hides_all(container: Container) -> None:
    own = [sample for sample in samples() if sample.format == container.NAME]
    assert len(own) >= 10
    assert {sample.name for sample in own} & set(RICH)


def test_every_sample_is_recognised_by_its_format_alone() -> None:
    for sample in samples():
        assert [each.NAME for each in containers() if each.recognises(sample.data[:HEAD])] == [sample.format]


def test_no_two_formats_share_a_suffix() -> None:
    suffixes = [suffix for container in containers() for suffix in container.SUFFIXES]
    assert len(set(suffixes)) == len(suffixes)
