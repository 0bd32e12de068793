"""Rules that look at two fields at once; each tells of what breaks it by path, and knows nothing of YAML.

The shape of single fields is the model's matter; whether a bank is well made, that of `quizgen.checks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.bank import blueprint_rules, item_rules
from quizgen.bank.findings import Finding, Path, one_of, one_of_the_types
from quizgen.bank.model import LABEL_OF, TEMPLATE_IDS, Bank, Claim, Evidence, Figure, Issue, NotAs, Passage
from quizgen.bank.names import Names
from quizgen.bank.verbatim import as_printed, count_in, misplaced
from quizgen.diagnostics import Severity
from quizgen.source_text import shown
from quizgen.taxonomy import load_taxonomy
from quizgen.wording.wording import LANGUAGES


def broken(bank: Bank, names: Names, *, stem: str | None = None) -> Iterator[Finding]:
    """Yield what breaks a rule.

    Args:
        bank: The bank, or the sound part of one.
        names: What the bank's entries are called, those that are not sound included.
        stem: The name of the bank's file without its ending, if it should be the bank's id.
    """
    yield from _duplicate_ids(bank)
    for i, claim in enumerate(bank.claims):
        yield from _claim(claim, ("claims", i), bank, names)
    for i, passage in enumerate(bank.passages):
        yield from _passage(passage, ("passages", i), names)
    for i, item in enumerate(bank.items):
        yield from item_rules.broken(item, ("items", i), names)
    for name, blueprint in bank.blueprints.items():
        yield from blueprint_rules.broken(blueprint, ("blueprints", name), names)
    if bank.language.partition("-")[0] not in LANGUAGES:
        help_ = one_of(bank.language, LANGUAGES)
        yield Finding(
            ("language",),
            "unknown-language",
            f"there is no wording of questions in the language `{bank.language}`",
            help_,
        )
    if stem is not None and bank.id != stem:
        message = f"the bank is called `{bank.id}` and its file `{shown(stem)}`"
        yield Finding(("id",), "id-is-not-file-name", message, "give both the same name", Severity.WARNING)


def _duplicate_ids(bank: Bank) -> Iterator[Finding]:
    first: dict[str, str] = {}
    ids = {
        "claim": [claim.id for claim in bank.claims],
        "passage": [passage.id for passage in bank.passages],
        "item": [item.id for item in bank.items],
    }
    for kind, those in ids.items():
        for i, name in enumerate(those):
            if name in first:
                message = f"the id of this {kind}, `{name}`, is that of a {first[name]} above"
                yield Finding((f"{kind}s", i, "id"), "duplicate-id", message, "give it an id of its own", named=True)
            else:
                first[name] = kind


def _claim(claim: Claim, path: Path, bank: Bank, names: Names) -> Iterator[Finding]:
    for i, evidence in enumerate(claim.evidence):
        yield from _evidence(evidence, (*path, "evidence", i), bank, names)
    if claim.context is not None and claim.quote not in claim.context:
        yield from _quote_in_context(claim.quote, claim.context, path)
    for i, issue in enumerate(claim.issues):
        yield from _issue(issue, (*path, "issues", i), (claim.quote, claim.context or ""))
    yield from _verdict(claim, (*path, "verdict"))
    if claim.figure is not None:
        yield from _figure(claim.figure, (*path, "figure"))
    if claim.not_as:
        yield from _not_as(claim.not_as, path)
    if claim.accept:
        yield from _accept(claim, path)
    if claim.parts is not None:
        for name in ("fails", "holds", "open"):
            words = getattr(claim.parts, name)
            yield from misplaced(words, (*path, "parts", name), (claim.quote, claim.context or ""), occurrence=1)
    if claim.originals_to_open or claim.weaker_sources:
        yield from _other_sources(claim, path, names)
    if claim.kind == "attribution" and claim.kind_clear and claim.speaker is None:
        help_ = "add `speaker:` with the name of who is quoted, or delete `kind_clear`"
        yield Finding(path, "missing-speaker", "there is no `speaker` of these words", help_)
    if claim.min_pack > len(claim.evidence):
        message = f"`min_pack` asks for {claim.min_pack} findings, but there are {len(claim.evidence)}"
        yield Finding((*path, "min_pack"), "too-few-findings", message, "lower it, or add evidence")


def _verdict(claim: Claim, path: Path) -> Iterator[Finding]:
    """A verdict that all findings with a stance go against is most likely a slip, here or there."""
    stances = {evidence.stance for evidence in claim.evidence}
    for verdicts, wanted, other in _STANCE_OF:
        if claim.verdict in verdicts and wanted not in stances and other in stances:
            message = (
                f"the verdict is `{claim.verdict}`, but the stance of findings is `{other}` and of none `{wanted}`"
            )
            help_ = f"see which of the two is meant: another `verdict`, or `stance: {wanted}` at a finding"
            yield Finding(path, "verdict-against-findings", message, help_, Severity.WARNING)


_STANCE_OF = ((("contradicted", "misleading"), "refutes", "supports"), (("supported",), "supports", "refutes"))


def _evidence(evidence: Evidence, path: Path, bank: Bank, names: Names) -> Iterator[Finding]:
    at = (*path, "source")
    source = bank.sources.get(evidence.source)
    if source is None:
        yield from names.unknown_sources([evidence.source], path, at)
        return
    if not source.reached:
        help_ = "open and read the page and delete `reached: false`, or name it in `originals_to_open` instead"
        yield Finding(at, "source-not-reached", f"the source `{evidence.source}` was not reached", help_)
    elif source.url is None:
        help_ = "add its `url:` to the source, so that a reader can look it up"
        yield Finding(at, "source-without-url", f"the source `{evidence.source}` has no `url`", help_)


def _quote_in_context(quote: str, context: str, path: Path) -> Iterator[Finding]:
    """A context of neighbouring sentences is sound; one that prints the quote in other letters is not."""
    if printed := as_printed(quote, context):
        help_ = f"its context prints it as `{shown(printed)}`; copy both from the article again"
        message = "the quote and its context do not agree"
        yield Finding((*path, "quote"), "quote-differs-from-context", message, help_)


def _accept(claim: Claim, path: Path) -> Iterator[Finding]:
    for i, label in enumerate(claim.accept):
        if label == LABEL_OF[claim.verdict]:
            message = f"`{label}` is right already by the verdict `{claim.verdict}`"
            yield Finding((*path, "accept", i), "accepted-twice", message, "delete it, or name another label")
        elif label in claim.accept[:i]:
            yield Finding((*path, "accept", i), "accepted-twice", f"`{label}` is accepted twice", "delete one")


def _other_sources(claim: Claim, path: Path, names: Names) -> Iterator[Finding]:
    yield from names.unknown_sources(claim.originals_to_open, (*path, "originals_to_open"))
    for i, weaker in enumerate(claim.weaker_sources):
        at = (*path, "weaker_sources", i, "source")
        yield from names.unknown_sources([weaker.source], at[:-1], at)
        if weaker.source in claim.originals_to_open:
            message = f"`{weaker.source}` is named as a record and as a weaker source"
            yield Finding(at, "contradicting-sources", message, "keep it in one of the two lists")


def _figure(figure: Figure, path: Path) -> Iterator[Finding]:
    if figure.tolerance is None:
        return
    if figure.value and figure.tolerance >= abs(figure.value):
        message = f"a tolerance of {figure.tolerance:g} takes nearly any answer for {figure.value:g}"
        yield Finding((*path, "tolerance"), "tolerance-too-wide", message, "make it smaller")
    for i, other in enumerate(figure.other):
        if abs(other.value - figure.value) <= figure.tolerance:
            message = f"the other number {other.value:g} would count as right"
            help_ = "make `tolerance` smaller, or delete this number"
            yield Finding((*path, "other", i, "value"), "other-number-is-right", message, help_)


def _not_as(not_as: Iterable[NotAs], path: Path) -> Iterator[Finding]:
    for i, declined in enumerate(not_as):
        if declined.template not in TEMPLATE_IDS:
            message = f"unknown template `{declined.template}`"
            yield Finding(
                (*path, "not_as", i, "template"), "unknown-template", message, one_of(declined.template, TEMPLATE_IDS)
            )


def _passage(passage: Passage, path: Path, names: Names) -> Iterator[Finding]:
    for i, issue in enumerate(passage.issues):
        yield from _issue(issue, (*path, "issues", i), (passage.text,))
    for i, tempting in enumerate(passage.tempting):
        at = (*path, "tempting", i)
        yield from _type(tempting.type, (*at, "type"))
        if tempting.span is not None:
            yield from misplaced([tempting.span], (*at, "span"), (passage.text,), can_count=False)
    if passage.issues and passage.tempting:
        help_ = "delete `tempting`, which is for clean passages, or write `issues: []`"
        yield Finding((*path, "tempting"), "tempting-with-issues", "`tempting` stands beside `issues`", help_)
    if not passage.issues and passage.why_clean is None:
        help_ = "add `why_clean:` with the reason why the passage is sound, or mark its issues"
        yield Finding(path, "clean-without-why", "there are neither `issues` nor `why_clean`", help_)
    if passage.issues and passage.why_clean is not None:
        help_ = "delete `why_clean`, which is for clean passages, or write `issues: []`"
        yield Finding((*path, "why_clean"), "clean-with-issues", "`why_clean` stands beside `issues`", help_)
    if passage.phrases and "".join("".join(passage.phrases).split()) != "".join(passage.text.split()):
        help_ = "let the phrases, in order, be the whole of `text`, word for word"
        yield Finding((*path, "phrases"), "phrases-differ-from-text", "the phrases do not make up `text`", help_)
    if passage.record:
        yield from names.unknown_claims(passage.record, (*path, "record"))
    if passage.not_as:
        yield from _not_as(passage.not_as, path)


def _issue(issue: Issue, path: Path, texts: tuple[str, ...]) -> Iterator[Finding]:
    yield from _type(issue.type, (*path, "type"))
    for i, other in enumerate(issue.also_accept):
        yield from _type(other, (*path, "also_accept", i))
    for i, not_this in enumerate(issue.not_):
        yield from _type(not_this.type, (*path, "not", i, "type"))
    if issue.not_ or issue.also_accept:
        yield from _contradicting_types(issue, path)
    yield from _words(issue, path, texts)
    if issue.near:
        yield from misplaced(issue.near, (*path, "near"), texts, can_count=False)
    if issue.not_as:
        yield from _not_as(issue.not_as, path)
    if issue.rewrites_wrong:
        yield from _rewrites(issue, path)


def _type(type_id: str, path: Path) -> Iterator[Finding]:
    if type_id not in load_taxonomy().types:
        message = f"unknown issue type `{type_id}`"
        yield Finding(path, "unknown-issue-type", message, one_of_the_types(type_id))


def _contradicting_types(issue: Issue, path: Path) -> Iterator[Finding]:
    right = [issue.type]
    for i, other in enumerate(issue.also_accept):
        if other in right:
            message = f"`{other}` is accepted already"
            yield Finding((*path, "also_accept", i), "contradicting-types", message, "delete it here")
        right.append(other)
    wrong: list[str] = []
    for i, not_this in enumerate(issue.not_):
        at = (*path, "not", i, "type")
        if not_this.type in right:
            message = f"`{not_this.type}` is given as right and under `not`"
            yield Finding(at, "contradicting-types", message, "delete one of the two")
        elif not_this.type in wrong:
            yield Finding(at, "contradicting-types", f"`{not_this.type}` stands under `not` twice", "delete one")
        wrong.append(not_this.type)


def _words(issue: Issue, path: Path, texts: tuple[str, ...]) -> Iterator[Finding]:
    if issue.span is not None and issue.spans:
        help_ = "keep `spans` with all the words, and delete `span`"
        yield Finding((*path, "span"), "span-and-spans", "`span` and `spans` are both given", help_)
        return
    if not issue.words and not _is_absence(issue.type):
        help_ = "add `span:` with the words that show the issue, copied from the text"
        yield Finding(path, "missing-words", "there is neither `span` nor `spans`", help_)
    at = (*path, "span") if issue.span is not None else (*path, "spans")
    yield from misplaced(issue.words, at, texts, occurrence=issue.occurrence)
    if issue.occurrence is not None and issue.occurrence > 1 and not _repeated(issue, texts):
        message = f"no marked words occur {issue.occurrence} times"
        yield Finding((*path, "occurrence"), "no-such-occurrence", message, "count again, or delete `occurrence`")


def _repeated(issue: Issue, texts: tuple[str, ...]) -> bool:
    return any(count_in(words, texts) != 1 for words in issue.words)


def _is_absence(type_id: str) -> bool:
    known = load_taxonomy().types.get(type_id)
    return known is None or known.absence


def _rewrites(issue: Issue, path: Path) -> Iterator[Finding]:
    at = (*path, "rewrites_wrong")
    if issue.rewrite is None:
        help_ = "add `rewrite:` with a wording that the sources support"
        yield Finding(at, "rewrites-without-rewrite", "`rewrites_wrong` stands without `rewrite`", help_)
    both = sum(r.shift == "both" for r in issue.rewrites_wrong)
    if both > 1 or len(issue.rewrites_wrong) - both != 2:
        help_ = "give two wordings with one change each, and if you like a third with `shift: both`"
        single = len(issue.rewrites_wrong) - both
        message = f"the number of wrong rewrites with one change is {single}, of those with both {both}"
        yield Finding(at, "rewrites-not-two-by-two", message, help_)
    taken = {issue.rewrite}
    for i, rewrite in enumerate(issue.rewrites_wrong):
        if rewrite.text in taken:
            message = "this wording is given already"
            yield Finding((*at, i, "text"), "same-wording", message, "change it, so that it says something else")
        taken.add(rewrite.text)
