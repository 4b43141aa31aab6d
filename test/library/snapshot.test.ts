import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/library/document.ts';
import { findDocument, findSection } from '../../src/library/find.ts';
import { parse } from '../../src/library/parse.ts';
import { compareSnapshots, EMPTY_SNAPSHOT, type Snapshot, takeSnapshot } from '../../src/library/snapshot.ts';
import { DEFAULT_SETTINGS } from '../../src/settings.ts';

function documentsOf(files: Readonly<Record<string, string>>): Document[] {
  return Object.entries(files).flatMap(([id, text]) => {
    const { document } = parse({ id, bytes: new TextEncoder().encode(text), hash: text, modified: 0 });
    return document === undefined ? [] : [document];
  });
}

const snapshotOf = (documents: Iterable<Document>): Snapshot => takeSnapshot({ documents, settings: DEFAULT_SETTINGS });
const taken = (files: Readonly<Record<string, string>>): Snapshot => snapshotOf(documentsOf(files));
const faultsOf = (files: Readonly<Record<string, string>>): unknown[] =>
  taken(files).diagnostics.map(({ path, line, code }) => [path, line, code]);

describe('a snapshot', () => {
  test('does not depend on the order in which its files were read', () => {
    const documents = documentsOf({
      'prompts/a/x.md': '{{> prompts/parts/p.md }} {{ topic }}',
      'prompts/b/x.md': 'x',
      'prompts/c/x.md': '---\ncontext: [context/none.md]\n---\nx',
      'prompts/parts/p.md': '{{> prompts/a/x.md }}',
      'context/Übersicht.md': '# A',
      'context/brand/voice.md': '# B',
      'inbox/new.md': 'x',
    });
    const whole = snapshotOf(documents);
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        const other = snapshotOf(shuffled);
        expect([...other.documents.keys()]).toEqual([...whole.documents.keys()]);
        expect([...other.prompts].map(([name, { id }]) => [name, id])).toEqual(
          [...whole.prompts].map(([name, { id }]) => [name, id]),
        );
        expect(other.diagnostics).toEqual(whole.diagnostics);
      }),
      { numRuns: 200 },
    );
  });

  test('shares every document that was not touched, and the change names what was', () => {
    const files = { 'a.md': 'one', 'b.md': 'two', 'c.md': 'three' };
    const before = taken(files);
    const kept = [...before.documents.values()].filter(({ id }) => id === 'a.md');
    const after = snapshotOf([...kept, ...documentsOf({ 'b.md': 'new', 'd.md': 'four' })]);
    expect(after.documents.get('a.md')).toBe(before.documents.get('a.md'));
    expect(compareSnapshots(before, after)).toMatchObject({ added: ['d.md'], changed: ['b.md'], removed: ['c.md'] });
    expect(compareSnapshots(EMPTY_SNAPSHOT, before).added).toEqual(['a.md', 'b.md', 'c.md']);
  });

  test('finds a document whatever the case, the Unicode form or a leading dot and slash', () => {
    const snapshot = taken({ 'context/Über uns.md': 'x' });
    for (const path of [
      'context/Über uns.md',
      'Context/über UNS.md',
      'context/U\u0308ber uns.md',
      './context/Über uns.md',
      '/context/Über uns.md',
    ]) {
      expect(findDocument(snapshot, path)?.id).toBe('context/Über uns.md');
    }
    for (const path of [
      '../context/Über uns.md',
      'context/../context/Über uns.md',
      'context',
      '',
      '__proto__',
      'context/Über uns',
    ]) {
      expect(findDocument(snapshot, path)).toBeUndefined();
    }
  });

  test('finds a section by its anchor or by its words', () => {
    const [document] = documentsOf({ 'a.md': '# Top\n\n## Proof points\n\nx\n\n## Proof points\n\ny' });
    if (document === undefined) throw new Error('no document');
    expect(findSection(document, 'proof-points-1')?.line).toBe(7);
    expect(findSection(document, 'Proof points')?.line).toBe(3);
    expect(findSection(document, 'nothing')).toBeUndefined();
  });
});

