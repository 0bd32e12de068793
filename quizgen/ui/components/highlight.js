// Phrases of a passage to mark, the same phrases as a list of checkboxes, and "nothing to flag", which excludes marks.
// The answer is null (nothing chosen yet), a list of phrase ids, or an empty list for "nothing to flag". All text is
// set by textContent. A rerun does not rebuild what stands, so that focus stays where it is.

const mounted = new WeakMap();

export default function ({ parentElement, data, setStateValue }) {
  const before = mounted.get(parentElement);
  if (before && before.id === data.id) {
    before.send = setStateValue;
    return;
  }
  const state = { id: data.id, send: setStateValue };
  mounted.set(parentElement, state);
  build(parentElement, data, (answer) => state.send("answer", answer));
}

function make(name, parent, attributes = {}, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

function box(parent, text) {
  const label = make("label", parent, { class: "box" });
  const input = make("input", label, { type: "checkbox" });
  make("span", label, {}, text);
  return input;
}

function build(parent, data, send) {
  const { phrases, words } = data;
  const marked = new Set(data.value ?? []);
  let nothing = Array.isArray(data.value) && data.value.length === 0;

  parent.replaceChildren();
  const root = make("div", parent, { class: "qg phrases-to-mark" });
  make("p", root, { class: "small" }, words.hint);
  const group = make("p", root, { class: "claim", role: "group", "aria-label": words.group });
  const tokens = phrases.map((phrase) => {
    group.append(phrase.gap);
    return make("span", group, { class: "tok", role: "checkbox", tabindex: "-1" }, phrase.text);
  });
  const status = make("p", root, { class: "small", role: "status" });
  const sound = box(root, words.nothing);
  const details = make("details", root);
  make("summary", details, {}, words.list);
  const list = make("div", details, { role: "group", "aria-label": words.listLabel });
  const boxes = phrases.map((phrase) => box(list, phrase.text));
  if (tokens.length) tokens[0].tabIndex = 0;

  function show() {
    phrases.forEach((phrase, i) => {
      const on = marked.has(phrase.id);
      tokens[i].setAttribute("aria-checked", String(on));
      boxes[i].checked = on;
    });
    sound.checked = nothing;
    status.textContent = `${words.count} ${marked.size}`;
  }

  function change() {
    show();
    const chosen = phrases.filter((phrase) => marked.has(phrase.id)).map((phrase) => phrase.id);
    send(nothing ? [] : chosen.length ? chosen : null);
  }

  function toggle(i) {
    const { id } = phrases[i];
    if (!marked.delete(id)) marked.add(id);
    if (marked.size) nothing = false;
    change();
  }

  function goTo(i) {
    tokens.forEach((token, j) => { token.tabIndex = j === i ? 0 : -1; });
    tokens[i].focus();
  }

  group.addEventListener("click", (event) => {
    const i = tokens.indexOf(event.target.closest(".tok"));
    if (i < 0) return;
    goTo(i);
    toggle(i);
  });
  group.addEventListener("keydown", (event) => {
    const i = tokens.indexOf(event.target);
    if (i < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const last = tokens.length - 1;
    const next = { ArrowRight: i + 1, ArrowDown: i + 1, ArrowLeft: i - 1, ArrowUp: i - 1, Home: 0, End: last }[event.key];
    if (next !== undefined) goTo(Math.min(last, Math.max(0, next)));
    else if (event.key === " " || event.key === "Enter") toggle(i);
    else return;
    event.preventDefault();
  });
  boxes.forEach((input, i) => input.addEventListener("change", () => toggle(i)));
  sound.addEventListener("change", () => {
    nothing = sound.checked;
    if (nothing) marked.clear();
    change();
  });
  show();
}
