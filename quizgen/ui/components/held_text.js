// Sends the text that an editor of this window held when its page was loaded anew, or when the server forgot it.

const asked = new WeakSet();

export default function ({ parentElement, setStateValue }) {
  if (asked.has(parentElement)) return;
  asked.add(parentElement);
  const held = readHeld();
  if (held) setStateValue("held", held);
}
