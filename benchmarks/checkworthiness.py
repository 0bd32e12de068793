"""Rank sentences that the cues were not written for: `python -m benchmarks.checkworthiness FILE.tsv`, one or more.

The files are those of `data/test_annotated` of github.com/apepa/clef2019-factchecking-task1: political debates and
speeches, a sentence a line, with 1 where fact-checkers took it up (CLEF CheckThat! 2019, task 1). They are read and not
kept. Precision is averaged over the places of the sentences that were taken up.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from quizgen.drafting.proposals import Place, claim_proposals

DRAWS = 30


def average_precision(wanted: Sequence[bool]) -> float:
    """Return the mean, over the places of what is wanted, of the share that is wanted up to there."""
    found = [place for place, is_wanted in enumerate(wanted, 1) if is_wanted]
    return mean(number / place for number, place in enumerate(found, 1))


def ranked(sentences: Sequence[str]) -> list[int]:
    """Return the numbers of the sentences, those that would be proposed first by rank, then the rest in their order."""
    found = [Place(text, number, None) for number, text in enumerate(sentences) if len(text.split()) >= 4]
    proposed = [claim.order for claim in claim_proposals(found, len(found))]
    rest = set(range(len(sentences))).difference(proposed)
    return [*proposed, *sorted(rest)]


def by_lot(wanted: Sequence[bool], draw: int) -> list[bool]:
    """Return the same in an order by lot."""
    return random.Random(draw).sample(wanted, len(wanted))  # noqa: S311  (no secret hangs on it)


def main(files: Sequence[Path]) -> None:
    """Print a row for each file, and the mean."""
    print("| debate or speech | sentences | taken up | average precision | by chance | in the first fifth |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    rows = []
    for file in files:
        lines = [line.split("\t") for line in file.read_text(encoding="utf-8").strip().split("\n")]
        wanted = [line[3].strip() == "1" for line in lines]
        order = [wanted[number] for number in ranked([line[2] for line in lines])]
        chance = mean(average_precision(by_lot(wanted, draw)) for draw in range(DRAWS))
        row = (average_precision(order), chance, sum(order[: len(order) // 5]) / sum(wanted))
        rows.append(row)
        print(f"| {file.stem} | {len(wanted)} | {sum(wanted)} | {row[0]:.3f} | {row[1]:.3f} | {row[2]:.0%} |")
    told = [mean(column) for column in zip(*rows, strict=True)]
    print(f"| mean | | | {told[0]:.3f} | {told[1]:.3f} | {told[2]:.0%} |")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python -m benchmarks.checkworthiness FILE.tsv")
    main([Path(argument) for argument in sys.argv[1:]])
