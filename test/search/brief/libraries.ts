import fc from 'fast-check';

/** A made-up library in which every sentence is different and knows its file. */
export interface MadeLibrary {
  readonly files: Readonly<Record<string, string>>;
  /** Every sentence of every file, without its full stop. */
  readonly sentences: readonly string[];
}

const FOLDERS = ['brand', 'personas', 'messaging', 'learnings', 'workflows', 'wins', 'notes'] as const;
const NAMES = [
  'voice',
  'words to avoid',
  'legal claims',
  'proof points',
  'Mara the buyer',
  'newsletter',
  'pricing',
  'house',
];
const HEADINGS = ['Rules', 'Never', 'What worries her', 'Proof points', 'What we learnt', 'Tone by channel', 'More'];
const WORDS = [
  'bread',
  'email',
  'trust',
  'price',
  'launch',
  'claim',
  'owner',
  'figure',
  'shelf',
  'tone',
  'evening',
  'van',
];

type Shape = 'paragraph' | 'list' | 'table' | 'code';

interface MadeSection {
  readonly heading: string;
  readonly level: number;
  readonly blocks: readonly { readonly shape: Shape; readonly words: readonly (readonly string[])[] }[];
}

const block = fc.record({
  shape: fc.constantFrom<Shape>('paragraph', 'paragraph', 'list', 'table', 'code'),
  words: fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 30 }), { minLength: 1, maxLength: 7 }),
});
const section = fc.record({
  heading: fc.constantFrom(...HEADINGS),
  level: fc.integer({ min: 2, max: 4 }),
  blocks: fc.array(block, { maxLength: 4 }),
});
const file = fc.record({
  folder: fc.constantFrom(...FOLDERS),
  name: fc.constantFrom(...NAMES),
  status: fc.constantFrom('approved', 'approved', 'approved', 'draft', 'deprecated'),
  channel: fc.constantFrom('', 'email', 'LinkedIn'),
  sections: fc.array(section, { minLength: 1, maxLength: 7 }),
});

export const madeLibrary: fc.Arbitrary<MadeLibrary> = fc.array(file, { maxLength: 14 }).map((made) => {
  const files: Record<string, string> = {};
  const sentences: string[] = [];
  for (const [at, { folder, name, status, channel, sections }] of made.entries()) {
    const say = (words: readonly string[]): string => {
      const sentence = `Sentence ${sentences.length} of file ${at} says ${words.join(' ')}`;
      sentences.push(sentence);
      return `${sentence}.`;
    };
    const front = [
      '---',
      `title: ${name} ${at}`,
      `status: ${status}`,
      ...(channel === '' ? [] : [`channel: ${channel}`]),
      '---',
    ];
    const text = [...front, `# ${name} ${at}`, '', ...sections.flatMap((one) => linesOf(one, say))];
    files[`context/${folder}/${name.replaceAll(' ', '-')}-${at}.md`] = text.join('\n');
  }
  return { files, sentences };
});

function linesOf({ heading, level, blocks }: MadeSection, say: (words: readonly string[]) => string): string[] {
  const lines = blocks.flatMap(({ shape, words }) => linesOfBlock(shape, words.map(say)));
  return [`${'#'.repeat(level)} ${heading}`, '', ...lines];
}

function linesOfBlock(shape: Shape, said: readonly string[]): string[] {
  switch (shape) {
    case 'paragraph':
      return [said.join(' '), ''];
    case 'list':
      return [...said.map((sentence) => `- ${sentence}`), ''];
    case 'table':
      return ['| Say | Because |', '|---|---|', ...said.map((sentence) => `| ${sentence} | it is so |`), ''];
    case 'code':
      return ['```', ...said, '```', ''];
  }
}
