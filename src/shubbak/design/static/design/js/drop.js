// Files may be dropped on (or pasted into) the area around a file field; without this the field works as it is.
(() => {
  const give = (area, files) => {
    const input = area.querySelector("input[type=file]");
    if (!input || !files.length) return;
    const list = new DataTransfer();
    [...files].slice(0, input.multiple ? files.length : 1).forEach((file) => list.items.add(file));
    input.files = list.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const areaOf = (event) => event.target.closest?.("[data-drop]");
  document.addEventListener("dragover", (event) => {
    const area = areaOf(event);
    if (area) { event.preventDefault(); area.classList.add("over"); }
  });
  document.addEventListener("dragleave", (event) => areaOf(event)?.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    const area = areaOf(event);
    if (!area) return;
    event.preventDefault();
    area.classList.remove("over");
    give(area, event.dataTransfer.files);
  });
  document.addEventListener("paste", (event) => {
    const area = areaOf(event) || document.activeElement?.closest?.("[data-drop]");
    if (area && event.clipboardData?.files.length) give(area, event.clipboardData.files);
  });
})();
