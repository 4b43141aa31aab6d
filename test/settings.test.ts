import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from '../src/settings.ts';

const faultsOf = (text: string): unknown[] =>
  readSettings(text).diagnostics.map(({ line, message, hint }) => [line, message, hint]);

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
    expect(readSettings(text)).toEqual({
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
        journal: 'shared',
      },
      diagnostics: [],
    });
  });

  test('may be empty', () => {
    expect(readSettings('')).toEqual({ settings: DEFAULT_SETTINGS, diagnostics: [] });
    expect(readSettings('# only a comment\n').settings).toEqual(DEFAULT_SETTINGS);
  });

  test("says in its editor's words what is wrong, and the other settings hold", () => {
    const text = 'name: Acme\nsharing: maybe\nglosary: []\nglossary: 7\n';
    expect(readSettings(text).settings).toEqual({ ...DEFAULT_SETTINGS, name: 'Acme' });
    expect(faultsOf(text)).toEqual([
      [2, 'The setting "sharing" cannot be used as it stands.', 'Write "on" or "off".'],
      [3, 'There is no setting "glosary".', 'Did you mean "glossary"?'],
      [4, 'The setting "glossary" cannot be used as it stands.', expect.stringContaining('a list of lists')],
    ]);
  });

  test('that cannot be read gives no settings, so that the last good ones stay', () => {
    expect(readSettings('name: "Acme\nabout: x').settings).toBeUndefined();
    expect(readSettings('just a sentence').settings).toBeUndefined();
    expect(faultsOf('just a sentence')).toHaveLength(1);
  });
});
