// The services that were found are walked through by the arrow keys, from the field where they are sought and back.
document.addEventListener("keydown", (event) => {
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
  const list = document.querySelector("[data-walk]");
  const field = list && document.getElementById(list.dataset.walk);
  const found = list ? [...list.querySelectorAll("button[name=choose]")] : [];
  const at = found.indexOf(document.activeElement);
  if (!found.length || (at < 0 && document.activeElement !== field)) return;
  event.preventDefault();
  (found[event.key === "ArrowDown" ? at + 1 : at - 1] || (event.key === "ArrowDown" ? found[at] : field)).focus();
});
// a letter typed there goes on with the search
document.addEventListener("keypress", (event) => {
  const list = event.target.closest?.("[data-walk]");
  if (!list || event.key === "Enter" || event.key === " " || event.altKey || event.ctrlKey) return;
  event.preventDefault();
  const field = document.getElementById(list.dataset.walk);
  field.focus();
  field.value += event.key;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
// a list that is drawn anew while somebody stands in it leaves her on the same service, or where she seeks
(() => {
  let stood = false;
  document.addEventListener("htmx:beforeSwap", (event) => { stood = event.detail.target.matches?.("[data-walk]") && event.detail.target.contains(document.activeElement); });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (!stood || !event.detail.target.matches?.("[data-walk]") || event.detail.target.contains(document.activeElement)) return;
    stood = false;
    document.getElementById(event.detail.target.dataset.walk)?.focus();
  });
})();
