"""Read and write a file whole or not at all, and say in one sentence why not."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from game.errors import StorageFailed
from game.words import Sentence, sentence

LARGEST: Final = 20_000_000
"""Bytes of the largest file that is read unless the caller allows fewer."""

_FOR_ALL_TO_READ: Final = 0o644

_MOST_ASIDE: Final = 100
"""Damaged files of one name that are kept; what is damaged after so many replaces the first."""

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def read_bytes(path: Path, limit: int = LARGEST) -> bytes:
    """Return a file's content.

    Raises:
        StorageFailed: if it is not there, is no file, may not be read or is larger than ``limit``.

    """
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from None
    except ValueError:  # a name with a zero in it
        raise _unreadable(path, FileNotFoundError()) from None
    if len(content) > limit:
        raise StorageFailed(
            "too_large",
            sentence(
                "{path} is larger than {limit} kB, which no file of this kind needs. "
                "Check that it is the right file.",
                path=str(path),
                limit=limit // 1000,
            ),
        )
    return content


def read_text(path: Path, limit: int = LARGEST) -> str:
    """Return a file's text, which is UTF-8 with or without a byte order mark.

    Raises:
        StorageFailed: as ``read_bytes``, or if it is no UTF-8.

    """
    try:
        return read_bytes(path, limit).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StorageFailed(
            "not_text",
            sentence(
                "{path} is not a text file in UTF-8 (byte {byte} cannot be read). "
                "Open it in an editor and save it with the encoding UTF-8.",
                path=str(path),
                byte=error.start + 1,
            ),
        ) from None


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8, its line ends as they are; see ``write_bytes``."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file so that after a crash there is the old one or the new one, never half of one.

    A link stays a link: the file that it leads to is written. What is no file (a device, a pipe)
    keeps its place and takes the content as it comes.

    Raises:
        StorageFailed: if it cannot be written; the old file is as it was, nothing is left behind.

    """
    _write(path, [content])


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines of text as UTF-8, one after the other as they come; see ``write_bytes``.

    Others may read the file: it is made to be handed on, into a folder that is there. Whatever the
    lines raise leaves the old file as it was, too.

    Raises:
        StorageFailed: if the folder is not there, before the first line is asked for; or as
            ``write_bytes``.

    """
    check_folder(path)
    _write(path, (f"{line}\n".encode() for line in lines), _FOR_ALL_TO_READ)


def check_folder(path: Path) -> None:
    """Refuse a file in a folder that is not there: who typed its name may have misspelt it.

    Raises:
        StorageFailed: if there is nothing of the folder's name.

    """
    if not exists(path.parent):
        said = sentence(
            "There is no folder {folder}. Make it first, or choose another.",
            folder=str(path.parent),
        )
        raise StorageFailed("no_folder", said)


def _write(path: Path, parts: Iterable[bytes], mode: int | None = None) -> None:
    try:
        if _takes_as_it_comes(path):
            with path.open("wb") as taker:
                taker.writelines(parts)
            return
        real = path.resolve() if path.is_symlink() else path
        real.parent.mkdir(parents=True, exist_ok=True)
        _replace(real, parts, mode)
    except OSError as error:
        raise _unwritable(path, error) from None


def _takes_as_it_comes(path: Path) -> bool:
    """Say whether there is something that is neither file nor folder, which none may replace."""
    return exists(path) and not is_file(path) and not is_folder(path)


def write_new_text(path: Path, text: str) -> None:
    """Write a text as UTF-8 into a file that is not there yet, whole or not at all.

    Raises:
        StorageFailed: if there is something of that name (code ``exists``), which stays as it is,
            or the file cannot be written.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = _part_beside(path, [text.encode("utf-8")])
        part.chmod(_FOR_ALL_TO_READ)
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        _take_name(part, path)
    except FileExistsError:
        said = sentence("There is already a file {path}. Choose another name.", path=str(path))
        raise StorageFailed("exists", said) from None
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        _forget(part)


