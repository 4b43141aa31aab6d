import { beforeAll, describe, expect, test } from 'vitest';
import { type Briefs, briefsFrom, partOf } from './briefs.ts';

const LIBRARY = {
  'context/personas/owner.md':
    '---\ntitle: Maggie, owner-baker\nrole: Head baker\naliases: [single shop owner]\n---\n# Maggie, owner-baker\n\n## What worries her\n\nTrays.\n',
  'context/personas/manager.md':
    '---\ntitle: Callum, operations manager\naliases: [ops manager, area manager]\n---\n# Callum\n\n## What worries him\n\nBeing the last to know.\n',
  'context/personas/accountant.md':
    '---\ntitle: Rafael, finance partner\naliases: [CFO]\nstatus: draft\n---\n# Rafael\n\nA margin he does not believe.\n',
  'context/messaging/house.md':
    '# Messaging house\n\n## Proof points\n\n| Reader | Proof |\n|---|---|\n| Maggie | Fewer trays. |\n| Callum | Fewer calls. |\n',
};

const MAGGIE = 'context/personas/owner.md#what-worries-her';
const CALLUM = 'context/personas/manager.md#what-worries-him';

let briefs: Briefs;
beforeAll(async () => {
  briefs = await briefsFrom(LIBRARY);
});

describe('the reader is found', () => {
  test.each([
    ['title', 'Callum, operations manager'],
    ['first name', 'callum'],
    ['alias', 'Area Manager'],
    ['alias in the plural', 'area managers'],
    ['beginning', 'Call'],
    ['file name', 'manager'],
    ['id', 'context/personas/manager.md'],
    ['name in a sentence', 'people like Callum'],
  ])('by %s', async (_, persona) => {
    const { shown, text } = await briefs({ task: 'a post', persona });
    expect(shown).toContain(CALLUM);
    expect(shown).not.toContain(MAGGIE);
    expect(text).toContain('Reader: Callum, operations manager.');
  });

  test('when the name is misspelt, and the brief says for whom it was taken', async () => {
    const { shown, text } = await briefs({ task: 'a post', persona: 'Kallum' });
    expect(shown).toContain(CALLUM);
    expect(text).toContain('There is no persona "Kallum"; it was taken for "Callum, operations manager".');
  });

  test('in the task, two of them too', async () => {
    const { shown, text } = await briefs({ task: 'a page for Maggie and for ops managers' });
    expect(shown).toEqual(expect.arrayContaining([MAGGIE, CALLUM]));
    expect(text).toContain('Reader: Maggie, owner-baker and Callum, operations manager.');
  });

  test('although the persona is a draft when nobody else is meant, and the brief says so', async () => {
    const { text } = await briefs({ task: 'an email to the CFO' });
    expect(partOf({ text, shown: [], leftOut: [] }, 'The reader')).toBe(
      '[context/personas/accountant.md] Rafael, finance partner (draft)\n> A margin he does not believe.',
    );
  });
});

describe('without a reader', () => {
  test('the brief is built all the same, and names those to choose from', async () => {
    const { text, shown } = await briefs({ task: 'a post about trays', persona: 'Investor' });
    expect(text).toContain(
      'The library has no persona "Investor". The personas to choose from are: "Callum, operations manager", "Maggie, owner-baker".',
    );
    expect(shown).toContain('context/messaging/house.md#proof-points');
    expect(text).not.toContain('## The reader');
  });

  test('a short name is not taken for another one', async () => {
    const { text } = await briefs({ task: 'a post', persona: 'CEO' });
    expect(text).toContain('The library has no persona "CEO".');
  });

  test('a task that names none says who there is', async () => {
    const { text } = await briefs({ task: 'a post' });
    expect(text).toContain('No reader was named. The personas to choose from are:');
  });

  test('a library without personas says that it has none', async () => {
    const { text } = await (await briefsFrom({ 'context/brand/voice.md': '# Voice\n\nKind.\n' }))({
      task: 'a post',
      persona: 'Maggie',
    });
    expect(text).toContain('- The library has no personas.');
  });
});

test('of a table with rows for several readers only the row of the reader is given', async () => {
  const brief = await briefs({ task: 'a post', persona: 'Maggie' });
  expect(partOf(brief, 'Proof')).toContain('> | Maggie | Fewer trays. |');
  expect(partOf(brief, 'Proof')).not.toContain('Callum');
});

test('several personas in one document are told apart by their parts', async () => {
  const parts = ['Solo Sam', 'Marketer Maya'].map(
    (name, at) =>
      `## Persona ${at + 1}: ${name}\n\n### Goals\n\n${name} wants time.\n\n### Pain points\n\n${name} has none.\n`,
  );
  const library = await briefsFrom({
    'brand/buyer-personas.md': `# Buyer personas\n\nTwo of them.\n\n${parts.join('\n')}`,
  });
  const { text } = await library({ task: 'a landing page for Solo Sam' });
  expect(text).toContain('> Solo Sam wants time.');
  expect(text).not.toContain('Maya');
});
