// Serves the reports that crates/fe2i/tests/browser.rs had written: `fr/report.html` and `en/report.html` of FE2I_REPORTS.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

/** Starts on a free port of the loopback; `address` to read, `close()` to stop. */
export async function serve() {
  const folder = process.env.FE2I_REPORTS;
  if (!folder) throw new Error('FE2I_REPORTS is not set: run `cargo test -p fe2i --test browser`');
  const server = createServer(async (request, response) => {
    const lang = { '/': 'fr', '/en': 'en' }[request.url];
    if (!lang) return response.writeHead(404).end();
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(await readFile(`${folder}/${lang}/report.html`));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
