// Adding facts: words selected on a source's page go into the form; the form says at once where they stand, what is like the claim and which
// names are near. Everything works without this file. Offsets are never sent: a browser counts UTF-16 units, the base code points.
"use strict";

(() => {
  const CONTEXT = 40; // characters before and after a selection that tell it from the same words elsewhere
  const PAUSE = 350; // milliseconds without a key before the server is asked

  const make = (name, text, properties) => Object.assign(document.createElement(name), { textContent: text || "" }, properties);

  // ---- the words selected on a source's page

  // The text of a stretch of the page: without what the page adds to it, paragraphs on lines of their own.
  const textOf = (range) => {
    const copy = range.cloneContents();
    copy.querySelectorAll("aside, .reason, .unseen, script").forEach((added) => added.remove());
    copy.querySelectorAll("p").forEach((paragraph) => paragraph.append("\n"));
    return copy.textContent;
  };

  const proseAround = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".prose");

  const selectedWords = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const first = proseAround(range.startContainer), last = proseAround(range.endContainer);
    const quote = textOf(range).trim();
    if (!first || !quote) return null;
    const before = document.createRange(), after = document.createRange();
    before.setStart(first, 0);
    before.setEnd(range.startContainer, range.startOffset);
    let suffix = "";
    if (last) {
      after.setStart(range.endContainer, range.endOffset);
      after.setEnd(last, last.childNodes.length);
      suffix = [...textOf(after).trimEnd()].slice(0, CONTEXT).join("");
    }
    return { quote, prefix: [...textOf(before).trimStart()].slice(-CONTEXT).join(""), suffix };
  };

  const source = location.pathname.match(/^(.*)\/source\/([^/]+)$/);
  if (source && document.querySelector(".prose")) {
    const bar = make("p", "", { className: "add-bar", hidden: true });
    const link = make("a", "Add a fact from these words", { href: "#" });
    bar.append(link);
    document.body.append(bar);
    document.addEventListener("selectionchange", () => {
      const found = selectedWords();
      bar.hidden = !found;
      if (found) link.href = `${source[1]}/add?${new URLSearchParams({ source: decodeURIComponent(source[2]), ...found })}`;
    });
    return;
  }

  // ---- live answers in the form

  const form = document.getElementById("add");
  if (!form) return;
  const field = (name) => form.elements[name];

  const later = (work) => {
    let timer;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(work, PAUSE);
    };
  };

  const ask = async (address, body) => {
    try {
      const answer = await fetch(address, body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      return await answer.json();
    } catch {
      return null; // the form itself will say what is wrong
    }
  };

  const inContext = (place) => {
    const line = make("span", `…${place.before}`);
    line.append(make("mark", place.exact), `${place.after}…`);
    return line;
  };

  const button = (label, work) => {
    const made = make("button", label, { type: "button", className: "plain" });
    made.addEventListener("click", work);
    return made;
  };

  const told = {
    found(answer) {
      const kept = answer.to_the_letter ? "" : "; the text’s own characters will be kept";
      const speaker = answer.speaker ? `, where ${answer.speaker.label} speaks` : "";
      const parts = [make("p", `Found at ${answer.start}–${answer.end}${kept}${speaker}:`, { className: "good" })];
      const words = make("blockquote", "", { className: "words" });
      words.append(inContext(answer));
      parts.push(words);
      if (answer.claims.length) {
        const list = make("ul");
        list.append(...answer.claims.map((claim) => make("li", claim.text)));
        parts.push(make("p", "These words carry already:"), list);
      }
      return parts;
    },
    nearest(answer) {
      const line = make("p", "Did you mean: ");
      for (const part of answer.nearest.differences) {
        line.append(make({ same: "span", yours: "del", text: "ins" }[part.kind], part.words), " ");
      }
      line.append(button("Use the text’s words", () => {
        field("quote").value = answer.nearest.exact;
        checkQuote();
      }));
      return [make("p", `${answer.error}.`, { className: "bad" }), line];
    },
    places(answer) {
      const list = make("ol");
      for (const place of answer.places) {
        const item = make("li");
        item.append(inContext(place), " ", button("This one", () => {
          field("prefix").value = place.prefix;
          field("suffix").value = place.suffix;
          checkQuote();
        }));
        list.append(item);
      }
      return [make("p", `${answer.error}. Which of these?`, { className: "bad" }), list];
    },
    nothing: (answer) => [make("p", `${answer.error}. ${answer.remedy || ""}`, { className: "bad" })],
  };

  const checkQuote = async () => {
    const asked = { source: field("source").value, quote: field("quote").value, prefix: field("prefix").value, suffix: field("suffix").value };
    const at = document.getElementById("quote-found");
    if (!asked.source || !asked.quote.trim()) return at.replaceChildren();
    const answer = await ask(form.dataset.check, asked);
    if (!answer || asked.quote !== field("quote").value) return undefined;
    const kind = answer.found ? "found" : answer.nearest?.differences ? "nearest" : answer.places ? "places" : "nothing";
    return at.replaceChildren(...told[kind](answer));
  };

  const checkClaim = async () => {
    const text = field("text").value;
    const at = document.getElementById("claims-like");
    if (!text.trim()) return at.replaceChildren();
    const answer = await ask(form.dataset.similar, { text });
    if (!answer?.claims || text !== field("text").value) return undefined;
    if (!answer.claims.length) return at.replaceChildren(make("p", "No claim is like it.", { className: "good" }));
    const list = make("ul");
    for (const claim of answer.claims) {
      const item = make("li");
      item.append(make("button", "It is this claim", { type: "submit", name: "claim", value: claim.id, className: "plain" }));
      item.append(`: ${claim.text}${claim.same ? " (the very words)" : ""}${claim.status === "reviewed" ? "" : ` (${claim.status})`}`);
      list.append(item);
    }
    return at.replaceChildren(make("p", "Claims that say this, or nearly:"), list);
  };

  const offerNames = async (input) => {
    const q = input.value.trim();
    if (!q) return;
    const answer = await ask(`${form.dataset.namesAt}?${new URLSearchParams({ q, kind: input.dataset.names.trim() })}`);
    if (!answer?.names || input.value.trim() !== q) return;
    const list = document.getElementById(`${input.id}-near`) || make("datalist", "", { id: `${input.id}-near` });
    list.replaceChildren(...answer.names.map((one) => make("option", `${one.label} (${one.kind})${one.also ? `, also ${one.also}` : ""}`, { value: one.id })));
    if (!list.isConnected) form.append(list);
    input.setAttribute("list", list.id);
  };

  for (const name of ["source", "quote", "prefix", "suffix"]) field(name).addEventListener("input", later(checkQuote));
  field("text").addEventListener("input", later(checkClaim));
  form.querySelectorAll("[data-names]").forEach((input) => input.addEventListener("input", later(() => offerNames(input))));
})();
