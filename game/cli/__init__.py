"""The command line: the only package that reads arguments and decides exit codes."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 fine, 1 the input is wrong, 2 usage."""
    from game.cli.program import run  # an import of the package stays cheap

    return run(arguments)
