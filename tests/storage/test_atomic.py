"""A file is written whole or not at all, and a refusal is one sentence with a way out."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from game.errors import StorageFailed
from game.storage.atomic import read_bytes, read_text, remove, set_aside, write_new_text, write_text


def fail(monkeypatch: pytest.MonkeyPatch, number: int, name: str = "replace") -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, name, refuse)


def refusal(path: Path) -> StorageFailed:
    with pytest.raises(StorageFailed) as caught:
        write_text(path, "new")
    return caught.value


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    write_text(tmp_path / "deep" / "down" / "file.txt", "Größe: 3 €\n")
    assert read_text(tmp_path / "deep" / "down" / "file.txt") == "Größe: 3 €\n"


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_full_disk_leaves_the_old_file_and_no_crumbs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "game.json"
    write_text(path, "old")
    fail(monkeypatch, errno.ENOSPC, step)
    failed = refusal(path)
    assert failed.code == "disk_full"
    assert str(path) in str(failed)
    assert "Free some space" in str(failed)
    assert [each.name for each in tmp_path.iterdir()] == ["game.json"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_folder_that_may_not_be_written_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, errno.EACCES)
    failed = refusal(tmp_path / "game.json")
    assert failed.code == "not_writable"
    assert str(tmp_path) in str(failed)
    assert "HANDOFF_HOME" in str(failed)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("I am no folder", encoding="utf-8")
    failed = refusal(tmp_path / "file" / "game.json")
    assert failed.code == "not_a_folder"
    assert "is not a folder" in str(failed)


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "game.json").mkdir()
    failed = refusal(tmp_path / "game.json")
    assert failed.code == "is_folder"
    assert [each.name for each in tmp_path.iterdir()] == ["game.json"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EIO, "cannot be written"), (errno.EROFS, "may not be written to")],
)
def test_other_failures_are_sentences_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    fail(monkeypatch, number)
    assert words in str(refusal(tmp_path / "game.json"))


def test_a_missing_file_a_folder_and_a_foreign_encoding_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Größe".encode("latin-1"))
    codes = {}
    for name in ("none.txt", "", "latin.txt"):
        with pytest.raises(StorageFailed) as caught:
            read_text(tmp_path / name)
        codes[name] = caught.value.code
    assert codes == {"none.txt": "not_found", "": "is_folder", "latin.txt": "not_text"}


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StorageFailed, match="may not read") as caught:
        read_text(tmp_path / "secret.txt")
    assert caught.value.code == "not_readable"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 2001)
    assert len(read_bytes(tmp_path / "large", 2001)) == 2001
    with pytest.raises(StorageFailed) as caught:
        read_bytes(tmp_path / "large", 2000)
    assert caught.value.code == "too_large"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "excel.csv").write_bytes(b"\xef\xbb\xbfturn,seo\n")
    assert read_text(tmp_path / "excel.csv") == "turn,seo\n"


def test_what_is_not_there_can_be_removed_and_set_aside(tmp_path: Path) -> None:
    remove(tmp_path / "none")
    set_aside(tmp_path / "none.json")
    (tmp_path / "one.json").write_text("{", encoding="utf-8")
    set_aside(tmp_path / "one.json")
    assert [each.name for each in tmp_path.iterdir()] == ["one.damaged.json"]


def test_a_folder_cannot_be_removed_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        remove(tmp_path)


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_takes_what_is_written_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_text(pipe, "a line\n")
    assert os.read(end, 100) == b"a line\n"
    os.close(end)
    assert pipe.is_fifo()


def test_a_new_file_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "new.txt"
    write_new_text(path, "one")
    with pytest.raises(StorageFailed) as caught:
        write_new_text(path, "two")
    assert caught.value.code == "exists"
    assert path.read_text(encoding="utf-8") == "one"
    assert [each.name for each in path.parent.iterdir()] == ["new.txt"]


def test_a_new_file_replaces_no_link_that_leads_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    path.symlink_to(tmp_path / "elsewhere.txt")
    with pytest.raises(StorageFailed):
        write_new_text(path, "one")
    assert not (tmp_path / "elsewhere.txt").exists()


def test_a_disk_without_second_names_gets_new_files_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    write_new_text(tmp_path / "new.txt", "one")
    with pytest.raises(StorageFailed):
        write_new_text(tmp_path / "new.txt", "two")
    assert [each.name for each in tmp_path.iterdir()] == ["new.txt"]
    assert (tmp_path / "new.txt").read_text(encoding="utf-8") == "one"
