// To the clipboard, also where the page is not served over https.

async function copy(text, message) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  tell(message);
}

function share(query) {
  return copy(location.origin + location.pathname + query, "The link is copied.");
}
