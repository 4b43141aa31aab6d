import { describe, expect, test } from 'vitest';
import { lookUp } from '../../src/library/find.ts';
import { libraryOf } from '../library-of.ts';

const library = libraryOf({
  'context/brand/voice.md': '# Voice\n\n## Tone of voice\n',
  'context/brand/plain.md': 'Only text.',
  'inbox/voices.md': '# New\n',
});

describe('looking up a path', () => {
  test('finds the document, and the section when an anchor names one', () => {
    expect(lookUp(library, 'Context/Brand/Voice.md', '')).toEqual({
      type: 'found',
      document: library.documents.get('context/brand/voice.md'),
    });
    expect(lookUp(library, 'context/brand/voice.md', 'Tone of voice')).toMatchObject({
      type: 'found',
      section: { line: 3 },
    });
    expect(lookUp(library, 'inbox/voices.md', '').type).toBe('found');
  });

  test('that is not there names the nearest, and never what waits in the inbox', () => {
    expect(lookUp(library, 'context/brand/voce.md', '')).toEqual({
      type: 'no document',
      near: ['context/brand/voice.md'],
    });
    expect(lookUp(library, 'inbox/voicess.md', '')).toEqual({ type: 'no document', near: ['context/brand/voice.md'] });
    expect(lookUp(library, 'zzzzzz', '')).toEqual({ type: 'no document', near: [] });
  });

  test('with an anchor that is not there names the anchors that are', () => {
    expect(lookUp(library, 'context/brand/voice.md', 'tune')).toMatchObject({
      type: 'no section',
      document: { id: 'context/brand/voice.md' },
      anchors: ['voice', 'tone-of-voice'],
    });
    expect(lookUp(library, 'context/brand/plain.md', 'tune')).toMatchObject({ type: 'no section', anchors: [] });
  });

  test('knows a `#` that belongs to the name of a file', () => {
    const sharp = libraryOf({ 'context/C# and F#.md': '# Sharp\n\n## A # B\n', 'context/C.md': 'x' });
    const found = { type: 'found', document: { id: 'context/C# and F#.md' } };
    expect(lookUp(sharp, 'context/C', ' and F#.md')).toMatchObject(found);
    expect(lookUp(sharp, 'context/C# and F#.md', '')).toMatchObject(found);
    expect(lookUp(sharp, 'context/C', ' and F#.md#sharp')).toMatchObject({ ...found, section: { line: 1 } });
    expect(lookUp(sharp, 'context/C', ' and F#.md#A # B')).toMatchObject({ ...found, section: { line: 3 } });
    expect(lookUp(sharp, 'context/D', '#'.repeat(200_000)).type).toBe('no document');
  });
});
