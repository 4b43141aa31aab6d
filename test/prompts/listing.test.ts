import { describe, expect, test } from 'vitest';
import { findPrompt, listPrompts } from '../../src/prompts/listing.ts';
import { Refusal } from '../../src/refusal.ts';
import { libraryOf } from '../library-of.ts';
import { launchLibrary } from './launch-library.ts';

describe('the list of prompts', () => {
  test('says which arguments are required, and writes choices and default into their descriptions', () => {
    expect(listPrompts(launchLibrary())).toEqual([
      {
        name: 'launch-email',
        title: 'Launch email',
        description: 'A launch email in our voice.',
        arguments: [
          { name: 'campaign', description: 'What are we announcing?', required: true },
          {
            name: 'persona',
            description: 'Who reads it. One of: Maya the manager, Omar the owner. Optional: type - to leave it out.',
            required: false,
          },
          { name: 'tone', description: 'One of: warm, plain, urgent. Default: warm.', required: false },
        ],
      },
    ]);
  });

  test('asks a plain file for every placeholder in it', () => {
    const [listed] = listPrompts(
      libraryOf({ 'prompts/plain.md': 'Write about {{ topic }} for {{who}} on {{today}}.' }),
    );
    expect(listed?.arguments.map(({ name, required }) => [name, required])).toEqual([
      ['topic', true],
      ['who', true],
    ]);
  });

  test('shows twelve documents and how many more there are', () => {
    const numbers = Array.from({ length: 15 }, (_, index) => `${index + 10}`);
    const personas = numbers.map(
      (number) => [`context/personas/p${number}.md`, `---\ntitle: P${number}\n---\nx`] as const,
    );
    const prompt = '---\narguments:\n  - name: who\n    from: persona\n---\n{{who}}';
    const [listed] = listPrompts(libraryOf({ ...Object.fromEntries(personas), 'prompts/p.md': prompt }));
    expect(listed?.arguments[0]?.description).toBe(
      'One of: P10, P11, P12, P13, P14, P15, P16, P17, P18, P19, P20, P21 and 3 more. Optional: type - to leave it out.',
    );
  });

  test('keeps titles with commas apart', () => {
    const prompt = '---\narguments:\n  - name: who\n    from: persona\n---\n{{who}}';
    const files = {
      'context/personas/a.md': '# Maya, HR',
      'context/personas/b.md': '# Omar, owner',
      'prompts/p.md': prompt,
    };
    expect(listPrompts(libraryOf(files))[0]?.arguments[0]?.description).toBe(
      'One of: Maya, HR; Omar, owner. Optional: type - to leave it out.',
    );
  });

  test('shows documents of one title by their ids', () => {
    const maya = '---\ntitle: Maya\n---\nx';
    const prompt = '---\narguments:\n  - name: who\n    from: persona\n---\n{{who}}';
    const library = libraryOf({ 'context/personas/a.md': maya, 'context/personas/b.md': maya, 'prompts/p.md': prompt });
    expect(listPrompts(library)[0]?.arguments[0]?.description).toBe(
      'One of: context/personas/a.md, context/personas/b.md. Optional: type - to leave it out.',
    );
  });

  test('marks drafts, and has no deprecated ones, none of the inbox and no parts', () => {
    const library = libraryOf({
      'prompts/a.md': '---\ntitle: A\nstatus: draft\n---\nx',
      'prompts/b.md': '---\ntitle: B\nstatus: deprecated\n---\nx',
      'prompts/parts/c.md': 'x',
      'inbox/d.prompt.md': 'x',
    });
    expect(listPrompts(library).map(({ name, title }) => [name, title])).toEqual([['a', 'A (draft)']]);
  });

  test('marks what was replaced or is over, from the day on', () => {
    const library = libraryOf({
      'prompts/a.md': '---\ntitle: A\nvalid_until: 2026-11-22\n---\nx',
      'prompts/b.md': '---\ntitle: B\n---\nx',
      'prompts/c.md': '---\ntitle: C\nsupersedes: prompts/b.md\n---\nx',
    });
    const titles = (day: string): string[] => listPrompts(library, day).map(({ title }) => title);
    expect(titles('2026-11-22')).toEqual(['A', 'B (no longer in force)', 'C']);
    expect(titles('2026-11-23')).toEqual(['A (no longer in force)', 'B (no longer in force)', 'C']);
  });

  test('offers no choice that is not in force', () => {
    const library = libraryOf({
      'prompts/p.md': '---\narguments:\n  - name: who\n    from: persona\n---\n{{who}}',
      'context/personas/ana.md': '---\ntitle: Ana\n---\nx',
      'context/personas/ben.md': '---\ntitle: Ben\nvalid_until: 2020-01-31\n---\nx',
      'context/personas/cy.md': '---\ntitle: Cy\n---\nx',
      'context/personas/cyd.md': '---\ntitle: Cyd\nsupersedes: context/personas/cy.md\n---\nx',
    });
    expect(listPrompts(library)[0]?.arguments[0]?.description).toContain('One of: Ana, Cyd.');
  });
});

describe('a prompt', () => {
  test.each(['launch-email', 'Launch_Email', 'launch email', 'prompts/launch-email.md'])('is found as %j', (name) => {
    expect(findPrompt(launchLibrary(), name).id).toBe('prompts/launch-email.md');
  });

  test('that does not exist is refused with the near names', () => {
    const find = () => findPrompt(launchLibrary(), 'lanch-email');
    expect(find).toThrow(Refusal);
    expect(find).toThrow('There is no prompt "lanch-email". Did you mean launch-email?');
    expect(() => findPrompt(launchLibrary(), '__proto__')).toThrow(Refusal);
    expect(() => findPrompt(libraryOf({}), 'x')).toThrow(
      'The prompts are: start-here, share-how-i-did-this, ai-win, ai-win-of-the-week.',
    );
  });

  test('in the inbox cannot be had', () => {
    expect(() => findPrompt(libraryOf({ 'inbox/d.prompt.md': 'x' }), 'd')).toThrow(Refusal);
  });
});
