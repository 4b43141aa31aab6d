import { describe, expect, test } from 'vitest';
import { BUILT_INS } from '../../src/library/built-in-names.ts';
import type { Snapshot } from '../../src/library/snapshot.ts';
import { builtInsOf } from '../../src/prompts/built-ins.ts';
import { listBuiltIns, listPrompts } from '../../src/prompts/listing.ts';
import { type PreparedPrompt, preparePrompt } from '../../src/prompts/run.ts';
import { libraryOf } from '../library-of.ts';

const EMPTY = libraryOf({});
const TODAY = '2026-11-22';

const prepared = (library: Snapshot, name: string, given: Record<string, string> = {}): PreparedPrompt =>
  preparePrompt(library, { name, arguments: given, today: TODAY });

function textOf(name: string, supplied: Record<string, string>, given: Record<string, string> = {}): string {
  const prompt = prepared(EMPTY, name, given).render(new Map(Object.entries(supplied)));
  expect(prompt.uses).toEqual([]);
  expect(prompt.notes).toEqual([]);
  return prompt.messages.map(({ text }) => text).join('\n');
}

describe('the prompts that come with the program', () => {
  test('are in every library, and say that they are built in', () => {
    expect(listBuiltIns(EMPTY).map(({ name, title }) => [name, title])).toEqual([
      ['start-here', 'Start here (built in)'],
      ['share-how-i-did-this', 'Share how I did this (built in)'],
      ['ai-win', 'AI win (built in)'],
      ['ai-win-of-the-week', 'AI win of the week (built in)'],
    ]);
    expect(listPrompts(EMPTY)).toEqual([]);
  });

  test('need no argument, describe themselves, and are found by name and title', () => {
    for (const { description, arguments: fields } of listBuiltIns(EMPTY)) {
      expect(description).not.toBe('');
      expect(fields.filter(({ required }) => required)).toEqual([]);
    }
    expect(prepared(EMPTY, 'AI win').builtIn).toBe('ai-win');
    expect(prepared(EMPTY, 'Start_Here').builtIn).toBe('start-here');
  });

  test("give way to a prompt of the team's that has the name", () => {
    const library = libraryOf({ 'prompts/ai-win.md': '# Our win\n\nTell us.\n' });
    expect(listBuiltIns(library).map(({ name }) => name)).toEqual(BUILT_INS.filter((name) => name !== 'ai-win'));
    expect(prepared(library, 'ai-win').builtIn).toBeUndefined();
    expect(prepared(library, 'ai-win').render().messages[0]?.text).toContain('Tell us.');
  });

  test('stay where a prompt with such a name waits in the inbox', () => {
    const library = libraryOf({ 'inbox/ai-win.prompt.md': 'x' });
    expect(listBuiltIns(library)).toHaveLength(BUILT_INS.length);
  });

  test('leave no placeholder and no block behind, whatever is supplied and given', () => {
    for (const [name, document] of builtInsOf(EMPTY)) {
      const names = document.prompt?.arguments.map((argument) => argument.name) ?? [];
      for (const filled of ['', 'something']) {
        const supplied = { saving: filled, digest: filled, chosen: filled, how_chosen: filled };
        const given =
          filled === ''
            ? {}
            : Object.fromEntries(
                names.filter((each) => each !== 'since' && each !== 'minutes').map((each) => [each, filled]),
              );
        expect(textOf(name, supplied, given), name).not.toMatch(/\{\{|\}\}/);
      }
    }
  });
});

describe('"Share how I did this"', () => {
  test('asks for the messy truth in the order in which it is saved, and leads to the tool', () => {
    const text = textOf('share-how-i-did-this', { saving: 'yes' });
    const asked = [
      'The task',
      'The context',
      'The prompts, in order',
      'not to do',
      'fix by hand',
      'learned',
      'Minutes',
    ];
    const places = asked.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text).toContain('Do not polish');
    expect(text).toContain('share_workflow');
  });

  test('shows the text to be saved by hand where nothing may be written', () => {
    const text = textOf('share-how-i-did-this', { saving: '' });
    expect(text).not.toContain('share_workflow');
    expect(text).toContain('"inbox"');
  });
});

test('"AI win" asks three questions', () => {
  const text = textOf('ai-win', { saving: 'yes' }, { win: 'The newsletter took an hour less.' });
  expect(text.match(/^\d\. \*\*/gm)).toEqual(['1. **', '2. **', '3. **']);
  expect(text).toContain('The newsletter took an hour less.');
  expect(text).toContain('log_win');
});

test('"AI win of the week" makes an agenda of so many minutes of the digest, in which nothing is a placeholder', () => {
  const text = textOf('ai-win-of-the-week', { digest: '## Wins\n\n- {{ today }} saved' }, { minutes: '25' });
  expect(text).toContain('The meeting has 25 minutes.');
  expect(text).toContain('- {{ today }} saved');
  expect(text).not.toContain('Showing theirs');
});
