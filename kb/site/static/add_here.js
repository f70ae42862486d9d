// Words selected in a text become a fact in a small form beside them: it checks as one types, and records in place or says at its top that it
// did not, and why. Offsets come from the server: a browser counts UTF-16 units, the base code points.
import { draftOf, dropDraft, keepDraft } from "./drafts.js";
import { selectedWords } from "./selection.js";

const PAUSE = 300; // milliseconds without a key before the server is asked
const form = document.getElementById("add-here");
const field = (name) => form.elements[name];
const at = (name) => document.getElementById(`here-${name}`);
const make = (name, text, properties) => Object.assign(document.createElement(name), { textContent: text || "" }, properties);
const draft = location.pathname;

const later = (work) => {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, PAUSE);
  };
};

const post = async (address, body) => {
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(body) });
  return { status: answer.status, ...(await answer.json()) };
};

const choice = (label, work) => {
  const made = make("button", label, { type: "button", className: "plain" });
  made.addEventListener("click", work);
  return made;
};

// ---- what the form says while one types

let found = null; // where the words are, as the server says

async function checkQuote() {
  const asked = { source: field("source").value, quote: field("quote").value, prefix: field("prefix").value, suffix: field("suffix").value };
  if (!asked.quote.trim()) return at("words").replaceChildren();
  const answer = await post(form.dataset.check, asked).catch(() => null);
  if (!answer || asked.quote !== field("quote").value) return undefined;
  found = answer.found ? answer : null;
  const parts = [];
  if (answer.found) parts.push(make("p", "These words are in the text.", { className: "good" }));
  else parts.push(make("p", `${answer.error}.`, { className: "bad" }));
  if (answer.nearest?.exact) parts.push(choice(`Use the text’s words: ${answer.nearest.exact}`, () => {
    field("quote").value = answer.nearest.exact;
    checkQuote();
  }));
  for (const place of answer.places || []) parts.push(choice(`…${place.before}${place.exact}${place.after}…`, () => {
    field("prefix").value = place.prefix;
    field("suffix").value = place.suffix;
    checkQuote();
  }));
  if (answer.claims?.length) parts.push(make("p", "Recorded for these words already:"), claims(answer.claims));
  return at("words").replaceChildren(...parts);
}

function claims(listed) {
  const list = make("ul");
  for (const claim of listed) {
    const item = make("li");
    item.append(choice("Use", () => use(claim)), ` ${claim.text}${claim.same ? " (the very words)" : ""}`);
    list.append(item);
  }
  return list;
}

function use(claim) {
  field("claim_id").value = claim.id;
  field("text").value = claim.text;
  at("like").replaceChildren(make("p", "This recorded claim gets another voice.", { className: "good" }));
  at("record").focus();
  save();
}

async function checkClaim() {
  field("claim_id").value = "";
  const text = field("text").value;
  if (!text.trim()) return at("like").replaceChildren();
  const answer = await post(form.dataset.similar, { text }).catch(() => null);
  if (!answer?.claims || text !== field("text").value) return undefined;
  if (!answer.claims.length) return at("like").replaceChildren(make("p", "There is no claim like it.", { className: "good" }));
  return at("like").replaceChildren(make("p", "Claims like it:"), claims(answer.claims));
}

// ---- recording

const DRAFTED = ["quote", "prefix", "suffix", "claim_id", "text", "voice1-speaker", "stance"];
const save = () => keepDraft(draft, Object.fromEntries(DRAFTED.map((name) => [name, field(name).value])));

function fact() {
  const holder = field("voice1-speaker").value.trim(), stance = field("stance").value;
  const body = { source: field("source").value, quote: field("quote").value };
  if (found) Object.assign(body, { start_char: found.start, end_char: found.end, quote: found.exact });
  if (field("claim_id").value) Object.assign(body, { type: "assertion", claim_id: field("claim_id").value });
  else body.text = field("text").value.trim();
  return holder ? { ...body, said_by: [{ speaker: holder, stance }] } : { ...body, stance };
}

