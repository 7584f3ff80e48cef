// Several people at once: what one does is seen by the others without reloading, and a new territory is opened from the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, open } from './page.js';
import { as, ask, home, settled } from './workplace.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser?.close());

/** Of this run only: the demonstration may have seen another. */
const mark = process.pid;
const at = async (page, path) => { await page.goto(`${home}/${path}`); await settled(page); };

test('an idea dropped by a company is seen on the facilitator’s open page, supported there, and taken back', () => as(browser, 'facilitator', async animator => {
  await at(animator, 'projets');
  await as(browser, 'company', async firm => {
    await at(firm, 'projets');
    await firm.getByLabel('Idée', { exact: true }).fill(`Un composteur ${mark}`);
    await firm.getByRole('button', { name: 'Déposer' }).click();
    const line = animator.getByRole('listitem').filter({ hasText: `Un composteur ${mark}` });
    await line.waitFor({ timeout: 5_000 });
    await firm.locator('h1').click();
    await firm.keyboard.press('z');
    await line.waitFor({ state: 'detached', timeout: 5_000 });
    await firm.getByLabel('Idée', { exact: true }).fill(`Un composteur ${mark}`);
    await firm.getByRole('button', { name: 'Déposer' }).click();
    await line.getByRole('button').click();
    await firm.getByRole('listitem').filter({ hasText: `Un composteur ${mark}` }).getByRole('button', { name: /1$/ }).waitFor({ timeout: 5_000 });
  });
}));

test('an insertion structure sees the posts of the coming projects and says which it staffs', () => as(browser, 'insertion', async structure => {
  await at(structure, 'chez-nous');
  const post = structure.getByRole('listitem').filter({ hasText: 'Conduite du broyeur' });
  assert.match(await post.innerText(), /800\sh\/an/);
  await post.getByRole('button', { name: 'Nous pouvons le tenir' }).click();
  await post.getByRole('button', { name: 'Nous le tenons' }).waitFor();
  await as(browser, 'facilitator', async animator => {
    await at(animator, 'projets?open=demo-palettes');
    await animator.getByText('tenu par').waitFor();
  });
  await as(browser, 'company', async firm => {
    const { body } = await ask(firm, '/territories/vallee/projects');
    assert.deepEqual(body[0].post_lines.filter(one => one.structure), [], 'between the structure and the facilitators');
    assert.equal((await ask(firm, '/territories/vallee/projects/demo-palettes/staff', 'POST', { post: 0, staffs: true })).status, 403);
  });
  await post.getByRole('button', { name: 'Nous le tenons' }).click();
  await post.getByRole('button', { name: 'Nous pouvons le tenir' }).waitFor();
}));

test('a territory is opened from the page, and a person invited to it comes in by the link', () => as(browser, 'admin', async (page, context) => {
  await at(page, 'administration?part=territories');
  await page.getByLabel('Nom du territoire').fill(`Bassin ${mark}`);
  await page.getByRole('button', { name: 'Ouvrir un territoire' }).click();
  await page.waitForURL(`${address}/t/bassin-${mark}/import`);
  await page.goto(`${address}/t/bassin-${mark}/administration?part=people`);
  await settled(page);
  await page.getByLabel('Nom', { exact: true }).fill('Nour');
  await page.getByLabel('Adresse électronique').fill(`nour${mark}@example.org`);
  await page.getByRole('button', { name: 'Inviter' }).click();
  const link = await page.getByRole('textbox', { name: /lien/i }).inputValue();
  await context.clearCookies();
  await page.goto(link);
  await page.getByLabel('Au moins douze caractères').fill('une phrase assez longue');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.locator('summary').click();
  await page.getByLabel('Adresse électronique').fill(`nour${mark}@example.org`);
  await page.getByLabel('Mot de passe').fill('une phrase assez longue');
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.waitForURL(`${address}/t/bassin-${mark}/journee`);
  await page.getByRole('heading', { level: 1, name: 'Ma journée' }).waitFor();
  assert.equal((await ask(page, '/territories/vallee')).status, 404, 'of the other territories nothing is told');
}));

test('a contact erased by the firm is gone for the facilitator too, and comes back by undoing', () => as(browser, 'company', async page => {
  await at(page, 'chez-nous');
  const names = async () => (await ask(page, '/territories/vallee/contacts')).body.map(one => one.name);
  const [before] = [await names()];
  assert.equal(before.length, 1);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tout télécharger' }).click()]);
  assert.match(file.suggestedFilename(), /\.json$/);
  // One click erases nothing: what would be gone is said, and Escape goes back to where one was.
  await page.getByRole('button', { name: 'Effacer' }).click();
  await page.getByText(`Seront effacés, ici et dans le journal : ${before[0]}`).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Effacer');
  assert.deepEqual(await names(), before);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Oui, effacer' }).click();
  await page.getByText('Personne à appeler pour l’instant').waitFor();
  await as(browser, 'facilitator', async animator => {
    const { body } = await ask(animator, '/territories/vallee/contacts');
    assert.ok(!body.some(one => one.name === before[0]));
  });
  await page.keyboard.press('z');
  await page.getByText(before[0]).waitFor();
}));
