// Keeps the question that is looked at where it is: when what stands above it comes, goes or grows, the page is scrolled
// by as much. When the page of questions was turned, reading goes on at its first question.

const PATIENCE = 10000; // milliseconds in which the first question is waited for, until somebody does something
const SETTLING = 500; // milliseconds after a change of the page in which it may scroll without being asked to
const HANDS = ["wheel", "touchmove", "keydown", "pointerdown"];
let changed = -Infinity; // when the page was last drawn, and when somebody last moved it
let touched = -Infinity;
let looked = null; // the question at the top of what is seen, and its distance from the top
let turned = 0; // how often the page of questions was turned: a session begins with 0, and may be ahead of this script

export default function ({ data }) {
  watch();
  if (data.turned > turned) goTo(data.first, performance.now());
  turned = data.turned;
}

function main() {
  return document.querySelector('[data-testid="stMain"]');
}

function find(name) {
  return document.querySelector(`[data-question="${CSS.escape(name)}"]`);
}

function watch() {
  const page = main();
  if (!page || page.dataset.place) return;
  page.dataset.place = "kept";
  page.addEventListener("scroll", scrolled, { passive: true });
  for (const hand of HANDS) {
    addEventListener(hand, () => (touched = performance.now()), { passive: true, capture: true });
  }
  new MutationObserver(redrawn).observe(page, { childList: true, subtree: true, characterData: true });
}

// While the page is drawn anew it is shorter for a moment, and the browser scrolls up with it: nobody wanted that.
function scrolled() {
  const now = performance.now();
  if (looked && now - changed < SETTLING && now - touched > SETTLING) keep();
  else remember();
}

function redrawn() {
  changed = performance.now();
  keep();
}

function remember() {
  looked = null;
  if (main().scrollTop === 0) return;
  for (const question of document.querySelectorAll("[data-question]")) {
    const { top } = question.getBoundingClientRect();
    if (top > innerHeight) return;
    if (looked && top > innerHeight / 4) return;
    looked = { name: question.dataset.question, top };
  }
}

function keep() {
  const question = looked && find(looked.name);
  if (!question) return;
  const moved = question.getBoundingClientRect().top - looked.top;
  if (Math.abs(moved) >= 1) main().scrollBy(0, moved);
}

// The question may be drawn late, and once more after it was found, which takes the focus from it.
function goTo(name, since, found = false) {
  if (performance.now() - since > PATIENCE || touched > since) return;
  const question = find(name);
  if (question && (!found || document.activeElement === document.body)) {
    found = true;
    looked = null;
    const heading = question.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    question.scrollIntoView({ block: "start" });
  }
  requestAnimationFrame(() => goTo(name, since, found));
}
