// A decision asks once more: <form data-ask="dialog-id">; the dialog's sure button has form="..." name="sure" value="yes".
// Without JavaScript the server asks on a page of its own, because `sure` is missing.
document.addEventListener("submit", (event) => {
  const dialog = document.getElementById(event.target.dataset?.ask || "");
  if (!dialog || event.submitter?.name === "sure") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const chosen = event.submitter;
  event.target.querySelectorAll("input[data-asked]").forEach((one) => one.remove());
  if (chosen?.name) {
    const kept = Object.assign(document.createElement("input"), { type: "hidden", name: chosen.name, value: chosen.value });
    kept.dataset.asked = "";
    event.target.append(kept);
  }
  dialog.querySelectorAll("[data-asked-word]").forEach((one) => { one.textContent = chosen?.dataset.word || chosen?.firstChild?.textContent.trim() || ""; });
  dialog.showModal();
}, true);
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-closes]")) event.target.closest("dialog")?.close();
});
