"""Two browsers, many threads and several processes on one database."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Timer

from pydantic import JsonValue

from quizgen.errors import AlreadyAnsweredError, AttemptClosedError
from quizgen.forms.form import Form
from quizgen.records import Answer, Store


def together(*actions: Callable[[], object]) -> list[object]:
    """Run the actions in a thread each, all at the same moment, and return what each returned or raised."""
    start = Barrier(len(actions))

    def run(action: Callable[[], object]) -> object:
        start.wait()
        try:
            return action()
        except (AlreadyAnsweredError, AttemptClosedError) as refusal:
            return refusal

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


def test_of_two_final_answers_at_once_one_stands_and_the_other_is_told(
    url: str, open_store: Callable[..., Store], form: Form
) -> None:
    one, other = open_store(url), open_store(url)
    token = one.start(form, mode="practice", ask_confidence=True)
    pairs: dict[str, tuple[JsonValue, JsonValue]] = {
        "choice": ("a", "b"),
        "several": (["a"], []),
        "highlight": (["1"], ["2"]),
        "number": (1, 2),
    }
    for item, (left, right) in pairs.items():
        outcomes = together(
            lambda: one.answer(token, item, left, final=True),  # noqa: B023
            lambda: other.answer(token, item, right, final=True),  # noqa: B023
        )
        stands = one.attempt(token).answers[item]
        assert [outcome for outcome in outcomes if isinstance(outcome, Answer)] == [stands]
        assert [o.answer for o in outcomes if isinstance(o, AlreadyAnsweredError)] == [stands]


def test_the_same_final_answer_from_two_browsers_at_once_is_one_answer(
    url: str, open_store: Callable[..., Store], form: Form
) -> None:
    stores = [open_store(url) for _ in range(2)]
    token = stores[0].start(form, mode="practice", ask_confidence=True)
    for item, response in {"choice": "a", "several": ["b"], "number": 28}.items():
        outcomes = together(*(lambda s=store: s.answer(token, item, response, final=True) for store in stores))  # noqa: B023
        assert outcomes == [stores[0].attempt(token).answers[item]] * 2


def test_replacing_an_answer_at_once_loses_no_revision(url: str, open_store: Callable[..., Store], form: Form) -> None:
    stores = [open_store(url) for _ in range(4)]
    token = stores[0].start(form, mode="test", ask_confidence=True)

    def answer_thrice(store: Store, value: int) -> None:
        for tenth in range(3):
            store.answer(token, "number", value + tenth / 10, final=False)

    together(*(lambda s=store, n=n: answer_thrice(s, n) for n, store in enumerate(stores)))
    assert stores[0].attempt(token).answers["number"].revision == 12


def test_flags_set_in_many_threads_are_all_kept(store: Store, form: Form) -> None:
    token = store.start(form, mode="test", ask_confidence=True)
    items = [entry.id for entry in form.items]
    together(*(lambda i=item: store.flag(token, i, True) for item in items))
    assert store.attempt(token).flags == set(items)


def test_an_answer_and_a_hand_in_at_once_agree_on_which_came_first(
    url: str, open_store: Callable[..., Store], form: Form
) -> None:
    one, other = open_store(url), open_store(url)
    for _ in range(5):
        token = one.start(form, mode="test", ask_confidence=True)
        answered, _closed = together(
            lambda: one.answer(token, "choice", "a", final=False),  # noqa: B023
            lambda: other.hand_in(token),  # noqa: B023
        )
        attempt = one.attempt(token)
        assert attempt.handed_in
        assert isinstance(answered, AttemptClosedError) == ("choice" not in attempt.answers)


def test_a_form_is_not_dropped_while_another_process_begins_to_use_it(
    url: str, open_store: Callable[..., Store], form: Form
) -> None:
    def come_and_go(store: Store) -> None:
        for _ in range(15):
            token = store.start(form, mode="test", ask_confidence=True)
            assert store.attempt(token).form == form
            store.delete(token)

    stores = [open_store(url) for _ in range(3)]
    together(*(lambda s=store: come_and_go(s) for store in stores))


def test_processes_that_start_at_once_share_one_new_database(url: str, form: Form, tmp_path: Path) -> None:
    (tmp_path / "form.json").write_text(form.to_json(), encoding="utf-8")
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from quizgen.forms.form import Form\n"
        "from quizgen.records import Store\n"
        "form = Form.read(Path(sys.argv[2]))\n"
        "sys.stdin.readline()\n"
        "print(Store.open(sys.argv[1]).start(form, mode='test', ask_confidence=False))\n"
    )
    command = [sys.executable, "-c", program, url, str(tmp_path / "form.json")]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    told = [process.communicate(timeout=60) for process in processes]
    assert [errors for _, errors in told] == [""] * 2
    with Store.open(url) as store:
        assert all(store.attempt(token.strip()).form == form for token, _ in told)


def test_a_new_file_that_another_program_holds_is_waited_for(
    sqlite_url: str, sqlite_file: Path, open_store: Callable[..., Store]
) -> None:
    holder = sqlite3.connect(sqlite_file, isolation_level=None, check_same_thread=False)
    holder.execute("CREATE TABLE of_another_program (x)")
    holder.execute("BEGIN IMMEDIATE")  # the one lock that SQLite does not wait for when it turns a file to WAL
    release = Timer(0.2, holder.rollback)
    release.start()
    assert open_store(sqlite_url).database == sqlite_url
    release.join()
    holder.close()


def test_threads_that_open_at_once_share_one_new_database(
    url: str, open_store: Callable[..., Store], form: Form
) -> None:
    stores = [store for store in together(*[lambda: open_store(url)] * 4) if isinstance(store, Store)]
    token = stores[0].start(form, mode="test", ask_confidence=False)
    assert [store.attempt(token).form for store in stores] == [form] * 4


def test_more_threads_than_connections_are_all_served(store: Store, form: Form) -> None:
    def sit(_: int) -> list[str]:
        token = store.start(form, mode="practice", ask_confidence=True)
        for entry in form.items:
            store.answer(token, entry.id, None, final=True)
        return list(store.attempt(token).answers)

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(sit, range(20))) == [[entry.id for entry in form.items]] * 20
