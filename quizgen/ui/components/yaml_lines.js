// What the words of a YAML line are, for colours only: nothing is judged here. A line is read with the state that the
// line before it left behind, so that after a change only the lines that read otherwise are coloured anew.

const START = { block: -1, quote: "", flow: 0 }; // column of the field whose text goes on below; open quotes; open brackets
const KEY = /^(?:"[^"]*"|'[^']*'|[^\s#:,{}[\]&*!|>'"%@`-](?:[^:#]|:(?=\S)|(?<=\S)#)*?)(?=\s*:(?:\s|$))/;
const FLOW_KEY = /^(?:"[^"]*"|'[^']*'|[^\s#:,{}[\]'"]+)(?=\s*:(?:\s|$))/;
const BLOCK = /^[|>][+\-0-9]*(?=\s*(?:#.*)?$)/;

function sameState(one, other) {
  return one.block === other.block && one.quote === other.quote && one.flow === other.flow;
}

// Returns the parts of a line, each with its kind ("" for plain), and the state for the next line.
function readLine(line, before) {
  const parts = [];
  let { block, quote, flow } = before;
  let at = 0;
  const take = (kind, length) => {
    if (length > 0) parts.push([kind, line.slice(at, at + length)]);
    at += length;
  };
  if (block >= 0) {
    const indent = line.search(/\S/);
    if (indent < 0 || indent > block) {
      take("text", line.length);
      return { parts, after: before };
    }
    block = -1;
  }
  take("", line.match(/^\s*/)[0].length);
  let column = at;
  if (!quote && !flow) {
    let dash;
    while ((dash = line.slice(at).match(/^-(?:\s+|$)/))) {
      column = at;
      take("sign", dash[0].length);
    }
    const key = line.slice(at).match(KEY);
    if (key) {
      column = at;
      take("key", key[0].length);
    }
  }
  let fresh = true; // whether a value may begin here
  while (at < line.length) {
    const rest = line.slice(at);
    if (quote) {
      const end = rest.match(quote === '"' ? /^(?:[^"\\]|\\.)*"/ : /^(?:[^']|'')*'(?!')/);
      take("text", end ? end[0].length : rest.length);
      if (end) quote = "";
      fresh = false;
      continue;
    }
    const space = rest.match(/^\s+/);
    if (space) {
      take("", space[0].length);
      continue;
    }
    if (rest[0] === "#" && (at === 0 || /\s/.test(line[at - 1]))) {
      take("comment", rest.length);
    } else if (fresh && BLOCK.test(rest) && !flow) {
      take("sign", rest.match(BLOCK)[0].length);
      block = column;
    } else if ((fresh || flow) && (rest[0] === '"' || rest[0] === "'")) {
      const key = flow ? rest.match(FLOW_KEY) : null;
      if (key) {
        take("key", key[0].length);
      } else {
        quote = rest[0];
        take("text", 1);
      }
    } else if ((fresh || flow) && "{[".includes(rest[0])) {
      flow += 1;
      take("sign", 1);
    } else if (flow && "}],".includes(rest[0])) {
      flow -= rest[0] === "," ? 0 : 1;
      take("sign", 1);
    } else if (rest[0] === ":" && /^:(?:\s|$)/.test(rest)) {
      take("sign", 1);
      fresh = true;
    } else {
      const key = flow ? rest.match(FLOW_KEY) : null;
      if (key) take("key", key[0].length);
      else take("", rest.match(flow ? /^[^\s,{}[\]]+/ : /^\S+/)[0].length);
      fresh = false;
    }
  }
  return { parts, after: { block, quote, flow } };
}
