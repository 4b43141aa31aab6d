import { describe, expect, test } from 'vitest';
import type { Ranked } from '../../../src/search/brief/candidate.ts';
import { withDefinitions } from '../../../src/search/brief/named-ids.ts';
import type { Part } from '../../../src/search/brief/part.ts';
import { unitsOf } from '../../../src/search/brief/unit.ts';
import { libraryOf } from '../../library-of.ts';
import { briefsFrom, partOf } from './briefs.ts';

/** The lines that come first when a persona says `persona` and the messages are `messages`. */
function firstFor(persona: string, messages: string): string[] {
  const parts: [Part, string][] = [
    ['reader', `# Mara\n\n${persona}\n`],
    ['proof', messages],
  ];
  const ranked = parts.map(([part, text]) => {
    const units = [...libraryOf({ [`context/notes/${part}.md`]: text }).documents.values()].flatMap(unitsOf);
    const all = units.map(
      (unit): Ranked => ({ unit, part, fit: 1, worth: 1, worthOfBlocks: unit.blocks.map(() => 1) }),
    );
    return [part, all] as const;
  });
  const found = withDefinitions(new Map(ranked), (text) => text.includes('Mara'));
  return [...found.values()]
    .flat()
    .flatMap(({ unit, first }) => [...(first ?? [])].map((at) => unit.blocks[at]?.lines.join(' ') ?? ''));
}

describe('an id that is named for the reader brings along what defines it', () => {
  test.each([
    [
      'a line that begins with it in bold',
      '- **P2, shelves.** 4 to 2.\n- **P20.** Other.',
      '- **P2, shelves.** 4 to 2.',
    ],
    ['bold text that is just the id', '**P2** 4 to 2.', '**P2** 4 to 2.'],
    ['a row', '| Id | Says |\n|---|---|\n| P1 | a |\n| `P2` | 4 to 2 |', '| `P2` | 4 to 2 |'],
    ['a heading', '## P2: shelves\n\n4 to 2.\n\n## P21\n\nOther.', '4 to 2.'],
  ])('in %s', (_, messages, line) => {
    expect(firstFor('Believes P2.', `# Register\n\n${messages}\n`)).toEqual([line]);
  });

  test('in a row for the reader', () => {
    const table = '| Reader | Proof |\n|---|---|\n| Mara | P2 |\n| Tom | P3 |';
    expect(firstFor('Kind.', `# Register\n\n- **P2** 4 to 2.\n- **P3** Other.\n\n${table}\n`)).toEqual([
      '- **P2** 4 to 2.',
    ]);
  });

  test('and nothing when it is named elsewhere, or defined nowhere', () => {
    expect(firstFor('Kind.', '# Register\n\n- **P2** 4 to 2.\n\nSee P2.\n')).toEqual([]);
    expect(firstFor('Believes P9 and XP2 and P2-b.', '# Register\n\n- **P2** 4 to 2.\n')).toEqual([]);
  });
});

test('a brief with little room has what is named for the reader, before what is like the task', async () => {
  const points = Array.from(
    { length: 30 },
    (_, at) => `- **P${at}** Parcels arrive ${at} hours sooner, as a post on parcels says.`,
  );
  const briefs = await briefsFrom({
    'context/personas/mara.md': '# Mara\n\nShe believes P77.\n',
    'context/messaging/house.md': `# House\n\n## Proof points\n\n${points.join('\n')}\n- **P77** Nine of ten stay.\n`,
  });
  const brief = await briefs({ task: 'A post on parcels that arrive sooner', persona: 'Mara', maxChars: 2_000 });
  expect(partOf(brief, 'Proof')).toContain('**P77** Nine of ten stay.');
});
