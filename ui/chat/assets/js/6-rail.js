// The list of conversations, and the questions asked before something is changed.

function dialog(id, prepare, done) {
  const box = byId(id);
  prepare(box);
  box.returnValue = "";
  box.onclose = () => { if (box.returnValue === "ok") done(box); };
  box.showModal();
}

const named = (button) => button.closest("[data-conversation]").dataset;

function rename(button) {
  const { conversation, title } = named(button);
  dialog(
    "rename-dialog",
    (box) => { box.querySelector("input").value = title; },
    (box) => send("rename", { conversation, title: box.querySelector("input").value }),
  );
}

function removeConversation(button) {
  const { conversation, title } = named(button);
  dialog(
    "delete-dialog",
    (box) => { box.querySelector("[data-what]").textContent = `The conversation “${title}”, its answers and your ratings will be gone for good.`; },
    () => send("delete", { conversation }),
  );
}

function comment(button) {
  const { turn } = button.closest(".turn").dataset;
  const { verdict } = button.dataset;
  dialog(
    "comment-dialog",
    (box) => { box.querySelector("textarea").value = button.dataset.comment; },
    (box) => send("rate", { conversation: here.conversation, turn, verdict, comment: box.querySelector("textarea").value }),
  );
}

function rate(button) {
  const { turn } = button.closest(".turn").dataset;
  const verdict = button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.verdict;
  send("rate", { conversation: here.conversation, turn, verdict, comment: "" });
}

let searching;

function searchRail(field) {
  clearTimeout(searching);
  searching = setTimeout(() => send("search_rail", { containing: field.value, conversation: here.conversation }), 250);
}

function toggleRail() {
  const open = body.toggleAttribute("data-rail");
  document.querySelector(".tools [data-do='rail']").setAttribute("aria-expanded", String(open));
  if (open) document.querySelector(".rail a").focus();
}
