// Tells the browser the language of the page, and moves the focus to the new heading when a question or its feedback
// replaces what stood there: not on the first load, where the browser begins at the top by itself.

const PATIENCE = 3000; // milliseconds to wait for the heading

export default function ({ data }) {
  const page = document.documentElement;
  page.lang = data.lang;
  const before = page.dataset.reading;
  if (before === data.token) return;
  page.dataset.reading = data.token;
  if (before === undefined) return;
  const until = performance.now() + PATIENCE;
  (function look() {
    const heading = document.querySelector(`[data-focus="${CSS.escape(data.token)}"]`);
    if (heading) {
      document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
      heading.focus();
    } else if (performance.now() < until && page.dataset.reading === data.token) {
      requestAnimationFrame(look);
    }
  })();
}
