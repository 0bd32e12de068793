"""Write a text or bytes to a file as a whole or not at all, so that a full disk cannot cost the file that was there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from quizgen.errors import FileShapeError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a text, as UTF-8, or bytes to a file, in place of what it held.

    A device or pipe such as /dev/stdout is written straight: there is nothing to keep, and nothing may replace it.

    Raises:
        FileShapeError: if the file cannot be written; what it held is then still there.
    """
    whole = content.encode() if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(whole)
        else:
            _replace(path.resolve(), whole)
    except OSError as error:
        problem = f"cannot be written: {error.strerror}; choose another place"
        raise FileShapeError(str(path), problem) from None


def _replace(path: Path, whole: bytes) -> None:
    new = path.with_name(f".quizgen-{os.getpid()}.tmp")
    try:
        with new.open("xb") as file:
            file.write(whole)
        if path.exists():
            path.open("ab").close()  # refused where the file is write-protected, which replacing it would not heed
            shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
