// States of pages that the whole way does not pass: signed here, refused files, scans, photographs, keys, templates,
// accounts; and a meeting that is fuller than any was.

import { readFileSync } from 'node:fs';

import { ROOT } from './tools.js';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'); // nobody decodes photographs
const UNSIGNED = readFileSync(`${ROOT}tests/data/pdf/three-fields.pdf`);
const TEMPLATE = '<?xml version="1.0" encoding="UTF-8"?>\n<template title="Wzór">\n  <heading level="1">WZÓR</heading>\n</template>\n';
const MOST_SECONDS = 30;
const LONG = 'Niepubliczny Specjalistyczny Zakład Aktywności Zawodowej dla Osób z Niepełnosprawnościami';
const UNBROKEN = 'Konstantynopolitańczykowianeczkówna-Niezapominajkowska';

export async function more(suite, { clerk, meeting, links }, service, visitor) {
  const origin = service.url;
  const partner = await visitor();
  await signHere(suite, partner, links[2]);
  await wrongFile(suite, partner, links[3]);
  await attachment(suite, partner, links[4]);
  await deadLink(suite, partner, origin);
  await scan(suite, clerk, origin + meeting);
  await photo(suite, clerk, origin + meeting);
  const open = await cards(suite, clerk, origin + meeting);
  await keys(suite, clerk, origin);
  await templates(suite, clerk, origin);
  await accounts(suite, clerk, origin);
  await refusedForms(suite, clerk, origin + meeting);
  await archiveCheck(suite, clerk, origin);
  await unreadable(suite, await visitor(), origin);
  const full = await overfull(suite, clerk, origin);
  return { full, open };
}

async function signHere(suite, partner, link) {
  await partner.open(link);
  await partner.press('Otwórz dokument');
  await partner.write('Imię i nazwisko', 'Jan Przykładowy');
  await partner.tick('Podpisuję ten dokument');
  await partner.press('Podpisz');
  suite.check('it is signed here', await partner.sees('Dokument jest podpisany'));
}

async function wrongFile(suite, partner, link) {
  await partner.open(link);
  await partner.press('Otwórz dokument');
  await partner.attach('Podpisany plik PDF', 'niepodpisany.pdf', UNSIGNED);
  await partner.press('Prześlij podpisany plik');
  suite.check('another file is refused', await partner.sees('Nie zapisano'));
}

async function attachment(suite, partner, link) {
  await partner.open(link);
  await partner.press('Otwórz dokument');
  await partner.attach('Pełnomocnictwo albo upoważnienie', 'pełnomocnictwo.jpg', JPEG);
  await partner.press('Dołącz plik');
  suite.check('the attachment is listed', await partner.sees('pełnomocnictwo.jpg'));
}

async function deadLink(suite, partner, origin) {
  await partner.open(`${origin}/podpis/${'A'.repeat(43)}`);
  suite.check('a dead link says what to do', await partner.sees('Proszę poprosić urząd'));
}

/** Row 6 of the board has no link's state of its own. */
async function scan(suite, clerk, meeting) {
  await clerk.open(meeting);
  await clerk.follow(/Szkoła Podstawowa nr 6/, clerk.page.locator('table.board'));
  await clerk.unfold('Prześlij skan');
  await clerk.attach('Plik skanu', 'skan.jpg', JPEG);
  await clerk.press('Prześlij skan');
  suite.check('the scan waits', await clerk.sees('Skan otrzymano.'));
}

async function photo(suite, clerk, meeting) {
  await clerk.open(`${meeting}/zdjecia`);
  await clerk.attach('Plik JPEG albo PNG', 'zdjęcie.jpg', JPEG);
  await clerk.press('Prześlij zdjęcie');
  suite.check('the photograph is kept', await clerk.sees('Zdjęcie przyjęto.'));
}

/** Gives the first card's link; the ones before have ended. */
async function cards(suite, clerk, meeting) {
  await clerk.open(`${meeting}/karty`);
  await clerk.press('Utwórz karty');
  suite.check('each card has its code', await clerk.page.locator('.link-cards svg').count() >= 8);
  return clerk.read(clerk.page.locator('.link-cards code').first());
}

async function keys(suite, clerk, origin) {
  await clerk.open(`${origin}/konto`);
  await clerk.write('Do czego służy', 'import z obiegu dokumentów');
  await clerk.tick('odczyt wszystkiego');
  await clerk.write('Ważny do', '2027-06-30');
  await clerk.press('Utwórz klucz');
  suite.check('the key is shown once', await clerk.sees('Klucz jest pokazany tylko teraz.'));
}

