// Lets the browser answer without a connection from the second visit on. Nothing on a page waits for it.
if ("serviceWorker" in navigator) addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => undefined));
