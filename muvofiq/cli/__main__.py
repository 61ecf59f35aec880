"""``python -m muvofiq.cli`` does the same as the command ``muvofiq``."""

from muvofiq.cli.main import main

main()
