// One listener for every click and key, by the attributes of what was clicked.

const actions = {
  "browse-all": () => browse(everything),
  "by-speaker": (button) => browse({ ...everything, speaker: button.dataset.speaker }),
  "cancel-edit": () => { cancelEditing(); question().focus(); },
  comment,
  delete: removeConversation,
  dismiss: (button) => button.closest("dialog").close(),
  edit: startEditing,
  example: (button) => ask(button.textContent),
  export: (button) => send("export", { conversation: named(button).conversation }),
  filters: toggleFilters,
  page: turnPage,
  rail: toggleRail,
  rate,
  rebuild: () => send("rebuild", {}),
  "remove-document": removeDocument,
  rename,
  retry: () => ask(questionOf(lastTurn()), { insteadOf: lastTurn().dataset.turn, within: filtersOf(lastTurn()) }),
  "share-words": shareWords,
  sort: (button) => browse({ sort: button.dataset.sort }),
  stop: (_, event) => { if (event.detail < 2) halt(); }, // the second click of two was meant for Ask
  theme: () => setTheme(!body.classList.contains("dark")),
  unfiltered: () => { setFilters(noFilters()); ask(questionOf(lastTurn()), { insteadOf: lastTurn().dataset.turn }); },
  within: (button) => within(button.dataset.statement, button.dataset.title),
};

function setTheme(dark) {
  body.classList.toggle("dark", dark);
  document.querySelector("[data-do='theme'] span").textContent = dark ? "Light" : "Dark";
  localStorage.setItem("onrecord-theme", dark ? "dark" : "light");
}

function followed(event) {
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  const link = plain && event.target.closest("a[data-go], a[data-open], a[data-close], a[data-conversation], a[data-years]");
  if (!link) return false;
  event.preventDefault();
  if (link.dataset.years) {
    const [first, last] = link.dataset.years.split("-");
    browse({ ...everything, first_year: first, last_year: last });
    return true;
  }
  if (link.hasAttribute("data-open")) open(link);
  else if (link.hasAttribute("data-close")) close();
  else if (link.dataset.go === "new") go(parsed(""));
  else if (link.dataset.go) go({ ...parsed(""), conversation: here.conversation, view: link.dataset.go });
  else go(parsed(link.getAttribute("href")));
  return true;
}

function clicked(event) {
  if (!(event.target instanceof Element) || followed(event)) return;
  const button = event.target.closest("button");
  const menu = event.target.closest(".menu");
  for (const other of document.querySelectorAll(".menu[open]")) {
    if (other !== menu || (button && menu.contains(button))) other.open = false;
  }
  if (!button) return;
  if (button.dataset.copy !== undefined) copy(button.dataset.copy, button.dataset.copied);
  else if (button.dataset.share !== undefined) share(button.dataset.share);
  else if (actions[button.dataset.do]) actions[button.dataset.do](button, event);
}

function pressed(event) {
  if (event.target.id === "question" && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    submit(event);
    return;
  }
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  const menu = document.querySelector(".menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (body.hasAttribute("data-rail")) toggleRail();
  else if (editing) cancelEditing();
  else if (here.statement) close();
}

const changes = { choose, browse: browseBy, upload: (field) => { uploadFiles([...field.files]); field.value = ""; } };
const typing = { "rail-search": searchRail };

document.documentElement.lang = "en";
document.addEventListener("click", clicked);
document.addEventListener("keydown", pressed);
document.addEventListener("submit", (event) => { if (event.target.id === "composer") submit(event); });
document.addEventListener("change", (event) => changes[event.target.dataset.on]?.(event.target));
document.addEventListener("input", (event) => typing[event.target.dataset.on]?.(event.target));

// Gradio mounts the parts of the page one by one, in no certain order.
const PARTS = ["#rail", "#thread", "#examples", "#composer", "#fields", "#sources", "#reader", "#browse", "#overview", "#documents", ".masthead", "dialog"];

function begin() {
  if (!PARTS.every((part) => document.querySelector(part))) {
    requestAnimationFrame(begin);
    return;
  }
  const chosen = localStorage.getItem("onrecord-theme");
  setTheme(chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  show();
  send("visit", place());
  if (here.view === "statements") enterStatements();
  if (here.view === "documents") send("documents", {});
}

begin();
