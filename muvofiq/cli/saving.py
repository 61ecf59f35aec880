"""A result is written whole or not at all: what was there before stays until the new file is complete."""

from pathlib import Path

from muvofiq.cli.errors import CannotWrite


def save(data: bytes, path: Path) -> None:
    """Write the bytes to the path; raises CannotWrite."""
    rough = path.with_name(f".{path.name}.part")
    try:
        rough.write_bytes(data)
        rough.replace(path)
    except OSError as error:
        rough.unlink(missing_ok=True)
        raise CannotWrite(str(path), reason=error.strerror or str(error)) from error
