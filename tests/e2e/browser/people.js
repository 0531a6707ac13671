// The one account of these tests.

export const NAME = 'olga';
export const PASSWORD = 'zażółć gęślą jaźń';

/** The first account, by the link that the service printed. Gives who is logged in then. */
export async function setUp(person, service) {
  await person.open(service.setupLink);
  const secret = new URL(service.setupLink).hash.slice('#setup='.length);
  const field = person.field('Kod pierwszego konta');
  if ((await field.inputValue()) !== secret) await person.write('Kod pierwszego konta', secret); // no script did it
  await person.write('Nazwa konta', NAME);
  await person.write('Hasło', PASSWORD);
  await person.write('Hasło jeszcze raz', PASSWORD);
  await person.press('Załóż konto');
  await logIn(person);
}

export async function logIn(person, password = PASSWORD) {
  await person.write('Nazwa konta', NAME);
  await person.write('Hasło', password);
  await person.press('Zaloguj się');
}