async function templates(suite, clerk, origin) {
  await clerk.open(`${origin}/ustawienia/wzory`);
  await clerk.write('Nazwa wzoru', 'wzor-wlasny');
  await clerk.attach('Plik wzoru (XML)', 'wzór.xml', Buffer.from(TEMPLATE.replace('</heading>', '')));
  await clerk.press('Sprawdź bez zapisywania');
  suite.check('faults of a template are told', await clerk.sees('Nie zapisano'));
  await clerk.write('Nazwa wzoru', 'wzor-wlasny');
  await clerk.attach('Plik wzoru (XML)', 'wzór.xml', Buffer.from(TEMPLATE));
  await clerk.press('Zapisz wzór');
}

async function accounts(suite, clerk, origin) {
  await clerk.open(`${origin}/konta`);
  await clerk.write('Nazwa konta', 'anna.nowak');
  await clerk.write('Hasło na początek', 'krótkie');
  await clerk.press('Dodaj konto');
  suite.check('a short password is told', await clerk.sees('Nie zapisano'));
  await clerk.write('Hasło na początek', 'bardzo długie hasło');
  await clerk.tick('podgląd');
  await clerk.press('Dodaj konto');
  suite.check('the account is there', await clerk.sees('anna.nowak'));
}

async function refusedForms(suite, clerk, meeting) {
  await clerk.open(`${meeting}/uczestnicy/nowy`);
  await clerk.press('Zapisz');
  suite.check('a participant who is nobody is refused', await clerk.sees('Nie zapisano'));
  await clerk.open(`${meeting}/instytucje/nowa`);
  await clerk.write('Nazwa', LONG);
  await clerk.unfold('NIP, REGON, KRS');
  await clerk.write('NIP', '123');
  await clerk.press('Zapisz');
  suite.check('a NIP that is none is refused', await clerk.sees('Nie zapisano'));
  suite.check('its field is seen', await clerk.field('NIP').isVisible());
}

async function archiveCheck(suite, clerk, origin) {
  await clerk.open(`${origin}/archiwum`);
  await clerk.press('Sprawdź nienaruszalność');
  const isIntact = () => clerk.sees('Nienaruszalność: zgodna.');
  for (let i = 0; i < MOST_SECONDS && !(await isIntact()); i += 1) {
    await clerk.page.waitForTimeout(1000);
    if (!clerk.runsScripts) await clerk.open(clerk.page.url()); // with scripts the page looks again by itself
  }
  suite.check('the archive is intact', await isIntact());
  await clerk.judge(clerk.page);
}

async function unreadable(suite, reader, origin) {
  await reader.open(`${origin}/sprawdz-podpis`);
  await reader.attach('Podpisany plik PDF', 'tekst.pdf', Buffer.from('to nie jest PDF'));
  await reader.press('Sprawdź podpis');
  suite.check('what is no PDF is told', await reader.sees('Tego pliku nie można sprawdzić'));
  await reader.attach('Podpisany plik PDF', 'niepodpisany.pdf', UNSIGNED);
  await reader.press('Sprawdź podpis');
  suite.check('what has no signature is told', await reader.sees('W pliku nie ma podpisu elektronicznego'));
}

/** Fifty partners with names longer than any. */
async function overfull(suite, clerk, origin) {
  const institutions = Array.from({ length: 50 }, (_, i) => ({ id: `i${i}`, name: `${LONG} nr ${i} ${i % 5 ? '' : UNBROKEN}`.trim() }));
  const participants = institutions.map(({ id }, i) => ({
    order: i + 1, institution_ref: id, roles: ['partner'], function: `${i % 3 ? 'Dyrektor' : LONG}`,
    person: { first_name: 'Aleksandra', last_name: UNBROKEN },
  }));
  const file = {
    schema: 'meeting/1', id: 'spotkanie-bardzo-duze', institutions, participants,
    team: { name: `Zespół ${LONG}`, name_gen: `Zespołu ${LONG}` }, project: { title: `${LONG} ${LONG}` },
    meeting: { date: '2026-11-27', title: `${UNBROKEN}${UNBROKEN}` },
  };
  await clerk.open(`${origin}/spotkania/nowe`);
  await clerk.attach('Plik JSON', 'duże.json', Buffer.from(JSON.stringify(file)));
  await clerk.press('Wczytaj plik');
  const path = new URL(clerk.page.url()).pathname;
  suite.check('the large meeting is there', path.includes('bardzo-duze'), await clerk.read(clerk.page.locator('main')));
  await clerk.press('Generuj deklaracje');
  return path;
}
