"""Find a browser for the tests and print its path; with --install, get one where there is none.

Looked for, in this order: the path in QUIZGEN_CHROMIUM, a Chromium or Chrome in PATH, the one that Playwright brought.
Installing tries Debian's package first (as root on a Debian machine), since it brings the libraries that a browser
needs, and then `playwright install chromium`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find() -> Path | None:
    """Return the path of a browser, or None."""
    named = os.environ.get("QUIZGEN_CHROMIUM")
    if named:
        return Path(named) if Path(named).exists() else None
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return _playwrights_own()


def _playwrights_own() -> Path | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (only where no other was found)

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def install() -> None:
    """Get a browser by the package manager of a Debian machine, else by Playwright."""
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([apt, "update", "-qq"], check=False, env=quiet)
        done = subprocess.run([apt, "install", "-y", "-qq", "chromium"], check=False, env=quiet)
        if done.returncode == 0 and find():
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Print the browser's path; exit code 1 if there is none."""
    if find() is None and "--install" in sys.argv:
        install()
    browser = find()
    if browser is None:
        print("no browser was found: install Chromium, or name one in QUIZGEN_CHROMIUM", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    print(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
