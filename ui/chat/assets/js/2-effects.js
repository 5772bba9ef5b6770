// Gradio may close its stream of answers just as an event is sent; any other event opens it again.
const unanswered = new Set();
setInterval(() => {
  if (unanswered.size) trigger("pulse", {});
  if (unanswered.size || body.hasAttribute("data-running")) look();
}, 2500);

// Gradio waits for ever for a server that is gone: see whether there is one.
async function look() {
  try {
    await fetch(`${location.pathname.replace(/\/?$/, "/")}api/v1/health`, { cache: "no-store" });
  } catch {
    unanswered.clear();
    if (body.hasAttribute("data-running")) untaken();
    tell("The server cannot be reached: try again when it is back.");
  }
}

function send(event, data) {
  unanswered.add(event);
  trigger(event, data);
}

// What the server wishes to happen once it has renewed the page: a JSON document in `props.value`.

let fading;

function tell(message) {
  const notice = byId("notice");
  notice.textContent = message;
  notice.classList.add("shown");
  clearTimeout(fading);
  fading = setTimeout(() => notice.classList.remove("shown"), 6000);
}

// Gradio has put the new values into the page two frames after it tells that one changed.
const settled = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

const effects = {
  message: tell,
  url: (query) => {
    const next = { ...parsed(query), view: here.view };
    const first = !here.conversation;
    history[first ? "pushState" : "replaceState"](null, "", written(next));
    here = next;
    show();
  },
  conversation: (id) => {
    if (body.hasAttribute("data-running")) return; // asked since: the answer tells where it stands
    if ((id || "") !== here.conversation) go({ ...here, conversation: id || "" }, { replace: true });
  },
  empty: (empty) => {
    if (body.hasAttribute("data-running")) return;
    body.toggleAttribute("data-empty", empty);
    if (!byId("examples").querySelector(".example")) askForExamples();
  },
  asked: () => body.removeAttribute("data-empty"),
  ahead: tellAhead,
  running: (running) => body.toggleAttribute("data-running", running),
  untaken,
  scroll: (id) => byId(id)?.scrollIntoView({ block: "start" }),
  focus: (id) => byId(id)?.focus(),
  reading: () => toWords(),
  fields: () => byId("fields").classList.add("shown"),
  download: ({ name, text }) => save(name, text),
  deleted: (id) => { if (id === here.conversation) go(parsed("")); },
  browsed: (wanted) => { browsing = wanted; },
  building,
  reading_file: (told) => { document.querySelector(".drop [role=status]").textContent = told; },
  examples_pending: (pending) => { if (pending) setTimeout(askForExamples, 2000); },
};

watch("value", () => {
  const wanted = JSON.parse(props.value || "{}");
  unanswered.delete(wanted.of);
  settled(() => {
    for (const [name, value] of Object.entries(wanted)) {
      if (value !== null && effects[name]) effects[name](value, wanted);
    }
  });
});

// While the server rebuilds, ask how far it is, wherever the user has gone meanwhile.
let awaited = false;
let looking;

function building(running, { corpus }) {
  clearTimeout(looking);
  if (running) looking = setTimeout(() => send("documents", {}), 700);
  else if (awaited) {
    tell(`The corpus has changed: answers now come from ${corpus}.`);
    if (here.view === "statements") enterStatements();
  }
  awaited = running;
}

// The server looks for them in the background: ask again while they could still be used.
function askForExamples() {
  if (body.hasAttribute("data-empty")) send("examples", {});
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 2000);
}
