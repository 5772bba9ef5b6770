// Gradio may close its stream of answers just as an event is sent; any other event opens it again.
const unanswered = new Set();
setInterval(() => { if (unanswered.size) trigger("pulse", {}); }, 2500);

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
    if ((id || "") !== here.conversation) go({ ...here, conversation: id || "" }, { replace: true });
  },
  empty: (empty) => {
    if (body.hasAttribute("data-running")) return;
    body.toggleAttribute("data-empty", empty);
    if (!byId("examples").querySelector(".example")) askForExamples();
  },
  asked: () => body.removeAttribute("data-empty"),
  running: (running) => body.toggleAttribute("data-running", running),
  scroll: (id) => byId(id)?.scrollIntoView({ block: "start" }),
  focus: (id) => byId(id)?.focus(),
  reading: () => toWords(),
  fields: () => byId("fields").classList.add("shown"),
  download: ({ name, text }) => save(name, text),
  deleted: (id) => { if (id === here.conversation) go(parsed("")); },
  browsed: (wanted) => { browsing = wanted; },
  building,
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

function building(running, { corpus }) {
  if (running) setTimeout(() => send("documents", {}), 700);
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
