// The guide: the filters stay open while one works in them; questions of the calculator come and go as the server says;
// the address of a page is shared or copied.
(() => {
  const filters = () => document.querySelector(".filters");
  let open = false;
  document.addEventListener("htmx:beforeSwap", () => { open = Boolean(filters()?.open); });
  document.addEventListener("htmx:afterSwap", () => { if (open && filters()) filters().open = true; });

  const settle = () => {
    const told = document.querySelector("[data-shown]");
    if (!told) return;
    const shown = new Set(told.dataset.shown.split(" "));
    document.querySelectorAll("[data-q]").forEach((one) => { one.hidden = !shown.has(one.dataset.q); });
  };
  document.addEventListener("htmx:afterSettle", settle);
  document.querySelectorAll("[data-share]").forEach((button) => {
    if (!navigator.share && !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const told = { title: button.dataset.title, url: button.dataset.share };
      try {
        if (navigator.share) { await navigator.share(told); return; }
        await navigator.clipboard.writeText(told.url);
        button.textContent = button.dataset.copied;
      } catch { /* she thought better of it, or the browser did */ button.blur(); }
    });
  });
})();
