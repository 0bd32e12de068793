// A text that is saved nowhere else, kept for as long as the window is open: a new load of the page, or a restart of the
// server, must not cost it. Where the browser keeps nothing, as some do in private windows, there is nothing to be done.

const HELD = "quizgen-author";

function readHeld() {
  try {
    return JSON.parse(sessionStorage.getItem(HELD));
  } catch {
    return null;
  }
}

function writeHeld(held) {
  try {
    if (held) sessionStorage.setItem(HELD, JSON.stringify(held));
    else sessionStorage.removeItem(HELD);
  } catch {
    // no room, or not allowed
  }
}