describe('the names of prompts', () => {
  const namesOf = (files: Readonly<Record<string, string>>): unknown =>
    [...taken(files).prompts].map(([name, { id }]) => [name, id]);

  test('are their file names as slugs, or what the front matter says', () => {
    expect(
      namesOf({ 'prompts/Launch E-Mail (new).md': 'x', 'prompts/b.md': '---\nname: Subject lines\n---\nx' }),
    ).toEqual([
      ['launch-e-mail-new', 'prompts/Launch E-Mail (new).md'],
      ['subject-lines', 'prompts/b.md'],
    ]);
  });

  test('that two prompts would share get the folder in front, and the editors are told', () => {
    const files = { 'prompts/email/launch.md': 'x', 'prompts/social/launch.md': 'x', 'prompts/other.md': 'x' };
    expect(namesOf(files)).toEqual([
      ['email-launch', 'prompts/email/launch.md'],
      ['other', 'prompts/other.md'],
      ['social-launch', 'prompts/social/launch.md'],
    ]);
    expect(faultsOf(files)).toEqual([
      ['prompts/email/launch.md', 1, 'prompt-same-name'],
      ['prompts/social/launch.md', 1, 'prompt-same-name'],
    ]);
  });

  test('are always there, unique and fit for the wire', () => {
    const word = fc.constantFrom('a', 'b', 'launch', 'Ü', '🚀', '営業', ' ', '-', 'x'.repeat(60));
    const path = fc.array(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 2 },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(
          path.map((parts) => `prompts/${parts.join('/')}.md`),
          { maxLength: 8 },
        ),
        (ids) => {
          const { prompts } = taken(Object.fromEntries(ids.map((id) => [id, 'x'])));
          expect(prompts.size).toBe(new Set(ids.filter((id) => !id.startsWith('prompts/parts/'))).size);
          for (const name of prompts.keys()) expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('are not given to what waits in the inbox', () => {
    expect(namesOf({ 'inbox/idea.md': '---\nkind: prompt\n---\nx' })).toEqual([]);
  });
});

describe('what documents say of each other', () => {
  test('is reported at its place when there is no such document, section, or when it still waits in the inbox', () => {
    const front = '---\ncontext:\n  - context/brand/voce.md\n  - context/brand/voice.md#tone\n  - inbox/new.md\n---\n';
    const files = {
      'prompts/p.md': `${front}\n{{> prompts/parts/none.md }}`,
      'context/brand/voice.md': '# Voice\n\n## Tones\n',
      'inbox/new.md': 'x',
    };
    expect(faultsOf(files)).toEqual([
      ['prompts/p.md', 3, 'reference-not-found'],
      ['prompts/p.md', 4, 'section-not-found'],
      ['prompts/p.md', 5, 'reference-not-found'],
      ['prompts/p.md', 8, 'reference-not-found'],
    ]);
    expect(
      taken(files)
        .diagnostics.slice(0, 2)
        .map(({ hint }) => hint),
    ).toEqual(['Did you mean "context/brand/voice.md"?', 'Did you mean "#tones"?']);
  });

  test('is reported when parts include each other in a circle, or too deep', () => {
    const circle = { 'prompts/a.md': '{{> prompts/parts/b.md }}', 'prompts/parts/b.md': '{{> prompts/a.md }}' };
    expect(faultsOf(circle)).toEqual([
      ['prompts/a.md', 1, 'include-circle'],
      ['prompts/parts/b.md', 1, 'include-circle'],
    ]);
    const deep = Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`prompts/parts/p${i}.md`, `{{> prompts/parts/p${i + 1}.md }}`]),
    );
    const chain = { ...deep, 'prompts/parts/p10.md': 'end', 'prompts/start.md': '{{> prompts/parts/p0.md }}' };
    expect(faultsOf(chain)).toContainEqual(['prompts/start.md', 1, 'include-too-deep']);
  });
});
