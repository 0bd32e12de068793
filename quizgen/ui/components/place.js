// Keeps the question that is looked at where it is: when what stands above it comes, goes or grows, the page is scrolled
// by as much. When the page of questions was turned, reading goes on at its first question.

const PATIENCE = 3000; // milliseconds to wait for the first question
let looked = null; // the question at the top of what is seen, and its distance from the top
let turned = null;

export default function ({ data }) {
  watch();
  if (turned !== null && data.turned !== turned) goTo(data.first, performance.now() + PATIENCE);
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
  page.addEventListener("scroll", remember, { passive: true });
  new MutationObserver(keep).observe(page, { childList: true, subtree: true, characterData: true });
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

function goTo(name, until) {
  looked = null;
  const question = find(name);
  if (question) {
    const heading = question.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    question.scrollIntoView({ block: "start" });
  } else if (performance.now() < until) requestAnimationFrame(() => goTo(name, until));
}
