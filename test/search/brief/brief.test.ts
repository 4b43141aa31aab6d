import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookUp } from '../../../src/library/find.ts';
import { BRIEF_CHARS } from '../../../src/search/brief/brief.ts';
import { manyFiles } from '../../folders.ts';
import { libraryOf } from '../../library-of.ts';
import { briefsFrom, partOf, sourcesOf } from './briefs.ts';
import { madeLibrary } from './libraries.ts';

const VOICE =
  '---\ntitle: Voice and tone\n---\n# Voice and tone\n\nWe sound like a kind neighbour.\n\n## Rules\n\n- Short words.\n';
/** Whose titles and channels are as long as they come. */
const LONG_TITLES = Object.fromEntries(
  ['personas', 'learnings', 'workflows', 'brand'].flatMap((folder) =>
    [1, 2, 3].map((at) => [
      `context/${folder}/${'long-'.repeat(20)}${at}.md`,
      `---\ntitle: ${`${folder} bread launch email `.repeat(8)}${at}\nchannel: ${'a long channel '.repeat(12)}${at}\n---\n## ${'Heading '.repeat(25)}\n\nBread for Mara.\n`,
    ]),
  ),
);

const chars = fc.integer({ min: BRIEF_CHARS.least, max: BRIEF_CHARS.most });
const task = fc.constantFrom(
  'Launch email about bread for Mara',
  'LinkedIn post on trust',
  'a claim about the price',
  '!?',
);

describe('whatever the library and the room, a brief', () => {
  test('is never longer than asked, and the same for the same question', async () => {
    await fc.assert(
      fc.asyncProperty(madeLibrary, task, chars, async ({ files }, asked, maxChars) => {
        const briefs = await briefsFrom(files);
        const brief = await briefs({ task: asked, maxChars });
        expect(brief.text.length).toBeLessThanOrEqual(maxChars);
        expect(await briefs({ task: asked, maxChars })).toEqual(brief);
        expect(
          await (await briefsFrom(Object.fromEntries(Object.entries(files).reverse())))({ task: asked, maxChars }),
        ).toEqual(brief);
      }),
      { numRuns: 15 },
    );
  });

  test('is never longer than asked, whatever stands above and below the quotations', async () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'mail ', '\u202E', '\n', 'é', '𝒳'), maxLength: 200 });
    const name = fc.oneof(words, fc.constantFrom('Mara', 'email', 'TikTok', 'x'.repeat(200)));
    const notices = fc.array(fc.constantFrom('Read it again later.', 'n'.repeat(400), 'o '.repeat(4_000)), {
      maxLength: 4,
    });
    const request = fc.record({ task, persona: name, channel: name, notices });
    const room = fc.oneof(fc.constant(BRIEF_CHARS.least), fc.integer({ min: BRIEF_CHARS.least, max: 4_000 }));
    await fc.assert(
      fc.asyncProperty(madeLibrary, request, room, async ({ files }, asked, maxChars) => {
        const briefs = await briefsFrom({ ...files, ...LONG_TITLES });
        expect((await briefs({ ...asked, maxChars })).text.length).toBeLessThanOrEqual(maxChars);
      }),
      { numRuns: 20 },
    );
  });

  test('quotes whole sentences, each once, below a source that can be fetched', async () => {
    await fc.assert(
      fc.asyncProperty(madeLibrary, task, chars, async ({ files, sentences }, asked, maxChars) => {
        const brief = await (await briefsFrom(files))({ task: asked, maxChars });
        const known = new Set(sentences);
        const quoted = brief.text.split('\n').filter((line) => line.startsWith('> '));
        const said = quoted.flatMap((line) => line.match(/Sentence \d+ [^.…|]*/g) ?? []);
        expect(said.filter((sentence) => !known.has(sentence))).toEqual([]);
        expect(new Set(said).size).toBe(said.length);
        const rest = quoted.map((line) => line.replace(/Sentence \d+ [^.…|]*\./g, ''));
        expect(rest.filter((line) => /Sentence|says/.test(line))).toEqual([]);
        expect(sourcesOf(brief)).toEqual([...new Set(sourcesOf(brief))]);
        expect([...sourcesOf(brief)].sort()).toEqual([...brief.shown].sort());
        expectAllFound(files, brief.shown);
      }),
      { numRuns: 15 },
    );
  });

  test('names what it left out, and shows it when there is room', async () => {
    await fc.assert(
      fc.asyncProperty(madeLibrary, task, async ({ files }, asked) => {
        const briefs = await briefsFrom(files);
        const small = await briefs({ task: asked, maxChars: 2_000 });
        const large = await briefs({ task: asked, maxChars: 400_000 });
        expect(large.leftOut).toEqual([]);
        expect(small.leftOut.filter((id) => small.shown.includes(id))).toEqual([]);
        expect([...small.shown, ...small.leftOut].sort()).toEqual([...large.shown].sort());
        expectAllFound(files, small.leftOut);
        expect(small.text.includes('## Left out for length')).toBe(small.leftOut.length > 0);
      }),
      { numRuns: 15 },
    );
  });
});

