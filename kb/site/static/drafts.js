// Drafts of facts: what was typed but not recorded is kept in this window's session, so that signing in, an ended session, a reload or Back
// lose nothing. Nothing of it leaves the browser.
const KEPT = "kb-draft:";

export const draftOf = (name) => JSON.parse(sessionStorage.getItem(KEPT + name) || "null");
export const keepDraft = (name, fields) => sessionStorage.setItem(KEPT + name, JSON.stringify(fields));
export const dropDraft = (name) => sessionStorage.removeItem(KEPT + name);

const NEVER = ["seen", "do", "claim_id"]; // what belongs to one look at the form

// Keep the fields of the whole form as they are typed, and give back those that the page comes without. The draft goes once it is recorded.
export function keepForm(form) {
  const kept = () => [...form.elements].filter((field) => field.name && field.type !== "submit" && !NEVER.includes(field.name));
  const draft = draftOf(form.id);
  const same = draft && kept().every((field) => !["source", "quote"].includes(field.name) || !field.value || field.value === draft[field.name]);
  if (draft && same) {
    for (const field of kept()) if (!field.value && draft[field.name]) field.value = draft[field.name];
    for (const folded of form.querySelectorAll("details")) folded.open ||= [...folded.querySelectorAll("input")].some((field) => field.value);
    form.elements.quote?.dispatchEvent(new Event("input"));
    form.elements.text?.dispatchEvent(new Event("input"));
  }
  const keep = () => keepDraft(form.id, Object.fromEntries(kept().filter((field) => field.value).map((field) => [field.name, field.value])));
  form.addEventListener("input", keep);
  form.addEventListener("change", keep); // a name that was chosen from a list
  form.addEventListener("submit", keep);
}

if (new URLSearchParams(location.search).has("recorded")) dropDraft("add");