function refuse(...parts) {
  const box = at("problem");
  box.replaceChildren(make("strong", "Not recorded. "), ...parts);
  box.focus();
  box.scrollIntoView({ block: "nearest" });
  at("record").disabled = false;
}

async function record(event) {
  if (event.submitter === at("more")) return;
  event.preventDefault();
  at("record").disabled = true;
  let answer;
  try {
    answer = await post(form.dataset.facts, fact());
  } catch {
    return refuse("The site does not answer. Your words are kept; try again.");
  }
  if (answer.status === 401 || answer.status === 403) {
    const next = location.pathname + location.search;
    return refuse("You are no longer signed in. ", make("a", "Sign in", { href: `${form.dataset.signIn}?${new URLSearchParams({ next })}` }), ": your words are kept.");
  }
  if (answer.status === 200) return refuse("It is recorded already: ", make("a", "see the claim", { href: form.dataset.claim + answer.claim_id }), ".");
  if (!answer.ok) {
    const faults = answer.faults || [answer];
    return refuse(...faults.map((each) => `${each.where ? `${each.where}: ` : ""}${each.error}. ${each.remedy || ""} `));
  }
  dropDraft(draft);
  const seen = new URLSearchParams({ show: answer.passage_id, recorded: answer.run });
  location.assign(`${location.pathname}?${seen}#card-${answer.passage_id}`);
  return undefined;
}

// ---- showing the form beside the words

const bar = make("p", "", { className: "add-bar", hidden: true });
const start = make("button", "Add a fact from these words", { type: "button" });
bar.append(start);

function show(values, beside) {
  for (const [name, value] of Object.entries(values)) field(name).value = value;
  bar.hidden = true;
  form.hidden = false;
  const top = beside ? beside.bottom + scrollY + 8 : scrollY + 80;
  const left = beside ? Math.min(beside.left + scrollX, document.documentElement.clientWidth - form.offsetWidth - 16) : 16;
  form.style.top = `${top}px`;
  form.style.left = `${Math.max(8, left)}px`;
  checkQuote();
  if (field("text").value && !field("claim_id").value) checkClaim();
}

let selected = null;
if (form) {
  document.body.append(bar, form);
  document.addEventListener("selectionchange", () => {
    if (!form.hidden) return;
    selected = selectedWords();
    bar.hidden = !selected;
  });
  bar.addEventListener("mousedown", (event) => event.preventDefault()); // or the selection would be gone
  document.addEventListener("keydown", (event) => { // with the caret in the text there is no button within reach of Tab
    if (event.key === "Enter" && !bar.hidden && [document.body, document.getElementById("main")].includes(document.activeElement)) start.click();
  });
  const fresh = { claim_id: "", text: "", "voice1-speaker": "", stance: "affirms" };
  start.addEventListener("click", () => {
    show({ ...fresh, ...selected.words }, selected.box);
    field("text").focus({ preventScroll: false });
  });
  const typing = document.getElementById("add-by-typing");
  typing.hidden = false;
  typing.addEventListener("click", () => {
    show({ ...fresh, quote: "", prefix: "", suffix: "" }, typing.getBoundingClientRect());
    field("quote").focus();
  });
  field("quote").addEventListener("input", later(checkQuote));
  field("text").addEventListener("input", later(checkClaim));
  form.addEventListener("input", save);
  form.addEventListener("change", save); // a name that was chosen from a list
  form.addEventListener("submit", record);
  const hide = () => {
    form.hidden = true;
    typing.focus({ preventScroll: true });
  };
  at("close").addEventListener("click", () => {
    dropDraft(draft);
    hide();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide(); // the draft stays for the next visit
  });
  const kept = draftOf(draft);
  if (kept && (kept.text || kept.quote)) {
    show(kept, typing.getBoundingClientRect());
    at("title").textContent = "Your draft";
    if (!location.hash) at("title").focus();
  }
}
