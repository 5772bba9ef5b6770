// Where the browser is. The address is the only state: it can be shared, and Back and Forward work.
// Gradio gives this script `element`, `trigger`, `props` and `watch`; all files share one scope.
"use strict";

const body = document.body;
const byId = (id) => document.getElementById(id);

// Parts of an address that cannot be meant are passed over; the server refuses them.
const FORMS = { view: /^(statements|documents)$/, c: /^[\w-]{1,40}$/, t: /^\d{1,9}$/, s: /^[^]{1,500}$/, from: /^\d{1,9}$/, to: /^\d{1,9}$/ };

function parsed(query) {
  const given = new URLSearchParams(query);
  const read = (name) => (FORMS[name].test(given.get(name) || "") ? given.get(name) : "");
  return {
    view: read("view") || "ask",
    conversation: read("c"), turn: read("t"), statement: read("s"), start: read("from"), end: read("to"),
  };
}

function written(place) {
  const query = new URLSearchParams();
  const names = { view: "view", conversation: "c", turn: "t", statement: "s", start: "from", end: "to" };
  for (const [key, name] of Object.entries(names)) {
    if (place[key] && place[key] !== "ask") query.set(name, place[key]);
  }
  return location.pathname + (query.size ? "?" + query : "");
}

let here = parsed(location.search);

function place() {
  const { conversation, turn, statement, start, end } = here;
  return { conversation, turn, statement, start, end };
}

function go(next, { replace = false } = {}) {
  const address = written(next);
  if (address !== location.pathname + location.search) {
    history[replace ? "replaceState" : "pushState"](null, "", address);
  }
  arrive(next);
}

// Ask the server for what the new place shows and the old one did not.
function arrive(next) {
  const before = here;
  here = next;
  const elsewhere = next.conversation !== before.conversation;
  show();
  if (next.view === "ask" && elsewhere) {
    cancelEditing();
    if (body.hasAttribute("data-running")) halt();
    send("visit", place());
  } else if (["statement", "start", "end", "turn"].some((key) => next[key] !== before[key])) {
    if (next.statement) send("open", place());
    else focusOrigin();
  }
  if (next.view === "statements" && before.view !== "statements") enterStatements();
  if (next.view === "documents" && before.view !== "documents") send("documents", {});
}

function show() {
  body.dataset.view = here.view;
  body.toggleAttribute("data-reading", Boolean(here.statement));
  body.toggleAttribute("data-rail", false);
  for (const link of document.querySelectorAll(".masthead nav a")) {
    if (link.dataset.go === here.view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = { ask: "On Record", statements: "Statements · On Record", documents: "Documents · On Record" }[here.view];
}

window.addEventListener("popstate", () => arrive(parsed(location.search)));
