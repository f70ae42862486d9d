// The words selected in a text, whole, with the words around them.
const CONTEXT = 40; // characters before and after a selection that tell it from the same words elsewhere
const WORD_END = /[\p{L}\p{N}]+$/u, WORD_START = /^[\p{L}\p{N}]+/u;

// The text of a stretch of the page: without what the page adds to it, paragraphs on lines of their own.
function textOf(range) {
  const copy = range.cloneContents();
  copy.querySelectorAll("aside, .reason, .unseen, script").forEach((added) => added.remove());
  copy.querySelectorAll("p").forEach((paragraph) => paragraph.append("\n"));
  return copy.textContent;
}

const proseAround = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".prose");

// { words: { quote, prefix, suffix }, box }, or null where nothing of a text is selected. Half a word is widened to the whole.
export function selectedWords() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const first = proseAround(range.startContainer), last = proseAround(range.endContainer);
  const marked = textOf(range);
  if (!first || !marked.trim()) return null;
  const before = document.createRange(), after = document.createRange();
  before.setStart(first, 0);
  before.setEnd(range.startContainer, range.startOffset);
  let rest = "";
  if (last) {
    after.setStart(range.endContainer, range.endOffset);
    after.setEnd(last, last.childNodes.length);
    rest = textOf(after);
  }
  const head = textOf(before);
  const begun = WORD_START.test(marked) ? head.match(WORD_END)?.[0] || "" : "";
  const left = WORD_END.test(marked) ? rest.match(WORD_START)?.[0] || "" : "";
  const quote = (begun + marked + left).trim();
  const prefix = [...head.slice(0, head.length - begun.length).trimStart()].slice(-CONTEXT).join("");
  const suffix = [...rest.slice(left.length).trimEnd()].slice(0, CONTEXT).join("");
  return { words: { quote, prefix, suffix }, box: range.getBoundingClientRect() };
}
