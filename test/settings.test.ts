import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../src/settings.ts';

const read = (text: string, last = DEFAULT_SETTINGS) => readSettings(text, last);
const faultsOf = (text: string): unknown[] =>
  read(text).diagnostics.map(({ line, message, hint }) => [line, message, hint]);

/** What keeps documents from being served. */
const EXCLUDING = { include: ['context'], ignore: ['context/archive/**'] };
const NARROW: Settings = { ...DEFAULT_SETTINGS, ...EXCLUDING, name: 'Acme', sharing: 'off' };

describe('team-context.yaml', () => {
  test('sets everything that it may set', () => {
    const text = [
      'name: Acme marketing',
      'about: B2B payroll software',
      'glossary:',
      '  - [ICP, ideal customer profile]',
      '  - CTA, call to action',
      'include: context, prompts',
      'ignore: ["context/archive/**"]',
      'sharing: off',
      'journal: shared',
    ].join('\n');
    expect(read(text)).toEqual({
      settings: {
        name: 'Acme marketing',
        about: 'B2B payroll software',
        glossary: [
          ['ICP', 'ideal customer profile'],
          ['CTA', 'call to action'],
        ],
        include: ['context', 'prompts'],
        ignore: ['context/archive/**'],
        sharing: 'off',
        journal: { where: 'shared', queries: true, ranking: true, keepDays: 400 },
      },
      diagnostics: [],
    });
  });

  test('says of the journal where it is kept in a word, or more in lines', () => {
    const journalOf = (text: string): unknown => read(`journal: ${text}`).settings.journal;
    const usual = DEFAULT_SETTINGS.journal;
    expect(journalOf('off')).toEqual({ ...usual, where: 'off' });
    for (const off of ['false', 'no', 'Off', '"OFF"', 'none'])
      expect(journalOf(off), off).toEqual({ ...usual, where: 'off' });
    for (const on of ['on', 'yes', 'true', 'Local']) expect(journalOf(on), on).toEqual(usual);
    expect(journalOf('{ queries: No }')).toEqual({ ...usual, queries: false });
    expect(journalOf('{ queries: off }')).toEqual({ ...usual, queries: false });
    expect(journalOf('{ where: shared, ranking: false, keep_days: 90 }')).toEqual({
      ...usual,
      where: 'shared',
      ranking: false,
      keepDays: 90,
    });
  });

  test('keeps the last good value of a journal that cannot be used as it stands', () => {
    const last = {
      ...DEFAULT_SETTINGS,
      journal: { ...DEFAULT_SETTINGS.journal, where: 'shared' as const, queries: false },
    };
    for (const wrong of ['{ where: here }', '{ wher: shared }', '[off]', '7']) {
      expect(read(`journal: ${wrong}`, last).settings.journal, wrong).toEqual(last.journal);
      expect(faultsOf(`journal: ${wrong}`)).toHaveLength(1);
    }
  });

  test('records and shares nothing while nobody knows whether that is wanted', () => {
    for (const wrong of ['journal: nowhere', 'journal: [off]', 'jurnal: shared', 'journal:\n  where: here\n'])
      expect(read(wrong).settings.journal.where, wrong).toBe('off');
    for (const wrong of ['sharing: perhaps', 'sharring: off']) expect(read(wrong).settings.sharing, wrong).toBe('off');
    for (const broken of ['name: "Acme\nabout: x', 'just a sentence'])
      expect(read(broken).settings).toMatchObject({ sharing: 'off', journal: { where: 'off' } });
    expect(read('sharing: No').settings.sharing).toBe('off');
  });

  test('judges the lines of the journal one by one, and keeps no words when one of them is wrong', () => {
    const text = 'journal:\n  where: shared\n  querys: on\n  keep_days: 5000\n';
    expect(read(text).settings.journal).toEqual({ where: 'shared', queries: false, ranking: true, keepDays: 400 });
    expect(faultsOf(text)).toEqual([
      [3, 'There is no line "querys".', 'Did you mean "queries"?'],
      [4, 'The line "keep_days" cannot be used as it stands.', expect.stringContaining('from 1 to 3650')],
    ]);
  });

  test('may be empty', () => {
    expect(read('')).toEqual({ settings: DEFAULT_SETTINGS, diagnostics: [] });
    expect(read('# only a comment\n').settings).toEqual(DEFAULT_SETTINGS);
  });

  test("says in its editor's words what is wrong, and the other settings hold", () => {
    const text = 'name: Acme\nsharing: maybe\nglosary: []\nglossary: 7\n';
    expect(read(text).settings).toEqual({ ...DEFAULT_SETTINGS, name: 'Acme', sharing: 'off' });
    expect(faultsOf(text)).toEqual([
      [2, 'The setting "sharing" cannot be used as it stands.', 'Write "on", "off" or "direct".'],
      [3, 'There is no setting "glosary".', 'Did you mean "glossary"?'],
      [4, 'The setting "glossary" cannot be used as it stands.', expect.stringContaining('a list of lists')],
    ]);
  });

  test('that cannot be read keeps all the last good settings', () => {
    for (const text of ['name: "Acme\nabout: x', 'just a sentence', '- a\n- b']) {
      expect(read(text, NARROW).settings).toBe(NARROW);
      expect(faultsOf(text)).toHaveLength(1);
    }
  });

  test('keeps the last good value of what is wrong in it, and only of that', () => {
    const { settings } = read('ignore: { archive: yes }\ninclude: {}\nsharing: maybe\nabout: New', NARROW);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, ...EXCLUDING, about: 'New', sharing: 'off' });
    expect(read('name: Acme', NARROW).settings).toEqual({ ...DEFAULT_SETTINGS, name: 'Acme' });
  });

  test('keeps the last good value of a setting whose name is misspelt, unless it is given as well', () => {
    expect(read('ignor: []', NARROW).settings).toEqual({ ...DEFAULT_SETTINGS, ignore: NARROW.ignore });
    expect(read('ignor: []\nignore: [drafts]', NARROW).settings.ignore).toEqual(['drafts']);
    expect(read('ignore: [drafts]\nignor: []', NARROW).settings.ignore).toEqual(['drafts']);
    expect(read('includ: []', DEFAULT_SETTINGS).settings).toStrictEqual(DEFAULT_SETTINGS);
  });
});
