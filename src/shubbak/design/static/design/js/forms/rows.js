// Rows are added and removed in the page; without this the same buttons ask the server for it.
(() => {
  const rowsOf = (group) => [...group.querySelectorAll(":scope > [data-rows-list] > [data-row]")];
  const control = (row) => row?.querySelector("input:not([type=hidden]), select, textarea");
  const tell = (group) => {
    group.querySelector("[data-row-add]").hidden = rowsOf(group).length >= Number(group.dataset.most);
    group.dispatchEvent(new Event("shubbak:rows", { bubbles: true }));
    group.closest("form")?.dispatchEvent(new Event("input", { bubbles: true })); // so that a draft is kept
  };
  const next = (group) => {
    const taken = rowsOf(group).map((row) => Number(/ (\d+)$/.exec(row.querySelector("[data-row-drop]").value)?.[1] ?? -1));
    return Math.max(-1, ...taken) + 1;
  };
  const add = (group) => {
    const blank = group.querySelector(":scope > [data-row-blank]");
    const made = blank.content.cloneNode(true);
    const place = String(next(group));
    for (const one of made.querySelectorAll("*")) {
      for (const { name, value } of [...one.attributes]) {
        if (value.includes("__row__")) one.setAttribute(name, value.replaceAll("__row__", place));
      }
    }
    const row = made.querySelector("[data-row]");
    group.querySelector(":scope > [data-rows-list]").append(made);
    tell(group);
    control(row)?.focus();
  };
  const drop = (group, row) => {
    const after = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    tell(group);
    (control(after) || group.querySelector("[data-row-add]")).focus();
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-row-add], [data-row-drop]");
    if (!button) return;
    event.preventDefault();
    const group = button.closest("[data-rows]");
    if (button.matches("[data-row-add]")) add(group);
    else drop(group, button.closest("[data-row]"));
  });
})();
