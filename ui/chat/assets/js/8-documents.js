// Documents: files are uploaded one by one, then handed to the server together.

async function uploadFiles(files) {
  const zone = document.querySelector(".drop");
  const status = zone.querySelector("[role=status]");
  const received = [];
  zone.setAttribute("aria-busy", "true");
  for (const [number, file] of [...files].entries()) {
    status.textContent = `Uploading ${number + 1} of ${files.length}: ${file.name}`;
    try {
      if (file.size > Number(zone.dataset.maxBytes)) throw new Error("too large");
      const { path } = await upload(file);
      received.push([path, file.name]);
    } catch {
      received.push(["", file.name]);
    }
  }
  zone.removeAttribute("aria-busy");
  status.textContent = "";
  if (received.length) send("add_documents", { files: received });
}

function removeDocument(button) {
  const { name } = button.dataset;
  dialog(
    "delete-dialog",
    (box) => { box.querySelector("[data-what]").textContent = `“${name}” will leave the corpus. Answers that quote it stay in your conversations, without their place.`; },
    () => send("remove_documents", { names: [name] }),
  );
}

const dropZone = (event) => event.target instanceof Element && event.target.closest(".drop");

document.addEventListener("dragover", (event) => {
  if (!dropZone(event)) return;
  event.preventDefault();
  dropZone(event).classList.add("over");
});
document.addEventListener("dragleave", (event) => dropZone(event)?.classList.remove("over"));
document.addEventListener("drop", (event) => {
  if (!dropZone(event)) return;
  event.preventDefault();
  dropZone(event).classList.remove("over");
  uploadFiles(event.dataTransfer.files);
});
