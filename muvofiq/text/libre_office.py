"""An old Word file is opened by LibreOffice, if this computer has it, in a place of its own and without its macros."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from muvofiq.text.errors import OldWordNeedsLibreOffice, OldWordNotOpened

NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
SECONDS = 120.0
SETTINGS = "/org.openoffice.Office.Common/Security/Scripting"
# No macro runs, and nothing that the file names elsewhere is fetched.
CAUTIOUS = {"DisableMacrosExecution": "true", "MacroSecurityLevel": "3", "BlockUntrustedRefererLinks": "true"}
PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="{SETTINGS}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for name, value in CAUTIOUS.items()
    )
    + "</oor:items>"
)


def as_docx(data: bytes, name: str, seconds: float = SECONDS) -> bytes:
    """Return an old Word file as a new one. Raises OldWordNeedsLibreOffice and OldWordNotOpened."""
    program = _program()
    if program is None:
        raise OldWordNeedsLibreOffice(name)
    with TemporaryDirectory(prefix="muvofiq-", ignore_cleanup_errors=True) as folder:
        return _converted(data, name, (program, Path(folder)), seconds)


def _program() -> str | None:
    found = (shutil.which(name) for name in (*NAMES, *PLACES))
    return next((path for path in found if path), None)


def _converted(data: bytes, name: str, at: tuple[str, Path], seconds: float) -> bytes:
    program, folder = at
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    (folder / "law.doc").write_bytes(data)
    own = f"-env:UserInstallation={profile.parent.as_uri()}"
    options = ["--headless", "--norestore", "--nolockcheck", "--nodefault"]
    command = [program, own, *options, "--convert-to", "docx", "--outdir", str(folder), str(folder / "law.doc")]
    try:
        _run(command, folder, seconds)
        return (folder / "law.docx").read_bytes()
    except subprocess.TimeoutExpired as error:
        raise OldWordNotOpened(name, reason=f"LibreOffice was not ready after {seconds:g} seconds") from error
    except OSError as error:
        raise OldWordNotOpened(name, reason="LibreOffice could not make anything of it") from error


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run a program to its end. It is stopped together with all that it has started."""
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    with subprocess.Popen(  # noqa: S603 the command is ours; only the content of a file comes from outside
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            raise
