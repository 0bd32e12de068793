"""Try questions on people (or other readers) who have not seen the keys, and count.

    python scripts/blind_trial.py sample question_banks/kim-putin-summit.yaml trial --per-template 8 --parts 6
    python scripts/blind_trial.py score trial answers-full.json
    python scripts/blind_trial.py score trial answers-options.json --options-alone

`sample` writes for each part `part-N.md` (all that a learner sees), `options-N.md` (the options and nothing else) and
`part-N.json` (with the keys: for scoring alone). No two questions of a part are enemies; the keys of fixed scales take
turns, so that always taking one label earns no more than chance. `score` reads a JSON object of item ids and responses.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from quizgen.bank import load_bank
from quizgen.draws import fingerprint
from quizgen.exchange import form_markdown
from quizgen.forms import Form, everything
from quizgen.forms.form import FormItem
from quizgen.items import Choice, MultipleResponse
from quizgen.scoring import grade


def sample(bank: Path, folder: Path, per_template: int, parts: int, seed: int) -> None:
    """Write the parts of a trial."""
    whole = everything(load_bank(bank), seed=seed)
    drawn = [entry for entries in _by_template(whole, seed).values() for entry in _taking_turns(entries)[:per_template]]
    folder.mkdir(parents=True, exist_ok=True)
    for number, entries in enumerate(_apart(drawn, parts), 1):
        order = sorted(entries, key=lambda e: fingerprint(seed, "order", e.item.id))
        renumbered = tuple(
            e.model_copy(update={"number": n, "id": f"P{number}-{n:02}"}) for n, e in enumerate(order, 1)
        )
        part = whole.model_copy(update={"items": renumbered, "id": f"P{number}"})
        (folder / f"part-{number}.md").write_text(_with_ids(form_markdown(part, "learner"), part), encoding="utf-8")
        (folder / f"options-{number}.md").write_text(_options_alone(part), encoding="utf-8")
        (folder / f"part-{number}.json").write_text(part.to_json(), encoding="utf-8")
        print(f"part {number}: {len(renumbered)} questions")


def _by_template(form: Form, seed: int) -> dict[str, list[FormItem]]:
    found: defaultdict[str, list[FormItem]] = defaultdict(list)
    for entry in sorted(form.items, key=lambda e: fingerprint(seed, "draw", e.item.id)):
        found[entry.item.template].append(entry)
    return found


def _taking_turns(entries: list[FormItem]) -> list[FormItem]:
    """Return the entries with the keys of a scale in turn; those of a scarce key run out, the others go on."""
    by_key: defaultdict[tuple[str, ...], list[FormItem]] = defaultdict(list)
    for entry in entries:
        by_key[tuple(t for t in entry.item.tags if t.startswith("key:"))].append(entry)
    turns: list[FormItem] = []
    while any(by_key.values()):
        turns += [waiting.pop(0) for waiting in by_key.values() if waiting]
    return turns


def _apart(entries: list[FormItem], parts: int) -> list[list[FormItem]]:
    """Return the entries in parts without enemies, each as small as it can be; what fits nowhere is told."""
    divided: list[list[FormItem]] = [[] for _ in range(parts)]
    for entry in entries:
        marks = set(entry.item.exclusive)
        open_to = [p for p in divided if not any(marks & set(e.item.exclusive) for e in p)]
        if open_to:
            min(open_to, key=len).append(entry)
        else:
            print(f"left out, an enemy in every part: {entry.item.id}")
    return divided


def _with_ids(text: str, form: Form) -> str:
    for entry in form.items:
        text = text.replace(f"\n## {entry.number}. ", f"\n## {entry.id}: ", 1)
    return text


def _options_alone(form: Form) -> str:
    """Return the options of every choice, and nothing else."""
    lines = ["# Which option is right? Nothing but the options is shown.", ""]
    for entry in form.items:
        body = entry.item.body
        if isinstance(body, Choice | MultipleResponse):
            several = " (several may be right)" if isinstance(body, MultipleResponse) else ""
            lines += [f"## {entry.id}{several}", ""]
            lines += [f"- ({o.id}) {o.text}" + (f" – {o.note}" if o.note else "") for o in body.options]
            lines.append("")
    return "\n".join(lines)


def score(folder: Path, answers: Path, options_alone: bool) -> None:
    """Print agreement with the key by template, and what chance would give where options can be guessed."""
    responses = json.loads(answers.read_text(encoding="utf-8"))
    rows: defaultdict[str, list[tuple[float, float | None]]] = defaultdict(list)
    for file in sorted(folder.glob("part-*.json")):
        for entry in Form.read(file).items:
            if entry.id not in responses and options_alone:
                continue
            points = grade(entry.item, responses.get(entry.id)).points
            rows[entry.item.template].append((points, _chance(entry)))
            if points < 1 and not options_alone:
                print(f"{entry.id} {entry.item.id}: answered {responses.get(entry.id)!r}, {points:.2f} points")
    print("\n| template | n | points | share | chance |\n| --- | --- | --- | --- | --- |")
    everything_ = [r for of in rows.values() for r in of]
    for template, of in [*rows.items(), ("all", everything_)]:
        known = [c for _, c in of if c is not None]
        chance = f"{100 * sum(known) / len(known):.0f} %" if known and len(known) == len(of) else "–"
        got = sum(p for p, _ in of)
        print(f"| {template} | {len(of)} | {got:.1f} | {100 * got / len(of):.0f} % | {chance} |")


def _chance(entry: FormItem) -> float | None:
    body = entry.item.body
    return len(body.key) / len(body.options) if isinstance(body, Choice) else None


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("sample")
    drawing.add_argument("bank", type=Path)
    drawing.add_argument("folder", type=Path)
    drawing.add_argument("--per-template", type=int, default=8)
    drawing.add_argument("--parts", type=int, default=6)
    drawing.add_argument("--seed", type=int, default=1)
    scoring = commands.add_parser("score")
    scoring.add_argument("folder", type=Path)
    scoring.add_argument("answers", type=Path)
    scoring.add_argument("--options-alone", action="store_true")
    given = parser.parse_args()
    if given.command == "sample":
        sample(given.bank, given.folder, given.per_template, given.parts, given.seed)
    else:
        score(given.folder, given.answers, given.options_alone)


if __name__ == "__main__":
    main()
