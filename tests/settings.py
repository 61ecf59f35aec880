"""The settings of the tests: those of the product, in a folder that is thrown away."""

import atexit
import os
import shutil
import tempfile

os.environ["MUVOFIQ_DATA"] = tempfile.mkdtemp(prefix="muvofiq-tests-")
atexit.register(shutil.rmtree, os.environ["MUVOFIQ_DATA"], ignore_errors=True)

from muvofiq.settings import *  # noqa: E402, F403 (the product's own settings, after its folder is chosen)
from muvofiq.settings import DATA, DATABASES  # noqa: E402

READS_BY_MEANING = False  # a test that wants a model brings its own

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file and not the memory, as in the product: threads that write at once must meet in it.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "tests.sqlite3")}
