# SPDX-License-Identifier: GPL-3.0-or-later
"""The small pictures of the time line, in CPU: from the camera's thumbnail against decoding the same photos, and without
one against libjpeg-turbo alone at the same reduction. Photos of 12 megapixels, made by small-bench."""
import subprocess
from pathlib import Path
from typing import Callable

Measure = Callable[..., tuple[float, float, float]]
EXIF_GOAL, DECODED_GOAL = 0.03, 1.1
TRIES = 5  # the quickest counts


def over(value: float, goal: float) -> str:
    return f"{' over' if value > goal else ''} (goal {goal})"


def run(bin_dir: Path, folder: Path, full: bool, measured: Measure) -> None:
    count = 40 if full else 10
    program, plain = str(bin_dir / "small-bench"), str(bin_dir / "plain-jpeg")
    place = folder / "small"
    subprocess.run([program, "make", str(place), str(count)], check=True)
    tagged = sorted(map(str, (place / "with").iterdir()))
    untagged = sorted(map(str, (place / "without").iterdir()))

    def cpu(command: list[str], files: list[str], times: int = 1) -> float:
        """Milliseconds a photo, without what starting the program costs."""
        tries = min(measured([*command, *files * times])[0] for _ in range(TRIES))
        start = min(measured([*command, *files[:1]])[0] for _ in range(TRIES))
        return (tries - start) / (len(files) * times - 1) * 1000

    from_exif = cpu([program, "small"], tagged, 200)
    decoded = cpu([program, "small"], untagged, 3)
    scaled = cpu([plain], untagged, 3)
    whole = cpu([program, "whole"], untagged)
    print(f"small pictures of {count} photos of 12 megapixels, CPU a photo: {from_exif:.2f} ms with a thumbnail, {decoded:.1f} ms without; "
          f"decoding {whole:.0f} ms in full, {scaled:.1f} ms by libjpeg-turbo at an eighth")
    print(f"  with a thumbnail at {from_exif / whole:.4f} of decoding{over(from_exif / whole, EXIF_GOAL)}, "
          f"{from_exif / scaled:.3f} of libjpeg-turbo at an eighth")
    print(f"  without one at {decoded / scaled:.2f} of libjpeg-turbo at an eighth{over(decoded / scaled, DECODED_GOAL)}")
