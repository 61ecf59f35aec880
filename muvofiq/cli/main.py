"""The command ``muvofiq``: reads laws, matches them with the standards, writes the table."""

import logging
import sys
from pathlib import Path

import click
import platformdirs

from muvofiq import __version__
from muvofiq.cli.amend import amend
from muvofiq.cli.match import match
from muvofiq.cli.parse import parse
from muvofiq.cli.run import link, run, work
from muvofiq.cli.search import search
from muvofiq.cli.vectors import vectors
from muvofiq.errors import MuvofiqError

BAD_INPUT = 1
OUR_FAULT = 70


@click.group()
@click.version_option(__version__, prog_name="muvofiq")
def commands() -> None:
    """Bring a national law into line with international practice on mixed migration at borders."""


commands.add_command(run)
commands.add_command(link)
commands.add_command(work)
commands.add_command(parse)
commands.add_command(match)
commands.add_command(amend)
commands.add_command(search)
commands.add_command(vectors)


def main() -> None:
    """Run the command line; errors that a person can mend are told without a traceback."""
    try:
        commands()
    except MuvofiqError as error:
        click.secho(str(error), fg="red", err=True)
        sys.exit(BAD_INPUT)
    except Exception:  # the edge: whatever was not foreseen is logged, and the person hears where
        log = _log()
        logging.getLogger("muvofiq").exception("unforeseen error in: %s", " ".join(sys.argv[1:]))
        click.secho(f"Muvofiq has failed; this is our fault. Please send us the file {log}", fg="red", err=True)
        sys.exit(OUR_FAULT)


def _log() -> Path:
    folder = platformdirs.user_log_path("muvofiq")
    folder.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=folder / "errors.log", format="%(asctime)s %(message)s", force=True)
    return folder / "errors.log"
