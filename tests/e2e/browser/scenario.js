// The whole way, once for each way of using a browser: from the first account to the report.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { interrupted } from './interrupted.js';
import { NAME, setUp } from './people.js';
import { PYTHON, ROOT } from './tools.js';

const LIST = readFileSync(`${ROOT}config/samples/knurow-2019-11-13-partnerzy.csv`);
const FILE = 'knurow-partnerzy.csv';
const PARTNERS = 12;

/** `visitor()` gives a driver of somebody new. Gives what the walk over all pages goes on with. */
export async function wholeWay(suite, service, visitor) {
  const clerk = await visitor();
  await setUp(clerk, service);
  suite.check('the first account logs in', await clerk.sees(`Konto: ${NAME}`));
  await officeData(suite, clerk);
  await newMeeting(suite, clerk);
  const meeting = new URL(clerk.page.url()).pathname;
  await importList(suite, clerk);
  await interrupted(suite, clerk, meeting);
  await generate(suite, clerk, service.url + meeting);
  const links = await makeLinks(suite, clerk);
  const signed = await signWithOwnTool(suite, await visitor(), links[0]);
  await decline(suite, await visitor(), links[1]);
  const document = await accept(suite, clerk, service.url + meeting);
  await check(suite, await visitor(), service, await clerk.download('Pobierz wersję bieżącą (PDF)'), signed);
  await archive(suite, clerk);
  await report(suite, clerk);
  return { clerk, meeting, document, links };
}

async function officeData(suite, clerk) {
  await clerk.follow('dane urzędu');
  await clerk.write('Nazwa administratora', 'Miejski Ośrodek Pomocy Społecznej w Knurowie');
  await clerk.write('Adres administratora', 'ul. Ks. Alojzego Koziełka 2, Knurów');
  await clerk.write('Inspektor ochrony danych', 'iod@mops-knurow.example');
  await clerk.write('Podstawa przetwarzania (litery art. 6 ust. 1 RODO)', 'e');
  await clerk.write('Jak długo przechowuje się dokumenty', 'przez okres trwałości projektu');
  await clerk.write('Imię i nazwisko osoby przygotowującej', 'Anna Przykładowa');
  await clerk.write('Imię i nazwisko z tytułem', 'dr Olga Przykładowa');
  await clerk.write('Funkcja', 'Dyrektor Miejskiego Ośrodka Pomocy Społecznej w Knurowie');
  await clerk.choose('Rodzaj deklaracji', 'osobna dla każdego partnera');
  await clerk.choose('Sposób podpisania', 'elektronicznie');
  await clerk.unfold('Więcej: okres obowiązywania');
  await clerk.write('Okres obowiązywania', 'do zakończenia projektu');
  await clerk.press('Zapisz');
  suite.check('the office data are saved', await clerk.sees('Zapisano.'));
}

async function newMeeting(suite, clerk) {
  await clerk.follow('Spotkania');
  await clerk.follow('Nowe spotkanie');
  await clerk.write('Nazwa Zespołu', 'Partnerski Zespół Kooperacyjny w Knurowie');
  await clerk.write('Nazwa Zespołu w dopełniaczu', 'Partnerskiego Zespołu Kooperacyjnego w Knurowie');
  await clerk.write('Tytuł projektu', 'Kooperacje 3D – model wielosektorowej współpracy');
  await clerk.write('Data', '2019-11-13');
  await clerk.write('Miejscowość', 'Knurów');
  await clerk.write('Instytucja lidera', 'Miejski Ośrodek Pomocy Społecznej w Knurowie');
  await clerk.write('Nazwa w dopełniaczu', 'Miejskiego Ośrodka Pomocy Społecznej w Knurowie');
  await clerk.press('Zapisz spotkanie');
  const told = await clerk.read(clerk.page.getByRole('main'));
  suite.check('the meeting says where it is', /Miejsce\s+Knurów/.test(told), told);
  suite.check('the meeting says what comes next', await clerk.sees('Następny krok: proszę wczytać listę partnerów.'));
}

/** The sample with a role that nobody has in the fifth row: it is told where, nothing is imported; then the good one. */
async function importList(suite, clerk) {
  await clerk.follow('Wczytaj listę partnerów');
  await clerk.attach('Plik CSV', FILE, Buffer.from(broken(LIST.toString('utf-8'))));
  await clerk.press('Pokaż podgląd');
  const fault = await clerk.read(clerk.page.getByRole('table').locator('tbody'));
  suite.check('the broken row is told', await clerk.sees(`Plik „${FILE}”: 1 błąd. Nic nie wczytano.`), fault);
  suite.check('with its line', /\b6\b/.test(fault) && fault.includes('Partnr'), fault);
  await clerk.attach('Plik CSV', FILE, LIST);
  await clerk.press('Pokaż podgląd');
  suite.check('the mended list is shown first', await clerk.sees('Jeszcze nic nie zapisano.'));
  await clerk.press('Wczytaj tę listę');
  suite.check('twelve partners are imported', await clerk.sees(`Wczytano partnerów: ${PARTNERS}.`));
}