def remove(path: Path) -> None:
    """Delete a file; one that is not there is deleted already.

    Raises:
        StorageFailed: if it may not be deleted.

    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from None


def expanded(given: str) -> Path:
    """Return a path as it was typed, its ``~`` as the home folder of whoever is meant, if any."""
    path = Path(given)
    with contextlib.suppress(RuntimeError):  # nobody of that name has a home here
        return path.expanduser()
    return path


def exists(path: Path) -> bool:
    """Say whether there is anything; a name that the system cannot even look up is nothing."""
    with contextlib.suppress(OSError, ValueError):
        return path.exists()
    return False


def is_file(path: Path) -> bool:
    """Say whether there is a file; a name that the system cannot even look up is none."""
    with contextlib.suppress(OSError, ValueError):
        return path.is_file()
    return False


def is_folder(path: Path) -> bool:
    """Say whether there is a folder; a name that the system cannot even look up is none."""
    with contextlib.suppress(OSError, ValueError):
        return path.is_dir()
    return False


def aside(path: Path) -> Path:
    """Return the name under which a file that cannot be understood is kept: one not taken yet."""
    names = (f"{path.stem}.damaged{number}{path.suffix}" for number in ("", *range(2, _MOST_ASIDE)))
    free = (path.with_name(name) for name in names if not exists(path.with_name(name)))
    return next(free, path.with_name(f"{path.stem}.damaged{path.suffix}"))


def set_aside(path: Path) -> Path:
    """Keep a file that cannot be understood under another name, so that a new one can be written.

    Returns:
        its new name; there is nothing under it where there was no file.

    Raises:
        StorageFailed: if it cannot be renamed.

    """
    kept = aside(path)
    try:
        path.replace(kept)
    except FileNotFoundError:
        return kept
    except OSError as error:
        raise _unwritable(path, error) from None
    return kept


def _replace(path: Path, parts: Iterable[bytes], mode: int | None) -> None:
    part = _part_beside(path, parts)
    try:
        if mode is not None:
            part.chmod(mode)
        os.replace(part, path)  # noqa: PTH105  # the tests fill the disk by this very name
    except BaseException:
        _forget(part)
        raise


def _part_beside(path: Path, parts: Iterable[bytes]) -> Path:
    """Write content into a new file of the same folder, so that it only needs to be renamed."""
    number, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _forget(part)
        raise
    return part


def _take_name(part: Path, path: Path) -> None:
    """Give a written file its name; FileExistsError if the name is taken."""
    try:
        path.hardlink_to(part)  # unlike a rename, this never replaces anything
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        part.rename(path)


def _forget(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


def _unreadable(path: Path, error: OSError) -> StorageFailed:
    name = str(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        said = sentence("There is no file {path}. Check the name and the folder.", path=name)
        return StorageFailed("not_found", said)
    if isinstance(error, IsADirectoryError) or is_folder(path):
        said = sentence("{path} is a folder. Name a file in it.", path=name)
        return StorageFailed("is_folder", said)
    if error.errno in _FORBIDDEN:
        said = sentence("You may not read {path}. Ask for the right to read it.", path=name)
        return StorageFailed("not_readable", said)
    said = sentence(
        "{path} cannot be read ({reason}). Check the name and the disk.",
        path=name,
        reason=_reason(error),
    )
    return StorageFailed("not_readable", said)


def _unwritable(path: Path, error: OSError) -> StorageFailed:
    for belongs, code, said in _WRITE_FAILURES:
        if belongs(error):
            return StorageFailed(code, said(str(path), str(path.parent)))
    said_why = sentence(
        "{path} cannot be written ({reason}). Choose another name or another folder.",
        path=str(path),
        reason=_reason(error),
    )
    return StorageFailed("not_writable", said_why)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


_WRITE_FAILURES: Final[
    tuple[tuple[Callable[[OSError], bool], str, Callable[[str, str], Sentence]], ...]
] = (
    (
        lambda error: error.errno in _FULL,
        "disk_full",
        lambda path, folder: sentence(
            "The disk is full: {path} was not written, and what was there is unharmed. "
            "Free some space and try again.",
            path=path,
        ),
    ),
    (
        lambda error: error.errno in _FORBIDDEN,
        "not_writable",
        lambda path, folder: sentence(
            "The folder {folder} may not be written to. Choose another folder, "
            "or set HANDOFF_HOME to one of yours.",
            folder=folder,
        ),
    ),
    (
        lambda error: error.errno in {errno.ENOTDIR, errno.EEXIST},
        "not_a_folder",
        lambda path, folder: sentence(
            "{folder} is not a folder, so nothing can be saved in it. Choose another folder, "
            "or set HANDOFF_HOME to one of yours.",
            folder=folder,
        ),
    ),
    (
        lambda error: error.errno == errno.EISDIR,
        "is_folder",
        lambda path, folder: sentence(
            "{path} is a folder, and cannot be replaced by a file. Choose another name.", path=path
        ),
    ),
)
"""Which failure it is, its code, and what to say of the file and its folder."""
