"""The benchmarks run as the program does, with freed memory kept."""

from game.analysis.memory import keep_freed_memory

keep_freed_memory()
