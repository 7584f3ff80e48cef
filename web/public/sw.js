// Keeps the application and what a visit needs on the device. Written answers are never kept here: the outbox has them.
const SHELL = 'fe2i-shell-1';
const DATA = 'fe2i-data-1';
const NEEDED = /^\/api\/v1\/(me$|reference\/words|territories\/[^/]+($|\/(sites|visits)))/;

self.addEventListener('install', event => event.waitUntil(caches.open(SHELL).then(cache => cache.add('/')).then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== SHELL && name !== DATA) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'DELETE' && url.pathname === '/api/v1/session') { event.waitUntil(caches.delete(DATA)); return; }
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && !/^\/(api|ogc|healthz)/.test(url.pathname)) event.respondWith(fresh(request, SHELL, '/'));
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg') event.respondWith(kept(request));
  else if (NEEDED.test(url.pathname)) event.respondWith(fresh(request, DATA, request));
});

/** From the network; the last good answer when there is none. */
async function fresh(request, name, key) {
  const cache = await caches.open(name);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const old = await cache.match(key);
    if (old) return old;
    throw error;
  }
}

/** Files whose name changes with their content: once is enough. */
async function kept(request) {
  const cache = await caches.open(SHELL);
  const old = await cache.match(request);
  if (old) return old;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
