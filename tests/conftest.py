"""The golden files: expected outputs kept beside the tests, and renewed by `pytest --update-golden`."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"


class Golden:
    """Compares texts with the files of tests/golden, or writes them."""

    def __init__(self, update: bool) -> None:
        self._update = update
        self.used: set[Path] = set()

    def read(self, name: str) -> str:
        """Return an input that is kept among the golden files."""
        self.used.add(FOLDER / name)
        return (FOLDER / name).read_text(encoding="utf-8")

    def check(self, name: str, actual: str) -> None:
        """Assert that the file holds this text; with `--update-golden`, let it hold it."""
        file = FOLDER / name
        self.used.add(file)
        if self._update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(actual, encoding="utf-8")
        assert file.exists(), f"there is no {file}; write it by pytest --update-golden and read it"
        assert actual == file.read_text(encoding="utf-8")


_GOLDEN = pytest.StashKey[Golden]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_GOLDEN] = Golden(config.getoption("--update-golden"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return request.config.stash[_GOLDEN]


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail a whole and successful run that left golden files unused."""
    options = session.config.option
    whole = session.config.args_source is pytest.Config.ArgsSource.TESTPATHS and not (
        options.keyword or options.markexpr
    )
    orphans = {f for f in FOLDER.rglob("*") if f.is_file()} - session.config.stash[_GOLDEN].used
    if whole and not options.collectonly and exitstatus == pytest.ExitCode.OK and orphans:
        pytest.exit(f"golden files that no test uses: {sorted(map(str, orphans))}", returncode=1)
