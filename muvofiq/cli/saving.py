"""A result is written whole or not at all: what was there before stays until the new file is complete."""

import os
import tempfile
from pathlib import Path

from muvofiq.cli.errors import CannotWrite


def save(data: bytes, path: Path) -> None:
    """Write the bytes to the path; raises CannotWrite."""
    try:
        handle, rough = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(rough).chmod(0o644)
        Path(rough).replace(path)
    except OSError as error:
        raise CannotWrite(str(path), reason=error.strerror or str(error)) from error
