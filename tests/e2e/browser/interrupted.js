// The session ends while somebody types: nothing that was typed is lost.

import { logIn } from './people.js';

const AGENDA = ['Powitanie – „dzień dobry”', 'Podpisanie deklaracji', '', 'Wnioski & <uwagi>'].join('\n');

export async function interrupted(suite, clerk, meeting) {
  await clerk.follow('Zmień dane spotkania');
  await clerk.unfold('Deklaracja, cel Zespołu, porządek spotkania');
  await clerk.write('Porządek spotkania', AGENDA);
  await clerk.write('Ulica i numer', 'ul. Łąkowa 7');
  await endSession(clerk.page);
  await clerk.press('Zapisz');
  suite.check('whoever typed is told that nothing is lost', await clerk.sees('Wpisane dane są zachowane.'));
  await logIn(clerk, 'to nie jest hasło');
  suite.check('a wrong password is told', await clerk.sees('Nie zalogowano'));
  suite.check('nor does it lose anything', await clerk.sees('Wpisane dane są zachowane.'));
  await logIn(clerk);
  await clerk.press('Wyślij zachowane dane');
  await clerk.open(new URL(`${meeting}/zmiana`, clerk.page.url()).href);
  await clerk.unfold('Deklaracja, cel Zespołu, porządek spotkania');
  const kept = await clerk.field('Porządek spotkania').inputValue();
  suite.equal('the lines are kept', kept, `${AGENDA.replace('\n\n', '\n')}\n`);
  suite.equal('and the field', await clerk.field('Ulica i numer').inputValue(), 'ul. Łąkowa 7');
}

/** The same session logs out in another window. */
async function endSession(page) {
  const browser = page.context().browser();
  const context = await browser.newContext({ locale: 'pl', storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto(new URL('/', page.url()).href);
  await Promise.all([other.waitForNavigation(), other.getByRole('button', { name: 'Wyloguj się' }).click()]);
  await context.close();
}
