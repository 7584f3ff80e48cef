// An OpenID Connect provider on loopback, for tests: a real one (oidc-provider), with its own page of login.
import { once } from 'node:events';
import { createServer } from 'node:http';

/** Starts a provider that knows `client` and sends people back to `back`; everybody's address is `<login>@example.org`, checked unless `unchecked`. */
export async function provider(client, back) {
  const { Provider } = await import('oidc-provider');
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const quiet = console.warn;
  console.warn = () => undefined;
  const oidc = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [back], grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: id !== 'unchecked' }) }),
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
  });
  console.warn = quiet;
  server.on('request', oidc.callback());
  return { issuer, close: () => server.close() };
}
