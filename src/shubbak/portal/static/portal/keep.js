// Lets the browser answer without a connection from the second visit on, and keeps what verifying needs fresh.
// Nothing on a page waits for it.
if ("serviceWorker" in navigator && "caches" in window) {
  addEventListener("load", async () => {
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
    const kept = await caches.open("shubbak-seen-1");
    const wanted = new Set([...document.querySelectorAll("[data-keep]")].flatMap((one) => one.dataset.keep.split(" ")));
    if (wanted.size) {
      const lists = (await kept.keys()).map((request) => new URL(request.url).pathname).filter((path) => path.startsWith("/status/"));
      [...wanted, ...lists].filter(Boolean).forEach((path) => kept.add(path).catch(() => undefined));
    }
  });
}
