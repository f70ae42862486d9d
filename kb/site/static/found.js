// The search of an edition that is published as files: every word of the question must stand in a claim, its quote or its holder's name.
"use strict";

const MOST = 200; // results that are shown
const VERBS = { affirms: "Affirmed", denies: "Denied", uncommitted: "Left open" };
const asked = new URLSearchParams(location.search);
const words = (asked.get("q") || "").trim();
// Without accents and case, as the site's own search reads words.
const folded = (text) => String(text || "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const terms = folded(words).split(/\s+/).filter(Boolean);
const holds = (text) => terms.every((term) => text.includes(term));
const { names, said } = window.searched;
const called = new Map(names.map(([kind, id, label, others]) => [id, { kind, label, others }]));
const make = (tag, text, properties) => Object.assign(document.createElement(tag), { textContent: text || "" }, properties);

const fits = ([, , , , speaker, source, stance, certainty, kind, early, late]) => {
  const chosen = { speaker, source, stance, certainty, kind };
  const from = asked.get("from"), to = asked.get("to");
  return Object.entries(chosen).every(([name, value]) => !asked.get(name) || asked.get(name) === value)
    && (!from || (late || "9999") >= from) && (!to || (early || "0000") <= `${to}~`);
};

const show = (rows) => {
  const list = document.getElementById("found");
  for (const [assertion, claim, text, quote, speaker, source, stance] of rows.slice(0, MOST)) {
    const item = make("li"), first = make("p", "", { className: "claim" }), second = make("p", "", { className: "small" });
    const label = (id) => called.get(id)?.label || id;
    first.append(`${VERBS[stance] || stance} by `, make("a", label(speaker), { href: `actor/${speaker}.html`, className: "who" }), ": ",
      make("a", text, { href: `claim/${claim}.html#${assertion}` }));
    second.append(make("q", quote), " · ", make("a", label(source), { href: `source/${source}.html` }));
    item.append(first, second);
    list.append(item);
  }
};

document.getElementById("q").value = words;
if ([...asked.values()].some(Boolean)) {
  if (terms.length) {
    for (const [id, { kind, label, others }] of called) {
      if (!holds(folded(`${label} ${others || ""}`))) continue;
      const item = make("li");
      item.append(make("a", label, { href: `${kind}/${id}.html` }), " ", make("span", kind, { className: "count" }));
      document.getElementById("found-names").append(item);
    }
  }
  const seen = new Set();
  const rows = said.filter((row) => {
    const found = fits(row) && holds(folded(`${row[2]} ${row[3]} ${called.get(row[4])?.label}`)) && !seen.has(row[1]);
    if (found) seen.add(row[1]);
    return found;
  });
  const count = rows.length === 1 ? "1 claim" : `${rows.length.toLocaleString("en")} claims`;
  document.getElementById("found-count").textContent = rows.length > MOST ? `${count}; the first ${MOST} are shown.` : `${count}.`;
  show(rows);
}
