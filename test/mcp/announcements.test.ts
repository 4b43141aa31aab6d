import { describe, expect, test } from 'vitest';
import { compareSnapshots } from '../../src/library/snapshot.ts';
import { announce, concerned } from '../../src/mcp/announcements.ts';
import { uriOf } from '../../src/mcp/uri.ts';
import { libraryOf } from '../library-of.ts';

const before = { 'context/brand/voice.md': '# Voice\n\nWarm.', 'prompts/launch.md': 'Write about {{ topic }}.' };
const changeTo = (after: Record<string, string>) => compareSnapshots(libraryOf(before), libraryOf(after));

/** Fresh documents for what stays the same would count as changed, so the untouched ones are left out of the expectation. */
function told(after: Record<string, string>): { promptsChanged: boolean; resourcesChanged: boolean } {
  const { promptsChanged, resourcesChanged } = announce(changeTo(after));
  return { promptsChanged, resourcesChanged };
}

describe('clients are told', () => {
  test('of an edited text only as an updated resource', () => {
    expect(told({ ...before, 'context/brand/voice.md': '# Voice\n\nWarm and plain.' })).toEqual({
      promptsChanged: false,
      resourcesChanged: false,
    });
  });

  test('that the list of resources changed when a document comes, goes or gets another title', () => {
    const changed = { promptsChanged: false, resourcesChanged: true };
    expect(told({ ...before, 'context/brand/logo.md': '# Logo' })).toEqual(changed);
    expect(told({ 'prompts/launch.md': before['prompts/launch.md'] })).toEqual(changed);
    expect(told({ ...before, 'context/brand/voice.md': '# Our voice' })).toEqual(changed);
  });

  test('that the list of prompts changed when an argument does', () => {
    expect(told({ ...before, 'prompts/launch.md': 'Write about {{ topic }} for {{ reader }}.' })).toEqual({
      promptsChanged: true,
      resourcesChanged: false,
    });
  });

  test('of what is marked from now on because something else replaces it', () => {
    const replacing = '---\nsupersedes: context/brand/voice.md\n---\n# Logo';
    const kept = libraryOf(before);
    const withLogo = (text: string) => {
      const documents = new Map([...kept.documents, ...libraryOf({ 'context/logo.md': text }).documents]);
      return { ...kept, documents, identities: new Map([...documents.keys()].map((id) => [id, id])) };
    };
    const change = (text: string) => compareSnapshots(withLogo('# Logo'), withLogo(text));
    const voice = uriOf('context/brand/voice.md');
    expect(announce(change(replacing))).toMatchObject({
      resourcesChanged: true,
      updated: expect.arrayContaining([voice, `${voice}#voice`]),
    });
    expect(concerned([voice], change(replacing))).toEqual([voice]);
    expect(concerned([voice], change('# Logo\n\nNew.'))).toEqual([]);
  });

  test('nothing of what lies in the inbox', () => {
    expect(told({ ...before, 'inbox/idea.md': '# Idea' })).toEqual({ promptsChanged: false, resourcesChanged: false });
    const subscribed = [uriOf('inbox/idea.md'), 'team://status'];
    expect(concerned(subscribed, changeTo({ ...before, 'inbox/idea.md': '# Idea' }))).toEqual(['team://status']);
  });

  test('of a subscribed section with its document, and of the status with everything', () => {
    const old = libraryOf(before);
    const kept = [...old.documents.values()].filter(({ id }) => id !== 'context/brand/voice.md');
    const after = {
      ...old,
      documents: new Map([
        ...kept.map((each) => [each.id, each] as const),
        ...libraryOf({ 'context/brand/voice.md': '# Voice\n\nNew.' }).documents,
      ]),
    };
    const change = compareSnapshots(old, after);
    const section = `${uriOf('context/brand/voice.md')}#voice`;
    const subscribed = [section, uriOf('prompts/launch.md'), 'team://status', 'team://library/none.md', 'other://x'];
    expect(concerned(subscribed, change)).toEqual([section, 'team://status']);
  });
});
