"""Keeps freed memory for the next batch of worlds, where the C library lets a program ask for it.

A step of 1,000 worlds fills and frees some hundred arrays of 128 kB. Left alone, glibc hands each
of them back to the system and fetches it anew, page by page, which takes as long as the arithmetic.
"""

from typing import Final

MEGABYTE: Final = 2**20

GLIBC: Final = (
    (-1, 256 * MEGABYTE),  # M_TRIM_THRESHOLD: as much may lie free at the top of the heap
    (-2, 4 * MEGABYTE),  # M_TOP_PAD: the heap grows by so much more than was asked for
    (-3, 32 * MEGABYTE),  # M_MMAP_THRESHOLD: only larger arrays come from the system; the most
)
"""Options of ``mallopt`` and their values, in bytes; the numbers of the options are glibc's own."""


def keep_freed_memory() -> bool:
    """Ask the C library to keep what is freed; call it once, when the program starts.

    It changes how fast batches are, never what they hold. At most 256 MB that are not in use stay
    with the program.

    Returns:
        whether it will: false with another C library than glibc, where nothing is changed.

    """
    try:
        import ctypes  # not part of every Python; where it is, NumPy has imported it

        library = ctypes.CDLL(None)
        if not hasattr(library, "gnu_get_libc_version"):
            return False  # the same numbers would mean something else
        # Each option counts, also after one that was refused: min asks for all of them.
        return min(int(library.mallopt(option, value)) for option, value in GLIBC) == 1
    except (ImportError, OSError, AttributeError, TypeError):  # TypeError: Windows has no "None"
        return False
