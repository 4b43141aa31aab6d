import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyName, isLitter, isLitterFolder, looksServable } from '../../../src/library/disk/file-names.ts';
import { identityOf } from '../../../src/library/disk/identity.ts';

const SIBLINGS: ReadonlySet<string> = new Set(['voice.md', 'brand voice.md'].map(identityOf));
const kindOf = (name: string): string => classifyName(name, SIBLINGS).kind;

describe('a name', () => {
  it.each([
    'voice.md',
    'VOICE.MD',
    'notes.markdown',
    'page.mdx',
    'plain.txt',
    'Übersicht.md',
    '品牌.md',
    '🚀 launch.md',
    'R&D.md',
    '{{title}}.md',
    'v1.2 notes.md',
    'plan (draft).md',
    'Q1 (2026).md',
    'launch.prompt.md',
    'other (1).md',
    'Chapter 2.md',
  ])('of a text file is that of a document: %s', (name) => {
    expect(kindOf(name)).toBe('document');
  });

  it.each([
    '.DS_Store',
    '.hidden.md',
    '~$voice.docx',
    '.~lock.voice.md#',
    'Icon\r',
    'desktop.ini',
    'Thumbs.db',
    'voice.md.tmp',
    'voice.md.part',
    'voice.md~',
    '.voice.md.swp',
    '4913',
    'voice.md.crdownload',
    '.syncthing.voice.md.tmp',
    '~syncthing~voice.md.tmp',
    'voice.md.sb-1a2b3c4d-AbCdEf',
    '#voice.md#',
    'voice.md.orig',
    `${'x'.repeat(300)}.md`,
  ])('that a system, an editor or a sync client left behind is passed over: %j', (name) => {
    expect(kindOf(name)).toBe('litter');
  });

  it.each([
    ['voice.sync-conflict-20261122-101500-ABCDEFG.md', 'Syncthing'],
    ["voice (Jane Doe's conflicted copy 2026-11-22).md", 'Dropbox or Nextcloud'],
    ['voice (conflicted copy 2026-11-22 101500).md', 'Dropbox or Nextcloud'],
    ["voice (DESKTOP-1's conflicted copy 2026-11-22) (1).md", 'Dropbox or Nextcloud'],
    ['voice_conflict-20261122-101500.md', 'ownCloud'],
    ['voice [Conflict].md', 'Google Drive'],
    ['voice.Conflict.md', 'Resilio'],
    ['voice (Case Conflict).md', 'the sync client'],
    ['voice (Konfliktkopie von Jane 2026-11-22).md', 'the sync client'],
  ])('that a sync service gave to the losing version tells the original and the service: %s', (name, by) => {
    expect(classifyName(name, SIBLINGS)).toEqual({ kind: 'conflicted-copy', of: 'voice.md', by });
  });

  it.each(['Objections (conflict resolution).md', 'style.conflict.md', 'notes [conflict].md'])(
    'with an ordinary word in it is no conflict without its original: %s',
    (name) => {
      expect(kindOf(name)).toBe('document');
    },
  );

  it.each([
    'voice (1).md',
    'voice 2.md',
    'voice-DESKTOP-AB12CD3.md',
    'voice - Copy.md',
    'voice – Kopie.md',
    'voice copy.md',
    'Copy of voice.md',
    'VOICE (1).md',
  ])('like that of a copy is suspected when the original is there: %s', (name) => {
    const found = classifyName(name, SIBLINGS);
    expect(found).toMatchObject({ kind: 'suspected-copy' });
    expect(identityOf('of' in found ? found.of : '')).toBe('voice.md');
    expect(classifyName(name, new Set()).kind).toBe('document');
  });

  it.each([
    ['Plan.gdoc', { kind: 'pointer', to: 'Google Drive' }],
    ['figures.GSHEET', { kind: 'pointer', to: 'Google Drive' }],
    ['.voice.md.icloud', { kind: 'not-downloaded', name: 'voice.md' }],
    ['.photo.png.icloud', { kind: 'litter' }],
    ['team-context.yaml', { kind: 'settings' }],
    ['photo.PNG', { kind: 'other', extension: '.png' }],
    ['other.yaml', { kind: 'other', extension: '.yaml' }],
    ['LICENSE', { kind: 'other', extension: '' }],
  ])('tells what else a file is: %s', (name, found) => {
    expect(classifyName(name, SIBLINGS)).toEqual(found);
  });

  it('never hides a placeholder among the litter', () => {
    expect([isLitter('.voice.md.icloud'), isLitter('.photo.png.icloud')]).toEqual([false, true]);
  });

  it('of a folder is passed over when nobody means to share it', () => {
    expect(['.git', 'node_modules', '__MACOSX', '$RECYCLE.BIN', '@eaDir'].every(isLitterFolder)).toBe(true);
    expect(['brand', 'context', 'my.notes', 'modules'].some(isLitterFolder)).toBe(false);
  });

  it('of a link is worth a word when it could be that of a document or a folder', () => {
    expect(['voice.md', 'brand'].every(looksServable)).toBe(true);
    expect(['photo.png', '.hidden', 'node_modules'].some(looksServable)).toBe(false);
  });

  it('is classified in time that does not grow with its twists', () => {
    // at the limit of length, 200 times each: milliseconds where backtracking would take minutes
    const twisted = [
      '('.repeat(250),
      ' ('.repeat(125),
      'a (conflicted copy '.repeat(13),
      `${'-'.repeat(250)}.md`,
      "('s".repeat(80),
      `${' copy'.repeat(50)}.md`,
    ];
    const began = performance.now();
    for (const name of twisted) for (let n = 0; n < 200; n++) classifyName(name.slice(0, 255), SIBLINGS);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('an identity', () => {
  it('is the same for both ways of storing accents, and for any case', () => {
    expect(identityOf('Brand/Cafe\u0301.md')).toBe(identityOf('brand/CAF\u00c9.MD'));
  });

  it('of an identity is itself, whatever the name', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      classifyName(name, SIBLINGS);
      expect(identityOf(identityOf(name))).toBe(identityOf(name));
    });
    fc.assert(property, { numRuns: 5_000 });
  });
});
