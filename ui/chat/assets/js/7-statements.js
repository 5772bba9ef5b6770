// The table of statements: what it shows is asked of the server, one field or heading at a time.

const everything = { words: "", speaker: "", kind: "", first_year: "", last_year: "", sort: "-date", page: 1 };
let browsing = everything;

function browse(change) {
  browsing = { ...browsing, page: 1, ...change };
  send("browse", browsing);
}

function browseBy(field) {
  const change = { [field.name]: field.value };
  if (field.name === "words") change.sort = field.value ? "match" : "-date";
  browse(change);
}

function enterStatements() {
  browse({});
  send("overview", {});
}

function turnPage(button) {
  browse({ page: button.dataset.page });
  byId("center").scrollTop = 0;
}
