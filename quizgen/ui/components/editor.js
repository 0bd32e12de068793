// A text field for YAML with line numbers, colours, and marks at the lines that something is told of. The field is the
// browser's own, so that undo, search, spelling of phones, screen readers and the Tab key work as everywhere; below it
// the same text is drawn in colours, line by line, and a change draws only the lines that differ. The text is sent when
// typing pauses, when the field is left, and on Ctrl+Enter.
// Until it is kept elsewhere the window holds it, too.

const PAUSE = 500; // milliseconds
const LONGEST = 1_000_000; // characters that are drawn in colours
const mounted = new WeakMap();

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  let editor = mounted.get(parentElement);
  if (!editor) {
    editor = new Editor(parentElement, data.words);
    mounted.set(parentElement, editor);
  }
  editor.send = (typed) => setStateValue("typed", typed);
  editor.save = data.saves ? () => setTriggerValue("save", true) : null;
  editor.update(data);
}

function make(name, parent, attributes = {}, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

class Editor {
  constructor(parent, words) {
    this.words = words;
    this.lines = []; // of each line: its text, the state that it begins with, and its element
    this.revision = null;
    this.version = 0; // counts the changes made here; the server tells which one it has seen
    this.kept = true; // whether the server says that the text is saved or downloaded
    parent.replaceChildren();
    this.root = make("div", parent, { class: "qg editor" });
    make("label", this.root, { class: "over", for: "editor-text" }, words.label);
    make("p", this.root, { class: "small", id: "editor-hint" }, words.hint);
    this.frame = make("div", this.root, { class: "editor-frame" });
    const page = make("div", this.frame, { class: "editor-page" });
    this.drawn = make("div", page, { class: "editor-lines", "aria-hidden": "true", inert: "" });
    this.field = make("textarea", page, {
      id: "editor-text", spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off",
      "aria-describedby": "editor-hint",
    });
    this.told = make("p", this.root, { class: "editor-told", role: "status" });
    this.listen();
  }

  listen() {
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("blur", () => this.flush());
    this.field.addEventListener("beforeinput", (event) => {
      if (event.inputType === "insertLineBreak" && !event.isComposing) this.breakLine(event);
    });
    this.field.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.key === "Enter") this.flush(true);
      else if (event.key === "s" && this.save) {
        this.flush();
        this.save();
      } else return;
      event.preventDefault();
    });
    this.forPage(document, "selectionchange", () => this.tell());
    this.forPage(document, "click", (event) => {
      const link = event.target.closest?.("[data-line]");
      if (link) this.goTo(Number(link.dataset.line), Number(link.dataset.column));
    });
    this.forPage(window, "beforeunload", (event) => {
      if (this.kept) return;
      this.hold();
      event.preventDefault();
    });
  }

  // Listens as long as the editor is on the page.
  forPage(target, kind, act) {
    const heard = (event) => {
      if (this.root.isConnected) act(event);
      else target.removeEventListener(kind, heard);
    };
    target.addEventListener(kind, heard);
  }

  update(data) {
    this.origin = data.origin;
    if (this.downloads !== undefined && data.downloads > this.downloads) this.download(data.file);
    this.downloads = data.downloads;
    if (data.revision !== this.revision) {
      clearTimeout(this.timer);
      this.revision = data.revision;
      this.version = data.seen;
      this.field.value = data.text;
      this.draw();
      this.frame.scrollTop = 0;
    }
    if (data.seen !== this.version) return; // what is told belongs to a text that was changed since
    this.kept = data.kept;
    if (this.kept) writeHeld(null);
    this.mark(data.marks);
  }

  changed() {
    this.version += 1;
    this.kept = false;
    this.draw();
    this.unsent = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  flush(always = false) {
    clearTimeout(this.timer);
    if (!this.unsent && !always) return;
    this.unsent = false;
    this.hold();
    this.send({ revision: this.revision, version: this.version, text: this.field.value });
  }

  hold() {
    writeHeld({ ...this.origin, text: this.field.value });
  }

  download(file) {
    const address = URL.createObjectURL(new Blob([this.field.value], { type: "application/yaml" }));
    const link = make("a", this.root, { href: address, download: file, hidden: "" });
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  draw() {
    const text = this.field.value;
    const plain = text.length > LONGEST;
    this.root.classList.toggle("plain", plain);
    const next = plain ? [] : text.split("\n");
    const old = this.lines;
    let first = 0;
    while (first < old.length && first < next.length && old[first].text === next[first]) first += 1;
    let same = 0;
    const most = Math.min(old.length, next.length) - first;
    while (same < most && old[old.length - 1 - same].text === next[next.length - 1 - same]) same += 1;
    const gone = old.slice(first, old.length - same);
    const fresh = next.slice(first, next.length - same).map((line, i) => {
      const element = document.createElement("div");
      const before = gone[i]; // a line that was changed keeps its mark until the server has read it again
      if (before?.problems && gone.length === next.length - same - first) element.className = before.element.className;
      return { text: line, element, problems: element.className ? before.problems : null };
    });
    this.drawn.children[old.length - same - 1]?.after(...fresh.map((line) => line.element));
    if (old.length - same === 0) this.drawn.prepend(...fresh.map((line) => line.element));
    gone.forEach((line) => line.element.remove());
    this.lines = [...old.slice(0, first), ...fresh, ...old.slice(old.length - same)];
    this.root.style.setProperty("--digits", String(next.length).length);
    this.colour(first, fresh.length);
  }

  colour(first, fresh) {
    let state = first > 0 ? this.lines[first - 1].after : START;
    for (let i = first; i < this.lines.length; i += 1) {
      const line = this.lines[i];
      if (i >= first + fresh && line.before && sameState(line.before, state)) return;
      const { parts, after } = readLine(line.text, state);
      line.before = state;
      line.after = state = after;
      line.element.replaceChildren(...parts.map(([kind, words]) => {
        if (!kind) return words;
        const span = document.createElement("span");
        span.className = `y-${kind}`;
        span.textContent = words;
        return span;
      }));
      if (!parts.length) line.element.append("\u200b"); // an empty line is as high as any
    }
  }

  mark(marks) {
    for (const line of this.lines) {
      if (line.problems) line.element.className = "";
      line.problems = null;
    }
    for (const { line: number, severity, message } of marks) {
      const line = this.lines[number - 1];
      if (!line) continue;
      (line.problems ??= []).push(message);
      if (line.element.className !== "error") line.element.className = severity;
    }
    this.tell();
  }

  // Tells what is wrong in the line of the caret.
  tell() {
    if (document.activeElement !== this.field) return;
    const number = this.field.value.slice(0, this.field.selectionEnd).split("\n").length;
    const problems = this.lines[number - 1]?.problems;
    const words = problems ? `${this.words.line.replace("%", number)} ${problems.join(" ")}` : "";
    if (this.told.textContent !== words) this.told.textContent = words;
  }

  goTo(number, column) {
    const line = this.lines[number - 1];
    if (!line) return;
    const start = this.lines.slice(0, number - 1).reduce((sum, { text }) => sum + text.length + 1, 0);
    const inLine = [...line.text].slice(0, (column || 1) - 1).join("").length; // columns count characters
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(start + inLine, start + inLine);
    this.root.scrollIntoView({ block: "nearest" });
    this.frame.scrollTop = line.element.offsetTop - this.frame.clientHeight / 3;
    this.tell();
  }

  // Begins a new line below the text of the last one, further in where a field or a list is to follow.
  breakLine(event) {
    const { value, selectionStart } = this.field;
    const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
    const [indent] = line.match(/^\s*(?:- +)*/);
    const further = /(?::|[|>][+\-0-9]*)\s*$/.test(line) ? 2 : 0;
    if (document.execCommand("insertText", false, `\n${" ".repeat(indent.length + further)}`)) event.preventDefault();
  }
}