function broken(list) {
  const rows = list.split('\n');
  rows[5] = rows[5].replace(';Partner;', ';Partnr;');
  return rows.join('\n');
}

async function generate(suite, clerk, meeting) {
  await clerk.open(meeting);
  await clerk.press('Generuj deklaracje');
  await clerk.press(/^Utwórz szkice: /);
  await clerk.confirm('Wydaj dokumenty', 'Wydaj');
  const rows = await clerk.page.locator('table.board tbody tr').count();
  suite.equal('twelve declarations are issued', rows, PARTNERS);
}

/** One link for each partner, as the clerk would copy it into a letter. */
async function makeLinks(suite, clerk) {
  await clerk.confirm('Linki dla wszystkich', 'Utwórz linki');
  const links = await clerk.page.locator('td code').allInnerTexts();
  suite.equal('each partner has a link', links.length, PARTNERS);
  return links;
}

async function openLink(suite, partner, link) {
  await partner.open(link);
  await partner.press('Otwórz dokument');
  suite.check('the partner reads the declaration', await partner.sees('Deklaracja przystąpienia'));
}

async function signWithOwnTool(suite, partner, link) {
  await openLink(suite, partner, link);
  await partner.press('Potwierdzam zapoznanie się z informacją');
  const issued = await partner.download('Proszę pobrać plik PDF');
  const name = 'Anna Przykładowa';
  const signed = execFileSync(PYTHON, [`${ROOT}tests/e2e/browser/sign.py`, name], { input: issued });
  await partner.attach('Podpisany plik PDF', 'podpisana.pdf', signed);
  await partner.press('Prześlij podpisany plik');
  suite.check('the signed file is taken', await partner.sees('Podpisany plik przyjęto'));
  suite.check('it names who signed', await partner.sees(`W certyfikacie widnieje: ${name}.`));
  return name;
}

async function decline(suite, partner, link) {
  await openLink(suite, partner, link);
  const question = await partner.unfold('Odmów podpisania');
  await partner.write('Powód odmowy', 'Rada nie wyraziła zgody.');
  await partner.press('Odmów podpisania', question);
  suite.check('the refusal is told with its reason', await partner.sees('Powód: Rada nie wyraziła zgody.'));
}

/** From the board to the document that was signed. Gives its address. */
async function accept(suite, clerk, meeting) {
  await clerk.open(meeting);
  suite.check('the board shows the refusal', await clerk.sees('odmowa'));
  await clerk.follow(/^podpisany: 1$/);
  await clerk.follow(/\S/, clerk.page.locator('table.board tbody'));
  await clerk.confirm('Przyjmij deklarację', 'Przyjmij');
  suite.check('the document has all its signatures', await clerk.sees('Wszystkie podpisy zebrane.'));
  return new URL(clerk.page.url()).pathname;
}

/** Anybody at all asks whether the file is right. */
async function check(suite, reader, service, file, name) {
  await reader.open(service.url);
  await reader.follow(/^Sprawdź podpis /);
  await reader.attach('Podpisany plik PDF', 'deklaracja.pdf', file);
  await reader.press('Sprawdź podpis');
  suite.equal('both signatures are shown', await reader.page.locator('article.verdict').count(), 2);
  suite.check('it is the office’s document', await reader.sees('To dokument wydany przez urząd'));
  suite.check('the partner’s name is there', await reader.sees(name));
  for (const verdict of await reader.page.locator('article.verdict').allInnerTexts())
    suite.check('it is intact', verdict.includes('Nienaruszona'), verdict);
}

async function archive(suite, clerk) {
  await clerk.confirm('Przenieś do archiwum', 'Przenieś do archiwum');
  suite.check('the document is in the archive', await clerk.sees('Dokument jest w archiwum.'));
  await clerk.follow('Archiwum');
  await clerk.write('Szukaj w archiwum', 'deklaracja');
  await clerk.press('Szukaj');
  await clerk.follow(/\.pdf$/, clerk.page.getByRole('table'));
  suite.check('its record is found', await clerk.sees('Wpis archiwalny'));
}

async function report(suite, clerk) {
  await clerk.follow('Sprawozdania');
  const zip = await clerk.download(/ZIP/);
  suite.check('the report is a ZIP', zip.subarray(0, 2).toString() === 'PK' && zip.length > 10_000, zip.length);
}
