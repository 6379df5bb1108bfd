// Keeps the word of the connection true: the browser's own news, and what htmx meets on its way. Signs htmx's requests.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = document.querySelector("meta[name=csrf-token]")?.content || "";
});
(() => {
  const place = document.querySelector("[data-connection]");
  if (!place) return;
  let waiting = 0;
  let broken = false;
  const say = () => {
    const off = broken || !navigator.onLine;
    const [tone, word] = off ? ["brick", place.dataset.wordOff] : waiting ? ["nile", place.dataset.wordSaving] : ["palm", place.dataset.wordOn];
    if (place.firstElementChild?.textContent === word) return;
    const tag = document.createElement("span");
    tag.className = "tag " + tone;
    tag.textContent = word;
    place.replaceChildren(tag);
  };
  addEventListener("online", () => { broken = false; say(); });
  addEventListener("offline", say);
  // counted by the request itself: htmx says nothing of one whose element has left the page
  document.addEventListener("htmx:beforeSend", (event) => {
    waiting += 1;
    event.detail.xhr.addEventListener("error", () => { broken = true; });
    event.detail.xhr.addEventListener("load", () => { broken = false; });
    event.detail.xhr.addEventListener("loadend", () => { waiting = Math.max(0, waiting - 1); say(); });
    say();
  });
  document.addEventListener("shubbak:saving", () => { waiting += 1; say(); });
  document.addEventListener("shubbak:saved", () => { waiting = Math.max(0, waiting - 1); broken = false; say(); });
  document.addEventListener("shubbak:unsaved", () => { waiting = Math.max(0, waiting - 1); broken = true; say(); });
  say();
})();
