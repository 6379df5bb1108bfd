{% load static %}// Answers without a connection: verifies papers, shows the public pages seen before, keeps the verifier's keys and lists.
const VERSION = "VERSION-OF-THIS-FILE";
const SHELL = "shubbak-shell-" + VERSION;
const SEEN = "shubbak-seen-1";
const OFFLINE = { ar: "/offline/ar/", en: "/offline/en/" };
const FILES = [
  OFFLINE.ar, OFFLINE.en,
  "{% static 'vendor/bootstrap.rtl.min.css' %}", "{% static 'vendor/bootstrap.min.css' %}",
  "{% static 'design/css/tokens.css' %}", "{% static 'design/css/ground.css' %}", "{% static 'design/css/forms.css' %}",
  "{% static 'design/css/parts.css' %}", "{% static 'design/css/line.css' %}", "{% static 'design/css/rooms.css' %}",
  "{% static 'portal/guide.css' %}",
  "{% static 'vendor/fonts/plex-arabic-400.woff2' %}", "{% static 'vendor/fonts/plex-arabic-700.woff2' %}",
  "{% static 'vendor/fonts/plex-latin-400.woff2' %}", "{% static 'vendor/fonts/plex-latin-700.woff2' %}",
  "{% static 'design/mark.svg' %}", "{% static 'portal/keep.js' %}", "{% static 'portal/verify.js' %}",
  "{% static 'documents/verify.js' %}", "{% static 'vendor/jsqr.js' %}",
];
const KEPT = ["/.well-known/shubbak-keys.json"];
const PUBLIC = /^\/(services\/|verify\/|pay\/|centres\/|complain\/|about\/|privacy\/|accessibility\/)?([a-z0-9-]+\/)?$/;
const LIST = /^\/(status\/|\.well-known\/shubbak-keys\.json$)/;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const shell = await caches.open(SHELL);
    await shell.addAll(FILES);
    const seen = await caches.open(SEEN);
    await Promise.allSettled(KEPT.map((path) => seen.add(path)));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("shubbak-shell-") && name !== SHELL).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

async function spoken() {
  const seen = await caches.open(SEEN);
  const kept = await seen.match("/language-of-this-reader");
  return kept ? kept.text() : "ar";
}

async function page(request, path) {
  try {
    const answer = await fetch(request);
    const seen = await caches.open(SEEN);
    const language = answer.headers.get("Content-Language");
    if (OFFLINE[language]) await seen.put("/language-of-this-reader", new Response(language));
    if (answer.ok && !answer.redirected && PUBLIC.test(path)) await seen.put(path, answer.clone());
    return answer;
  } catch {
    const kept = PUBLIC.test(path) && await (await caches.open(SEEN)).match(path);
    return kept || caches.match(OFFLINE[await spoken()]);
  }
}

async function list(request) {
  const seen = await caches.open(SEEN);
  try {
    const answer = await fetch(request);
    if (answer.ok) await seen.put(request, answer.clone());
    return answer;
  } catch {
    return (await seen.match(request)) || Response.error();
  }
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  return fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (/^\/(staff|desk|counter|api|t|track)\//i.test(url.pathname)) return;
    event.respondWith(page(request, url.pathname));
  } else if (LIST.test(url.pathname)) {
    event.respondWith(list(request));
  } else if (url.pathname.startsWith("/static/")) {
    event.respondWith(file(request));
  }
});
