// The last entry of a list of names, “new …”: a card with the name, id and kind that were made of what was typed. The button has the focus, so that one key records it.

const make = (name, text, properties) => Object.assign(document.createElement(name), { textContent: text || "" }, properties);
let number = 0;

// Ask for the row that `offered` describes, and record it; `done(id, name, run)` is called with what was recorded. The focus goes back to `input`.
export function askForNew(input, offered, done) {
  number += 1;
  const dialog = make("dialog", "", { className: "new-row" });
  const form = make("form");
  form.method = "dialog";
  const title = make("h2", "Not there yet: record it", { id: `new-row-${number}` });
  dialog.setAttribute("aria-labelledby", title.id);
  const field = (label, control) => {
    control.id = `new-row-${number}-${label.toLowerCase().replace(/ /g, "-")}`;
    const box = make("div", "", { className: "field" });
    box.append(make("label", label, { htmlFor: control.id }), control);
    return box;
  };
  const name = make("input", "", { type: "text", value: offered.name, required: true, autocomplete: "off" });
  const id = make("input", "", { type: "text", value: offered.id, required: true, autocomplete: "off" });
  const kind = make("select");
  const groups = new Map();
  offered.choices.forEach((choice, at) => {
    if (!groups.has(choice.type)) groups.set(choice.type, make("optgroup", "", { label: choice.type }));
    groups.get(choice.type).append(make("option", choice.label, { value: String(at), selected: at === offered.guess }));
  });
  kind.append(...groups.values());
  const actuality = make("select");
  actuality.append(...offered.actuality.map((word) => make("option", word.label, { value: word.value })));
  const happened = field("Whether it happened", actuality);
  const chosen = () => offered.choices[Number(kind.value)];
  const showHappened = () => (happened.hidden = chosen().type !== "event");
  kind.addEventListener("change", showHappened);
  showHappened();
  const problem = make("p", "", { className: "feedback bad", role: "alert" });
  const record = make("button", "Record it", { type: "submit" });
  const leave = make("button", "Leave it", { type: "button", className: "plain" });
  const buttons = make("p", "", { className: "buttons" });
  buttons.append(record, " ", leave);
  form.append(title, field("Name", name), field("Kind", kind), happened, field("Id", id), problem, buttons);
  dialog.append(form);
  document.body.append(dialog);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    record.disabled = true;
    const choice = chosen();
    const row = { type: choice.type, id: id.value.trim(), [choice.named]: name.value.trim() };
    if (choice.kind) row.kind = choice.kind;
    if (choice.type === "event") row.actuality = actuality.value;
    if (choice.type === "actor" && offered.anonymity && name.value.trim() === offered.name) row.anonymity = offered.anonymity;
    const answer = await fetch(input.dataset.recordAt, {
      method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(row),
    }).then((got) => got.json()).catch(() => ({ error: "The site does not answer; try again" }));
    record.disabled = false;
    if (!answer.ok) {
      problem.textContent = (answer.faults || [answer]).map((each) => `${each.where ? `${each.where}: ` : ""}${each.error}. ${each.remedy || ""}`).join(" ");
      return;
    }
    dialog.close();
    done(row.id, row[choice.named], choice, answer.run);
  });
  leave.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    input.focus();
  });
  dialog.showModal();
  record.focus();
}
