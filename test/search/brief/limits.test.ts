import { describe, expect, test } from 'vitest';
import type { Ranked } from '../../../src/search/brief/candidate.ts';
import { readMeant, withLimits } from '../../../src/search/brief/limits.ts';
import type { Part } from '../../../src/search/brief/part.ts';
import { unitsOf } from '../../../src/search/brief/unit.ts';
import { libraryOf } from '../../library-of.ts';

const RULES = {
  'context/brand/claims.md':
    '---\ntitle: Claims\n---\n## Rivals in public\n\nNo rival by name in posts.\n\n## Bills and fees\n\nNever convert a fee.\n\n## Where we stay\n\nIn our town.\n',
  'context/brand/voice.md':
    '---\ntitle: Voice\n---\n## How we sound\n\nKind.\n\n## When not to be funny\n\nBroken parcels. Somebody leaving. Late deliveries and their long, long explanations in public.\n',
  'context/messaging/others.md':
    '---\ntitle: Rival notes\ntags: [rival]\n---\n## Acme Post\n\nThey carry letters.\n\n## Fellside\n\nThey carry crates.\n',
};

/** The lines that come before all others for a task. */
function firstFor(task: string, files: Readonly<Record<string, string>> = RULES): string[] {
  const all = [...libraryOf(files).documents.values()].flatMap(unitsOf).map((unit): Ranked => {
    const part: Part = 'rules';
    return { unit, part, fit: 1, worth: 1, worthOfBlocks: unit.blocks.map(() => 1) };
  });
  const ranked =
    withLimits(
      new Map([['rules', all]]),
      readMeant(task, all, () => 1),
    ).get('rules') ?? [];
  return ranked.flatMap(({ unit, first }) => [...(first ?? [])].map((at) => unit.blocks[at]?.lines.join(' ') ?? ''));
}

describe('what forbids or limits something comes first', () => {
  test('when the task names one of the things, by what the library says that it is', () => {
    expect(firstFor('A tweet about Acme Post')).toEqual(['No rival by name in posts.']);
    expect(firstFor('A tweet about letters')).toEqual([]);
  });

  test('when the heading above it is what the task speaks of', () => {
    expect(firstFor('Explain the fees')).toEqual(['Never convert a fee.']);
    expect(firstFor('Explain the rival fees of Acme Post')).toEqual([
      'No rival by name in posts.',
      'Never convert a fee.',
    ]);
  });

  test('in a list below a heading that says when not', () => {
    expect(firstFor('An answer about broken vans')).toEqual([
      'Broken parcels. Somebody leaving. Late deliveries and their long, long explanations in public.',
    ]);
    expect(firstFor('An answer about explanations')).toEqual([]);
  });

  test('and few of them', () => {
    const many = Array.from({ length: 20 }, (_, at) => `## Fees ${at}\n\nNever round fee ${at}.\n`).join('\n');
    expect(firstFor('Explain the fees', { 'context/brand/fees.md': `# Claims\n\n${many}` })).toHaveLength(3);
  });
});
