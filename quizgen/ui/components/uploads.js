// Streamlit marks the place for a file as presentation although it has a name, which leaves it to each screen reader
// whether to tell of it: here it is a group.

const PLACE = '[data-testid="stFileUploaderDropzone"][role="presentation"]';
let watching = false;

export default function () {
  mend();
  if (watching) return;
  watching = true;
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
}

function mend() {
  for (const place of document.querySelectorAll(PLACE)) place.setAttribute("role", "group");
}
