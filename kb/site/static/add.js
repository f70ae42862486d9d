// The form for adding a fact says at once where the words stand, and what is like the claim. Everything works without this file.
import { keepForm } from "./drafts.js";

(() => {
  const PAUSE = 350; // milliseconds without a key before the server is asked

  const make = (name, text, properties) => Object.assign(document.createElement(name), { textContent: text || "" }, properties);

  // ---- live answers in the form

  const form = document.getElementById("add");
  if (!form) return;
  keepForm(form);
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
        parts.push(make("p", "Claims recorded for these words already:"), list);
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
    if (!answer.claims.length) return at.replaceChildren(make("p", "There is no similar claim.", { className: "good" }));
    const list = make("ul");
    for (const claim of answer.claims) {
      const item = make("li");
      item.append(make("button", "Use this claim", { type: "submit", name: "claim_id", value: claim.id, className: "plain" }));
      item.append(`: ${claim.text}${claim.same ? " (the very words)" : ""}${["recorded", "reviewed"].includes(claim.status) ? "" : ` (${claim.status})`}`);
      list.append(item);
    }
    return at.replaceChildren(make("p", "Similar claims:"), list);
  };

  for (const name of ["source", "quote", "prefix", "suffix"]) field(name).addEventListener("input", later(checkQuote));
  field("text").addEventListener("input", later(checkClaim));
})();
