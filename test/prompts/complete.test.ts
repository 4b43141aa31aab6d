import { expect, test } from 'vitest';
import { completeArgument } from '../../src/prompts/complete.ts';
import { Refusal } from '../../src/refusal.ts';
import { libraryOf } from '../library-of.ts';
import { launchLibrary } from './launch-library.ts';

const complete = (argument: string, typed: string, prompt = 'launch-email') =>
  completeArgument(launchLibrary(), { prompt, argument, typed });

test('offers options, those that begin with what was typed first', () => {
  expect(complete('tone', '')).toEqual({ values: ['warm', 'plain', 'urgent'], total: 3 });
  expect(complete('tone', 'N')).toEqual({ values: ['plain', 'urgent'], total: 2 });
  expect(complete('Tone', 'ur').values).toEqual(['urgent']);
});

test('puts what begins with the typed letters before what contains them', () => {
  const library = libraryOf({ 'prompts/p.md': '---\narguments:\n  - name: a\n    options: [abc, bc]\n---\n{{a}}' });
  expect(completeArgument(library, { prompt: 'p', argument: 'a', typed: 'B' }).values).toEqual(['bc', 'abc']);
});

test('offers the titles of approved documents', () => {
  expect(complete('persona', '').values).toEqual(['Maya the manager', 'Omar the owner']);
  expect(complete('persona', 'own').values).toEqual(['Omar the owner']);
});

test('offers nothing where any text will do', () => {
  expect(complete('campaign', 'x')).toEqual({ values: [], total: 0 });
  expect(complete('constructor', '')).toEqual({ values: [], total: 0 });
});

test('refuses a prompt that does not exist', () => {
  expect(() => complete('tone', '', 'nothing-like-it')).toThrow(Refusal);
});

test('offers a hundred at most and counts all', () => {
  const options = Array.from({ length: 150 }, (_, index) => `option ${index}`).join(', ');
  const library = libraryOf({ 'prompts/p.md': `---\narguments:\n  - name: a\n    options: [${options}]\n---\n{{a}}` });
  const { values, total } = completeArgument(library, { prompt: 'p', argument: 'a', typed: 'opt' });
  expect([values.length, total]).toEqual([100, 150]);
});
