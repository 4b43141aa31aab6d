import { expect, test } from 'vitest';
import { selectPrompts } from '../../src/importing/recognise.ts';

const select = (...paths: string[]) => selectPrompts(paths, { isNamed: false });
const formatsOf = (...paths: string[]) => select(...paths).candidates.map(({ path, format }) => [path, format.name]);

test('a file is known by what it is', () => {
  expect(
    formatsOf(
      'a/x.prompt.md',
      'a/x.prompt',
      'a/x.prompty',
      'a/x.prompt.yml',
      'a/x.csv',
      'a/commands/b/x.md',
      'a/s/SKILL.md',
      'a/p/system.md',
    ),
  ).toEqual([
    ['a/x.prompt.md', 'VS Code prompt'],
    ['a/x.prompt', 'dotprompt'],
    ['a/x.prompty', 'prompty'],
    ['a/x.prompt.yml', 'GitHub prompt'],
    ['a/x.csv', 'table of prompts'],
    ['a/commands/b/x.md', 'command'],
    ['a/s/SKILL.md', 'skill'],
    ['a/p/system.md', 'fabric pattern'],
  ]);
});

test('what lies in the folder of a skill belongs to it, and what lies beside a pattern to that', () => {
  const { candidates, others } = select(
    's/SKILL.md',
    's/a.md',
    's/more/b.prompt.md',
    'p/system.md',
    'p/user.md',
    'p/README.md',
    'c/d.md',
  );
  expect(candidates.map(({ path, continuation, beside }) => ({ path, continuation, beside }))).toEqual([
    { path: 's/SKILL.md', continuation: undefined, beside: ['a.md', 'more/b.prompt.md'] },
    { path: 'p/system.md', continuation: 'p/user.md', beside: ['README.md'] },
  ]);
  expect(others).toEqual(['c/d.md']);
});

test('plain text is a prompt where nothing else is, in a folder of prompts, and where it was named', () => {
  expect(formatsOf('a/x.md', 'a/y.txt', 'a/README.md', 'a/z.png')).toEqual([
    ['a/x.md', 'plain text'],
    ['a/y.txt', 'plain text'],
  ]);
  expect(formatsOf('a/x.prompt', 'a/y.md', 'a/prompts/z.md').map(([path]) => path)).toEqual([
    'a/x.prompt',
    'a/prompts/z.md',
  ]);
  expect(selectPrompts(['a/README.md'], { isNamed: true }).candidates).toHaveLength(1);
});
