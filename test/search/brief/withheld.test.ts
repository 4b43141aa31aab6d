import { describe, expect, test } from 'vitest';
import { denialIn, denialOfAll, forbiddenAmong } from '../../../src/search/brief/denials.ts';
import { briefsFrom, partOf } from './briefs.ts';

const LEFT_OUT = 'Left out of proof: must not be used';
const VOICE = { 'context/brand/voice.md': '# Voice\n\nKind.\n' };
const STORY = 'Half the post in twelve weeks, says their head of mail.';

async function briefOf(files: Readonly<Record<string, string>>) {
  return (await briefsFrom({ ...VOICE, ...files }))({ task: 'A post about less mail for offices' });
}

describe('proof that must not be used', () => {
  test.each([
    ['a document that says so first', `# Elmgate\n\nNot released.\n\n## Proof\n\n${STORY}\n`],
    ['a document that says so of itself', `# Elmgate\n\nThis story must not be published.\n\n## Proof\n\n${STORY}\n`],
    [
      'a document with a status',
      `# Elmgate\n\n## Proof\n\n${STORY}\n\n## Status\n\n- Do not publish until they sign.\n`,
    ],
    [
      'a table of standing',
      `# Elmgate\n\n| Field | Value |\n|---|---|\n| Status | not approved yet |\n\n## Proof\n\n${STORY}\n`,
    ],
    ['its title', `# Elmgate (not released)\n\n## Proof\n\n${STORY}\n`],
    ['a draft', `---\nstatus: draft\n---\n# Elmgate\n\n## Proof\n\n${STORY}\n`],
    ['what is no longer in force', `---\nstatus: deprecated\n---\n# Elmgate\n\n## Proof\n\n${STORY}\n`],
    ['a section', `# Elmgate\n\nA customer.\n\n## Proof\n\nInternal only.\n\n${STORY}\n`],
    [
      'a part of a section',
      `# Stories\n\n## Proof\n\nOur list.\n\n### Elmgate\n\n${STORY}\n\n#### Release\n\nNot signed.\n`,
    ],
  ])('is left out and named, with the reason: %s', async (_, text) => {
    const brief = await briefOf({ 'context/messaging/elmgate.md': text });
    expect(brief.text).not.toContain('Half the post');
    expect(partOf(brief, LEFT_OUT)).toMatch(
      /^- [^\n]*Elmgate|^- Proof \[context\/messaging\/elmgate.md#proof\]: Internal only\./,
    );
    expect(partOf(brief, LEFT_OUT)).toContain('[context/messaging/elmgate.md');
  });

  test('is said to be all there is', async () => {
    const brief = await briefOf({
      'context/messaging/a.md': `---\nstatus: draft\n---\n# Elmgate\n\n## Proof\n\n${STORY}\n`,
    });
    expect(partOf(brief, LEFT_OUT)).toBe('- Elmgate [context/messaging/a.md]: draft');
    expect(partOf(brief, 'Not in the library')).toContain(
      '- The library has no proof points or customer stories that may be used.',
    );
  });

  test('gives way to proof that may be used, wherever that is', async () => {
    const brief = await briefOf({
      'context/messaging/a.md': `# Elmgate\n\nNot released.\n\n## Proof\n\n${STORY}\n`,
      'context/notes/b.md':
        '---\ntitle: Proof points\ntags: [proof]\n---\n# Proof points\n\nNine letters in ten arrive.\n',
    });
    expect(partOf(brief, 'Proof')).toContain('> Nine letters in ten arrive.');
    expect(partOf(brief, LEFT_OUT)).toBe('- Elmgate [context/messaging/a.md]: Not released.');
  });

  test('does not take along what stands beside it', async () => {
    const points = [
      '- **Elmgate**, Hull. Half the post. Not released.',
      '- **Rookhope**, Leeds. A third of the post. Released 1 May 2026.',
      '- **P9, internal only.** 60% stay.',
    ];
    const rows =
      '| Who | What | May we |\n|---|---|---|\n| Selby | a tenth | never be named |\n| Thirsk | a fifth | yes |\n';
    const brief = await briefOf({
      'context/messaging/house.md': `# House\n\n## Customer stories\n\nOnly these, as released.\n\n${points.join('\n')}\n\n## Proof in rows\n\n${rows}`,
    });
    expect(partOf(brief, 'Proof')).toMatch(/Rookhope[\s\S]*Thirsk/);
    expect(partOf(brief, 'Proof')).not.toMatch(/Half the post|60% stay|a tenth/);
    expect(partOf(brief, LEFT_OUT).split('\n')).toEqual([
      '- Elmgate [context/messaging/house.md#customer-stories]: Not released.',
      '- P9 [context/messaging/house.md#customer-stories]: P9, internal only.',
      '- Selby [context/messaging/house.md#proof-in-rows]: Selby: a tenth: never be named',
    ]);
  });

  test('is what a rule forbids by its name', async () => {
    const rule =
      '# Legal rules\n\nRook Hope has not signed: no name, no quote.\n\n- Never mention Elmgate.\n- Thirsk is named with its town.\n';
    const brief = await briefOf({
      'context/brand/legal.md': rule,
      'context/messaging/house.md':
        '# House\n\n## Customer stories\n\n- **Elmgate**: half the post.\n- **Thirsk**: a fifth.\n\n### Rook Hope\n\nA third of the post.\n',
    });
    expect(partOf(brief, 'Proof')).toContain('a fifth');
    expect(brief.text).not.toMatch(/half the post|A third of the post/);
    expect(partOf(brief, LEFT_OUT).split('\n').sort()).toEqual([
      '- Elmgate [context/messaging/house.md#customer-stories]: Never mention Elmgate.',
      '- Rook Hope [context/messaging/house.md#rook-hope]: Rook Hope has not signed: no name, no quote.',
    ]);
  });

  test('is not hidden by its being long: the list names a few', async () => {
    const points = Array.from(
      { length: 30 },
      (_, at) => `- **Office ${at}**, ${'far away '.repeat(20)}. Not released.`,
    );
    const { text } = await briefOf({
      'context/messaging/a.md': `# House\n\n## Proof\n\nOur list.\n\n${points.join('\n')}\n`,
    });
    expect(text).toMatch(/- Office 3 .*\n- and 26 more\.$/m);
  });
});

describe('a text says of a thing that it must not be used', () => {
  test.each([
    'Not released.',
    'Hull. Not yet released, says Ann.',
    'Elmgate has not signed the form.',
    'It was never approved by legal.',
    'Not to be named, quoted or hinted at.',
    'Do not publish until May.',
    "Don't quote them.",
    'For internal use only.',
    'Strictly confidential: the rate.',
    'Their figures are under embargo and are embargoed.',
    'The release has expired.',
    '| Elmgate | not released |',
    'Nicht freigegeben.',
  ])('%s', (text) => expect(denialIn(text)).toBeDefined());

  test.each([
    'Released 3 March 2026.',
    'Only these, and only as released.',
    'Speaking at an event is not a release.',
    'Anything that is not released stays here.',
    'No customer who has not signed.',
    'Bakers do not use it every day.',
    'We keep what you tell us confidential, and it shows.',
    'Do not use it in ads.',
    'It does not publish prices.',
    'She never used another.',
  ])('and not by this: %s', (text) => expect(denialIn(text)).toBeUndefined());

  test('and of all that stands with it only when it speaks of that', () => {
    expect(denialOfAll(['Not released.', 'A story.'])).toBe('Not released.');
    expect(denialOfAll(['A story. Not released.'])).toBe('Not released.');
    expect(denialOfAll(['A story. Not released.', 'Another.'])).toBeUndefined();
    expect(denialOfAll(['Elmgate is not released.'])).toBeUndefined();
  });
});

test('a rule forbids a name by an order or as its subject, and not where it leaves a way open', () => {
  const among = forbiddenAmong(['Elmgate', 'Rook Hope']);
  const names = (rule: string): string[] => among(rule).map(({ name }) => name);
  expect(names('Do not quote Elmgate or Rook Hope.')).toEqual(['Elmgate', 'Rook Hope']);
  expect(names('- Rook Hope, the share that stays. It is internal.')).toEqual(['Rook Hope']);
  expect(names('Never mention Elmgate without its town.')).toEqual([]);
  expect(names('We spoke to Elmgate. Not released.')).toEqual([]);
  expect(names('The one figure we publish belongs to Elmgate.')).toEqual([]);
});
