"""Makes the game's sounds: short, soft tones, computed and not recorded.

Run from the top of the project: ``python assets/build_sounds.py assets/sounds``.
"""

import sys
import wave
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Wave: TypeAlias = NDArray[np.float64]

RATE: Final = 22_050
"""Samples a second."""

PEAK: Final = 0.25
"""The loudest sample, 1 = as loud as can be: sounds stay in the background."""

C5, E5, G5, A5, C6, E6 = 523.25, 659.26, 783.99, 880.0, 1046.5, 1318.51
G4, A4, C4 = 392.0, 440.0, 261.63


def tone(pitch: float, seconds: float, *, decay: float = 6.0, attack: float = 0.008) -> Wave:
    """Return a tone that begins softly and dies away, like a struck wooden bar.

    Args:
        pitch: Hz.
        seconds: how long it can be heard.
        decay: how fast it dies, in 1 / s at the fundamental; overtones die faster.
        attack: seconds until it is at its loudest.

    """
    time = np.arange(round(seconds * RATE)) / RATE
    sound = np.zeros_like(time)
    for overtone, strength in ((1.0, 1.0), (2.0, 0.28), (3.93, 0.12)):
        fading = np.exp(-decay * overtone * time)
        sound += strength * fading * np.sin(2 * np.pi * pitch * overtone * time)
    rise = np.minimum(1.0, time / attack)
    fall = np.minimum(1.0, (seconds - time) / 0.02)
    return sound * rise * fall


def after(pause: float, sound: Wave) -> Wave:
    """Return a sound that begins after some seconds."""
    return np.concatenate([np.zeros(round(pause * RATE)), sound])


def together(*sounds: Wave) -> Wave:
    """Return several sounds at once."""
    whole = np.zeros(max(len(each) for each in sounds))
    for each in sounds:
        whole[: len(each)] += each
    return whole


def sounds() -> Mapping[str, tuple[Wave, float]]:
    """Return every sound by its name, with its loudness beside the others (0 to 1)."""
    return {
        "commit": (together(tone(G4, 0.4, decay=9.0), after(0.09, tone(C5, 0.5, decay=7.0))), 0.8),
        "news": (together(tone(E5, 0.4, decay=8.0), after(0.13, tone(A5, 0.55, decay=7.0))), 0.7),
        "refused": (
            together(tone(A4, 0.2, decay=16.0), after(0.08, tone(C4, 0.3, decay=14.0))),
            0.6,
        ),
        "good": (together(tone(G5, 0.4, decay=8.0), after(0.08, tone(C6, 0.6, decay=6.0))), 0.8),
        "ending": (
            together(
                tone(C5, 0.7, decay=5.0),
                after(0.14, tone(E5, 0.8, decay=5.0)),
                after(0.28, tone(G5, 0.9, decay=4.5)),
                after(0.42, together(tone(C6, 1.2, decay=3.5), tone(E6, 1.2, decay=4.5))),
            ),
            1.0,
        ),
    }


def write(path: Path, sound: Wave, loudness: float) -> None:
    """Write a sound as 16-bit mono."""
    samples = sound / np.abs(sound).max() * PEAK * loudness
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.round(samples * 32767).astype("<i2").tobytes())


def main(folder: Path) -> None:
    """Write all sounds into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (sound, loudness) in sounds().items():
        write(folder / f"{name}.wav", sound, loudness)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
