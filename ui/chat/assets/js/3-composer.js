// The form to ask with, its filters, and what is asked.

const question = () => byId("question");
const FILTERS = ["speakers", "roles", "kinds", "statements", "since", "until"];
const noFilters = () => ({ speakers: [], roles: [], kinds: [], statements: [], since: "", until: "" });
let filters = noFilters();
let titles = {};
let editing = "";
let asked = "";

function ask(text, { insteadOf = "", within = filters } = {}) {
  if (!text.trim() || body.hasAttribute("data-running")) return;
  asked = text;
  body.setAttribute("data-running", "");
  body.removeAttribute("data-reading");
  here = { ...here, view: "ask", turn: "", statement: "", start: "", end: "" };
  show();
  send("ask", { question: text, conversation: here.conversation, instead_of: insteadOf, filters: within });
}

// A question waits its turn: people are told how many are before theirs.
function tellAhead(before) {
  document.querySelector(".ahead").textContent =
    before ? `Your question waits for ${before === 1 ? "one other" : `${before} others`} to be answered.` : "";
}

// There will be no answer: the question can be asked again.
function untaken() {
  body.removeAttribute("data-running");
  tellAhead(0);
  const stages = document.querySelector("#thread .stages");
  if (stages) stages.textContent = "Interrupted";
  question().value ||= asked;
}

// The answer under way is taken back; the server keeps its question as stopped, and then is asked what there is.
function halt() {
  body.removeAttribute("data-running");
  tellAhead(0);
  const stages = document.querySelector("#thread .stages");
  if (stages) stages.textContent = "Stopping";
  else question().value ||= asked; // it still waited its turn
  trigger("stop", {});
}

// Gradio ended a question without an answer: it was stopped, or the server broke.
document.addEventListener("unanswered", () => {
  unanswered.delete("ask");
  if (body.hasAttribute("data-running")) tell("Something went wrong on the server, and the question was not answered: ask it again.");
  body.removeAttribute("data-running");
  tellAhead(0);
  send("visit", place());
});

const lastTurn = () => [...document.querySelectorAll(".turn")].at(-1);
const filtersOf = (turn) => ({ ...noFilters(), ...JSON.parse(turn.querySelector(".filters-of").content.textContent) });
const questionOf = (turn) => turn.querySelector(".asked").textContent;

function startEditing() {
  editing = lastTurn().dataset.turn;
  question().value = questionOf(lastTurn());
  setFilters(filtersOf(lastTurn()));
  document.querySelector(".editing").hidden = false;
  question().focus();
}

function cancelEditing() {
  if (!editing) return;
  editing = "";
  question().value = "";
  document.querySelector(".editing").hidden = true;
}

function submit(event) {
  event.preventDefault();
  const text = question().value;
  const insteadOf = editing;
  if (!text.trim() || body.hasAttribute("data-running")) return;
  cancelEditing();
  question().value = "";
  ask(text, { insteadOf });
}

function setFilters(next) {
  filters = next;
  const list = document.querySelector(".chips");
  const chips = [];
  for (const name of ["speakers", "roles", "kinds", "statements"]) {
    for (const value of filters[name]) chips.push([chipText(name, value), () => without(name, value)]);
  }
  if (filters.since) chips.push([`From ${filters.since}`, () => setFilters({ ...filters, since: "" })]);
  if (filters.until) chips.push([`Until ${filters.until}`, () => setFilters({ ...filters, until: "" })]);
  list.replaceChildren(...chips.map(chip));
  list.hidden = !chips.length;
  for (const name of ["since", "until"]) {
    const field = document.querySelector(`#fields [name="${name}"]`);
    if (field) field.value = filters[name];
  }
}

function chipText(name, value) {
  if (name === "statements") return titles[value] || value;
  const option = document.querySelector(`#fields [name="${name}"] option[value="${CSS.escape(value)}"]`);
  return option?.textContent || value;
}

function chip([text, remove]) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const label = document.createElement("span");
  label.textContent = text;
  button.type = "button";
  button.setAttribute("aria-label", `Remove filter: ${text}`);
  button.append(label, Object.assign(document.createElement("b"), { textContent: "×", ariaHidden: "true" }));
  button.addEventListener("click", () => { remove(); question().focus(); });
  item.append(button);
  return item;
}

function without(name, value) {
  setFilters({ ...filters, [name]: filters[name].filter((one) => one !== value) });
}

// A name that is typed counts once it is one of those that can be chosen.
function choose(field) {
  const { name, value } = field;
  if (name === "since" || name === "until") return setFilters({ ...filters, [name]: value });
  if (!value) return undefined;
  const options = field.list ? [...field.list.options] : [...field.options];
  const known = options.find((option) => option.value === value);
  if (!known) return tell(`Nothing here is called “${value}”: choose from the list.`);
  if (name === "statements") titles[value] = known.textContent;
  field.value = "";
  return setFilters({ ...filters, [name]: [...new Set([...filters[name], value])] });
}

function within(id, title) {
  titles[id] = title;
  setFilters({ ...noFilters(), statements: [id] });
  go({ ...here, view: "ask" });
  question().focus();
  tell("Questions are now answered from this statement alone. Remove the filter to search everything.");
}

function toggleFilters(button) {
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
  if (!open) byId("fields").classList.remove("shown");
  else send("fields", filters);
}
