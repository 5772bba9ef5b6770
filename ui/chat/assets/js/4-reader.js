// Opening a statement at its words, and going back to where one came from.

let origin = null;

function toWords() {
  const reader = byId("reader");
  const mark = reader.querySelector("mark");
  const heading = reader.querySelector("h2");
  for (const marker of document.querySelectorAll("[data-open]")) {
    const open = marker.getAttribute("href") === location.search;
    if (open) marker.setAttribute("aria-current", "true");
    else marker.removeAttribute("aria-current");
  }
  if (!here.statement) return;
  if (!mark) byId("side").scrollTop = 0;
  mark?.scrollIntoView({ block: "center" });
  (mark || heading)?.focus({ preventScroll: true });
}

function focusOrigin() {
  settled(() => {
    const same = origin && document.querySelector(`[data-open][href="${CSS.escape(origin)}"]`);
    same?.focus();
    origin = null;
  });
}

function open(link) {
  origin = origin || link.getAttribute("href");
  const next = parsed(link.getAttribute("href"));
  go({ ...next, view: here.view });
}

function close() {
  go({ ...here, statement: "", start: "", end: "" });
}

// Offsets count code points, as the server does, not the UTF-16 units of a browser.
function offsetOf(node, units) {
  const part = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!part || node.nodeType !== Node.TEXT_NODE) return null;
  return Number(part.dataset.start) + [...node.data.slice(0, units)].length;
}

// The link leads to the words that are selected in the reader, or else to those that are marked.
function shareWords(button) {
  const selection = getSelection();
  const statement = byId("reader").querySelector("[data-statement]").dataset.statement;
  let query = button.dataset.shareBase;
  if (selection.rangeCount && !selection.isCollapsed) {
    const range = selection.getRangeAt(0);
    const from = offsetOf(range.startContainer, range.startOffset);
    const to = offsetOf(range.endContainer, range.endOffset);
    if (from !== null && to !== null && from < to) {
      query = "?" + new URLSearchParams({ s: statement, from, to });
    }
  }
  share(query);
}
