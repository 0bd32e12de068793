"""Match: each prompt is given one of the choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import JsonValue

from quizgen.errors import ResponseShapeError
from quizgen.items.parts import ShownOption, letter
from quizgen.model import Frozen


class Prompt(Frozen):
    """What is to be matched. `id` counts from "1"; `key` is the id of the choice that belongs to it."""

    id: str
    text: str
    key: str
    why: str


class MatchChoice(Frozen):
    """What can be given to a prompt; `note` is a one-line meaning."""

    id: str
    text: str
    note: str | None = None


class ShownPrompt(Frozen):
    """What a learner sees of a prompt before the answer."""

    id: str
    text: str


class ShownMatch(Frozen):
    """What a learner sees of a match before the answer."""

    interaction: Literal["match"] = "match"
    prompts: tuple[ShownPrompt, ...]
    choices: tuple[ShownOption, ...]
    reuse: bool


class Match(Frozen):
    """Each prompt is given one choice; with `reuse` a choice may serve several prompts, and some may serve none."""

    interaction: Literal["match"] = "match"
    prompts: tuple[Prompt, ...]
    choices: tuple[MatchChoice, ...]
    reuse: bool = False
    fixed: bool = False
    """Whether the choices form a scale that is always shown in this order; the prompts are shuffled all the same."""

    def key_response(self) -> dict[str, str]:
        """Return a response that earns full marks."""
        return {p.id: p.key for p in self.prompts}

    def wrong_responses(self) -> list[dict[str, str]]:
        """Return responses that do not: nothing, and every pair shifted to another choice."""
        ids = [c.id for c in self.choices]
        shifted = {p.id: ids[(ids.index(p.key) + 1) % len(ids)] for p in self.prompts}
        return [{}, shifted]

    def read(self, item: str, raw: JsonValue) -> dict[str, str]:
        """Return prompt ids with their choice ids, or raise `ResponseShapeError`; prompts may be missing."""
        prompts = {p.id for p in self.prompts}
        choices = {c.id for c in self.choices}
        if not isinstance(raw, dict):
            raise ResponseShapeError(item, "it should name a choice for each prompt")
        pairs: dict[str, str] = {}
        for prompt, choice in raw.items():
            if prompt not in prompts or not isinstance(choice, str) or choice not in choices:
                raise ResponseShapeError(
                    item, f"it should give prompts {', '.join(sorted(prompts))} one of {', '.join(sorted(choices))}"
                )
            pairs[prompt] = choice
        if not self.reuse and len(set(pairs.values())) < len(pairs):
            raise ResponseShapeError(item, "each choice can be given once only")
        return {p.id: pairs[p.id] for p in self.prompts if p.id in pairs}

    def arranged(self, prompt_order: Sequence[int], choice_order: Sequence[int]) -> Match:
        """Return the same pairs with prompts and choices in these orders (indices) and named anew."""
        choices = [self.choices[i] for i in choice_order]
        names = {c.id: letter(i) for i, c in enumerate(choices)}
        prompts = [self.prompts[i] for i in prompt_order]
        return self.model_copy(
            update={
                "prompts": tuple(
                    p.model_copy(update={"id": str(i), "key": names[p.key]}) for i, p in enumerate(prompts, 1)
                ),
                "choices": tuple(c.model_copy(update={"id": names[c.id]}) for c in choices),
            }
        )

    def shown(self) -> ShownMatch:
        """Return what a learner sees."""
        return ShownMatch(
            prompts=tuple(ShownPrompt(id=p.id, text=p.text) for p in self.prompts),
            choices=tuple(ShownOption(id=c.id, text=c.text, note=c.note) for c in self.choices),
            reuse=self.reuse,
        )