function expectAllFound(files: Readonly<Record<string, string>>, ids: readonly string[]): void {
  const snapshot = libraryOf(files);
  const lost = ids.filter((id) => {
    const [path = '', anchor = ''] = id.split('#');
    return lookUp(snapshot, path, anchor).type !== 'found';
  });
  expect(lost).toEqual([]);
}

test('a library without documents gives a brief that says so', async () => {
  const { text } = await (await briefsFrom({}))({ task: 'a launch email', persona: 'Maggie', channel: 'email' });
  expect(text).toContain('- The library has no documents yet.');
  expect(text).not.toContain('## Voice');
});

test('a library of one document is enough for what it has, and the rest is said to be missing', async () => {
  const brief = await (await briefsFrom({ 'context/brand/voice.md': VOICE }))({ task: 'a launch email' });
  expect(partOf(brief, 'Voice')).toBe(
    '[context/brand/voice.md] Voice and tone\n> We sound like a kind neighbour.\n[context/brand/voice.md#rules]\n> - Short words.',
  );
  expect(partOf(brief, 'Not in the library').split('\n')).toEqual([
    '- The library has no list of words to use or avoid.',
    '- The library has no messaging or positioning.',
    '- The library has no proof points or customer stories.',
    '- The library has no legal rules or rules on claims.',
    '- The library has no personas.',
    '- The library has no learning on the channel "email".',
    '- The library has no prompt or workflow for this job.',
  ]);
});

test('two thousand documents do not drown the few that matter', async () => {
  const briefs = await briefsFrom({ ...manyFiles(2_000), 'context/brand/voice.md': VOICE });
  const brief = await briefs({ task: 'a note on note 0007' });
  expect(brief.shown.slice(0, 2)).toEqual(['context/brand/voice.md', 'context/brand/voice.md#rules']);
  expect(brief.text.length).toBeLessThanOrEqual(BRIEF_CHARS.usual);
});

test('a text that stands in two documents is shown once', async () => {
  const rule =
    'Every figure comes from the register, word for word, and its base stands beside it in the same sentence.';
  const brief = await (
    await briefsFrom({
      'context/brand/legal.md': `# Legal and claims\n\n## Figures\n\n${rule}\n`,
      'context/brand/claims.md': `# Claims rules\n\n## Figures in ads\n\n${rule} Ask Ruth.\n\n## Names\n\nNo names.\n`,
    })
  )({ task: 'an ad with a figure' });
  expect(brief.text.split(rule).length - 1).toBe(1);
  expect(brief.text).toContain('> No names.');
});

test('a heading and the sections below it are never given twice', async () => {
  const body =
    '# Voice\n\nOpening.\n\n## Rules\n\nAbove.\n\n### First rule\n\nBe brief.\n\n### Second rule\n\nBe kind.\n';
  const { text } = await (await briefsFrom({ 'context/brand/voice.md': body }))({ task: 'a post' });
  for (const sentence of ['Opening.', 'Above.', 'Be brief.', 'Be kind.'])
    expect(text.split(sentence).length - 1).toBe(1);
});

test('a paragraph that is too long for its room is cut behind a sentence, and its source reads on', async () => {
  const sentences = Array.from({ length: 60 }, (_, at) => `Rule ${at} is that we say what we mean in plain words.`);
  const briefs = await briefsFrom({ 'context/brand/voice.md': `# Voice\n\n## Rules\n\n${sentences.join(' ')}\n` });
  const lines = partOf(await briefs({ task: 'a post', maxChars: 2_000 }), 'Voice').split('\n');
  expect(lines[0]).toBe('[context/brand/voice.md#rules] Voice');
  expect(lines[1]).toMatch(/^> Rule 0 is .* in plain words\. …$/);
  expect(lines).toHaveLength(2);
});
