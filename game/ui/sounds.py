"""A few quiet sounds, where there is something to play them on; a game never waits for them."""

import subprocess
import sys
import threading
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import pygame

if TYPE_CHECKING:
    from game.ui.playing import Playing

Sound: TypeAlias = Literal["commit", "good", "news", "refused", "ending"]

NAMES: Final[tuple[Sound, ...]] = ("commit", "good", "news", "refused", "ending")
"""A turn was played; it went as predicted; there is news; something was refused; the end."""

_RATE: Final = 22_050
_BUFFER: Final = 1024
"""Samples that are mixed at once: a twentieth of a second."""

_PATIENCE: Final = 8
"""Seconds after which a device that has not been opened is taken for none."""

_LAST_PATIENCE: Final = 2.0
"""Seconds for which the end of the program waits for a device that is just being opened."""

_ATTEMPT: Final = (
    "import faulthandler, pygame;"
    f"faulthandler.dump_traceback_later({_PATIENCE}, exit=True);"
    f"pygame.mixer.init({_RATE}, -16, 1, {_BUFFER}, allowedchanges=0)"
)

CLOSE: Final = 0.1
"""A prediction counts as met within this share of the deals, or within one deal."""


class Sounds:
    """Plays sounds by name. Whether there is a device is found out apart: that may take seconds.

    Without a device, without the files, or while the device is still being opened, it is silent.

    Args:
        read: returns a sound as the content of a WAV file.

    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._thread: threading.Thread | None = None
        self._attempt: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._on = False
        self._volume = 0.5
        self._heard: dict[str, object] = {}
        self.missing = False
        """Whether there is no device; False as long as that is not known."""

    @property
    def ready(self) -> bool:
        """Whether something can be heard."""
        return bool(self._sounds)

    def set(self, *, on: bool, volume: float) -> None:
        """Take the settings; ``volume`` from 0 to 1."""
        self._on, self._volume = on, volume

    def open(self) -> None:
        """Open the device, if sounds are wanted and nobody has done so; returns at once."""
        if self._on and self._thread is None:
            self._thread = threading.Thread(target=self._open, name="sounds", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Return when it is known whether there is a device."""
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """Stop looking for a device, so that nothing is at work any more when the program ends."""
        self._closed = True
        if self._attempt is not None:
            self._attempt.kill()
        if self._thread is not None:
            self._thread.join(_LAST_PATIENCE)

    def play(self, name: Sound) -> None:
        """Play a sound; whoever asks does not wait for it, nor hear of what goes wrong."""
        sound = self._sounds.get(name)
        if sound is None or not self._on or self._volume <= 0:
            return
        try:
            # Loudness is felt by its square.
            sound.set_volume(self._volume**2)
            sound.play()
        except pygame.error:  # the headphones are gone
            self._sounds.clear()
            self.missing = True

    def once(self, what: str, about: object, name: Sound) -> None:
        """Play a sound, unless the last one of this kind was about the same thing."""
        if self._heard.get(what) is not about:
            self.skip(what, about)
            self.play(name)

    def skip(self, what: str, about: object) -> None:
        """Take something for heard."""
        self._heard[what] = about

    def _open(self) -> None:
        self.missing = not self._is_there()
        if self.missing or self._closed:
            return
        try:
            pygame.mixer.init(_RATE, -16, 1, _BUFFER, allowedchanges=0)
            self._sounds = {
                name: pygame.mixer.Sound(file=BytesIO(self._read(name))) for name in NAMES
            }
        except Exception:  # no device, no driver, no file: all of them mean silence
            self.missing = True

    def _is_there(self) -> bool:
        """Say whether a device can be opened, by opening it in another process.

        Opening it stops every thread of this one, for ever where a sound server hangs.
        """
        nothing = subprocess.DEVNULL
        command = [sys.executable, "-c", _ATTEMPT]
        try:
            with subprocess.Popen(
                command, stdin=nothing, stdout=nothing, stderr=nothing
            ) as self._attempt:
                if self._closed:  # meanwhile
                    self._attempt.kill()
                return self._attempt.wait() == 0  # which ends itself if nothing else does
        except OSError:
            return False


def turn_sound(playing: "Playing") -> Sound:
    """Return how a turn that was just played sounds."""
    now = playing.view.now
    wins = now.figures["wins"].value
    if playing.over:
        return "ending"
    if now.prediction is None or wins is None:
        return "commit"
    return "good" if abs(now.prediction - wins) <= max(1.0, CLOSE * wins) else "commit"
