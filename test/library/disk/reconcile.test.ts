import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pass } from '../../../src/library/disk/ledger.ts';
import { openReconciler, type Reconciler } from '../../../src/library/disk/reconcile.ts';
import { SCAN_RULES, type ScanRules } from '../../../src/library/disk/scan-rules.ts';
import { recollect } from '../../../src/library/saved/recall.ts';
import { play, RULES, type Schedule, schedules, start } from './schedules.ts';
import { type SimulatedDisk, simulateDisk, type Traits } from './simulated-disk.ts';

const USUAL: Traits = { tickMs: 1, hasChangeTime: true, reusesInodes: false };

interface Bench {
  readonly disk: SimulatedDisk;
  readonly reconciler: Reconciler;
  /** Lets time go by and scans. */
  scanAfter(ms: number): Promise<Pass>;
  readonly codes: () => string[];
}

function bench(files: Record<string, string>, options: { maxBytes?: number; maxFiles?: number } = {}): Bench {
  const disk = simulateDisk(USUAL);
  for (const [path, text] of Object.entries(files)) disk.write(path, text);
  disk.advance(10_000);
  const limits = { maxBytes: 1_000, maxFiles: 100, ...options };
  const reconciler = openReconciler({ disk: disk.disk, now: disk.now, wallNow: disk.now, limits });
  return {
    disk,
    reconciler,
    scanAfter(ms) {
      disk.advance(ms);
      return reconciler.scan();
    },
    codes: () => reconciler.diagnostics().map(({ code, path }) => `${code} ${path}`),
  };
}

const idsOf = ({ changed }: Pass): string[] => changed.map(({ id }) => id).sort();
const textsOf = ({ changed }: Pass): string[] => changed.map(({ bytes }) => new TextDecoder().decode(bytes));
const served = ({ index }: Reconciler): string[] => [...index.values()].map(({ id }) => id).sort();
const many = (count: number, folder = ''): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}${n}.md`, `text ${n}`]));

describe('a folder on a disk that fails, lies and is written to', () => {
  it('ends equal to its disk after any schedule; nothing is taken half written or dropped without proof', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, (schedule) => play(schedule)),
      { numRuns: 2_000 },
    );
  });

  const on = (schedule: Schedule, traits: Partial<Traits>): Schedule => ({
    ...schedule,
    traits: { ...schedule.traits, ...traits },
  });
  const never = Number.POSITIVE_INFINITY;
  /** Whether some schedule ends badly under these rules, on disks with these traits. */
  const isCaught = async (rules: Partial<ScanRules>, traits: Partial<Traits>): Promise<boolean> => {
    const property = fc.asyncProperty(schedules, (schedule) => play(on(schedule, traits), { ...RULES, ...rules }));
    return (await fc.check(property, { numRuns: 10_000, endOnFailure: true })).failed;
  };

  it('needs no second reading of contents where the file system keeps a time of change', async () => {
    const rules = { ...RULES, verifyMs: never };
    const property = fc.asyncProperty(schedules, (schedule) => play(on(schedule, { hasChangeTime: true }), rules));
    await fc.assert(property, { numRuns: 100 });
  });

  interface Defect {
    readonly defect: string;
    readonly rules: Partial<ScanRules>;
    /** Disks on which it shows soonest. */
    readonly traits?: Partial<Traits>;
  }
  const defects: readonly Defect[] = [
    { defect: 'files need not hold still', rules: { stillness: () => 0 } },
    { defect: 'coarse clocks are trusted', rules: { stillness: () => 300 }, traits: { tickMs: 2_000 } },
    { defect: 'contents are never verified', rules: { verifyMs: never }, traits: { hasChangeTime: false } },
    {
      defect: 'files may change while they are read',
      rules: { isWhole: ({ bytes, before }) => bytes.length === before.size },
    },
    { defect: 'short reads are taken', rules: { isWhole: ({ before, after }) => SCAN_RULES.isSame(before, after) } },
    { defect: 'a root that is missing counts as empty', rules: { meansAbsent: (code) => code === 'ENOENT' } },
    { defect: 'every error counts as absence', rules: { meansAbsent: (_code, isRoot) => !isRoot } },
    { defect: 'an absence is believed at once', rules: { absenceMs: 0 } },
    { defect: 'an absence is never believed', rules: { absenceMs: never } },
    { defect: 'mass deletions are believed at once', rules: { isMass: () => false } },
    { defect: 'mass deletions are never believed', rules: { massMs: never } },
    {
      defect: 'an inode is enough to recognise a move',
      rules: { isMoved: () => true },
      traits: { reusesInodes: true },
    },
    {
      defect: 'what was saved at an earlier start is believed whatever the disk tells',
      rules: { isStillSo: () => true },
      traits: { hasChangeTime: true },
    },
    {
      defect: 'a file of the same size as at an earlier start is believed to be the same',
      rules: { isStillSo: (saved, seen) => saved.size === seen.size },
      traits: { hasChangeTime: true },
    },
  ];
  it.each(defects)('would be caught serving something wrong if $defect', async ({ rules, traits = {} }) => {
    expect(await isCaught(rules, traits)).toBe(true);
  });

  const blurs: readonly (readonly [string, ScanRules['isSame']])[] = [
    ['the size', (a, b) => a.size === b.size],
    ['the size and the time of the last edit', (a, b) => a.size === b.size && a.mtimeNs === b.mtimeNs],
  ];
  it.each(blurs)('would be caught serving something old if it only compared %s', async (_blur, isSame) => {
    expect(await isCaught({ isSame, verifyMs: never }, { hasChangeTime: true })).toBe(true);
  });
});

describe('opening a folder', () => {
  it('reads files that are at rest in one scan, and waits for those that were just written', async () => {
    const { disk, scanAfter } = bench({ 'old.md': 'old' });
    disk.write('new.md', 'new');
    expect(idsOf(await scanAfter(100))).toEqual(['old.md']);
    expect(idsOf(await scanAfter(299))).toEqual([]);
    expect(idsOf(await scanAfter(1))).toEqual(['new.md']);
  });

  it('hands over the bytes, the time of the edit and a hash that tells versions apart', async () => {
    const { disk, scanAfter } = bench({ 'a.md': 'one' });
    const first = await scanAfter(0);
    expect(textsOf(first)).toEqual(['one']);
    expect(first.changed[0]?.modified).toBe(1_000_007);
    disk.write('a.md', 'two');
    await scanAfter(1);
    const second = await scanAfter(300);
    expect(textsOf(second)).toEqual(['two']);
    expect(second.changed[0]?.hash).not.toBe(first.changed[0]?.hash);
  });

  it('lists what is served by names alone', async () => {
    const { reconciler } = bench({
      'context/b.md': 'b',
      'context/a.txt': 'a',
      'README.md': 'r',
      'team-context.yaml': '',
    });
    expect(await reconciler.listing()).toEqual(['context/a.txt', 'context/b.md']);
  });
});

describe('opening a folder that was read before', () => {
  /** A folder that was read and saved, with the disk as it is then. */
  async function reopened(files: Record<string, string>, traits: Partial<Traits> = {}) {
    const disk = simulateDisk({ ...USUAL, ...traits });
    for (const [path, text] of Object.entries(files)) disk.write(path, text);
    disk.advance(10_000);
    const first = start(disk, RULES, undefined);
    await first.scan();
    const memory = await recollect(await first.save(), disk.now());
    const open = (): Reconciler =>
      openReconciler({ disk: disk.disk, now: disk.now, wallNow: disk.now, memory: Promise.resolve(memory) });
    return { disk, memory, open };
  }

  it('reads nothing, hands over what every file was read as, and remembers nothing afterwards', async () => {
    const { disk, memory, open } = await reopened(many(5));
    disk.advance(60_000);
    const pass = await open().scan();
    expect([pass.reads, pass.changed.length]).toEqual([0, 5]);
    for (const file of pass.changed) {
      expect(file.bytes === undefined && file.parsed.document?.hash).toBe(file.hash);
      expect(memory.recall(file.id)).toBeUndefined();
    }
  });

  it('reads what was touched, and only that, and knows it by its contents', async () => {
    const { disk, open } = await reopened({ ...many(5), 'a.md': 'text' });
    disk.write('a.md', 'text');
    disk.write('3.md', 'new text');
    disk.advance(60_000);
    const pass = await open().scan();
    const read = pass.changed.filter(({ bytes }) => bytes !== undefined);
    expect([pass.reads, read.map(({ id }) => id)]).toEqual([2, ['3.md']]);
  });

  it('reads everything on a file system that counts whole seconds', async () => {
    const { disk, open } = await reopened(many(5), { tickMs: 2_000 });
    disk.advance(60_000);
    expect((await open().scan()).reads).toBe(5);
  });

  it('waits for a file to hold still that was just written, although it looks the same as before', async () => {
    const { disk, open } = await reopened(many(5));
    disk.advance(60_000);
    disk.write('3.md', 'text 3');
    const reconciler = open();
    expect((await reconciler.scan()).changed.map(({ id }) => id)).not.toContain('3.md');
    disk.advance(300);
    expect(idsOf(await reconciler.scan())).toEqual(['3.md']);
  });

  it('still finds an edit that kept its size and its times within ten minutes', async () => {
    const { disk, open } = await reopened(many(5), { hasChangeTime: false });
    disk.restore('3.md', 'text X', true);
    disk.advance(60_000);
    const reconciler = open();
    await reconciler.scan();
    const found: string[] = [];
    for (let minute = 0; minute < 11; minute++) {
      disk.advance(30_000);
      found.push(...textsOf(await reconciler.scan()));
      disk.advance(30_000);
      found.push(...textsOf(await reconciler.scan()));
    }
    expect(found).toEqual(['text X']);
  });
});

describe('a file that changes', () => {
  it('is the only one that is read again', async () => {
    const { disk, scanAfter } = bench(many(20));
    expect((await scanAfter(0)).reads).toBe(20);
    disk.write('7.md', 'changed');
    expect((await scanAfter(1)).reads).toBe(0);
    const pass = await scanAfter(300);
    expect([pass.reads, idsOf(pass)]).toEqual([1, ['7.md']]);
  });

  it('is not news when it was saved with the same contents', async () => {
    const { disk, scanAfter } = bench({ 'a.md': 'same' });
    await scanAfter(0);
    disk.write('a.md', 'same');
    await scanAfter(1);
    const pass = await scanAfter(300);
    expect([pass.reads, idsOf(pass)]).toEqual([1, []]);
  });

  it('keeps its text for five seconds after it was emptied, in case a save is on its way', async () => {
    const { disk, scanAfter } = bench({ 'a.md': 'text' });
    await scanAfter(0);
    disk.write('a.md', '');
    await scanAfter(0);
    expect(idsOf(await scanAfter(4_900))).toEqual([]);
    expect(textsOf(await scanAfter(100))).toEqual(['']);
  });

  it('is found within ten minutes when the edit kept its size and its times', async () => {
    const coarse = simulateDisk({ ...USUAL, hasChangeTime: false });
    coarse.write('a.md', 'one');
    coarse.advance(10_000);
    const reconciler = openReconciler({ disk: coarse.disk, now: coarse.now, wallNow: coarse.now });
    await reconciler.scan();
    coarse.restore('a.md', 'two', true);
    const found: string[] = [];
    for (let minute = 0; minute < 11; minute++) {
      coarse.advance(30_000);
      found.push(...textsOf(await reconciler.scan()));
      coarse.advance(30_000);
      found.push(...textsOf(await reconciler.scan()));
    }
    expect(found).toEqual(['two']);
  });
});

describe('a file that is renamed', () => {
  it('is one change, as soon as it was read under its new name', async () => {
    const { disk, scanAfter } = bench({ 'a.md': 'text', 'b.md': 'other' });
    await scanAfter(0);
    disk.rename('a.md', 'c.md');
    const first = await scanAfter(0);
    expect([first.changed, first.removed]).toEqual([[], []]);
    const second = await scanAfter(300);
    expect([idsOf(second), second.removed]).toEqual([['c.md'], ['a.md']]);
  });

  it.each([
    ['in case alone', 'voice.md', 'Voice.md'],
    ['in a folder whose case alone changed', 'brand/voice.md', 'Brand/voice.md'],
  ])('is one change when it differs %s', async (_difference, from, to) => {
    const { disk, reconciler, scanAfter } = bench({ [from]: 'text' });
    await scanAfter(0);
    disk.rename(from, to);
    await scanAfter(0);
    const pass = await scanAfter(300);
    expect([idsOf(pass), pass.removed, served(reconciler)]).toEqual([[to], [from], [to]]);
  });

  it('stays the same document when only the way its accents are stored changed', async () => {
    const { disk, reconciler, scanAfter } = bench({ 'cafe\u0301.md': 'text' });
    expect(idsOf(await scanAfter(0))).toEqual(['caf\u00e9.md']);
    disk.rename('cafe\u0301.md', 'caf\u00e9.md');
    await scanAfter(0);
    const pass = await scanAfter(300);
    expect([idsOf(pass), pass.removed, served(reconciler)]).toEqual([[], [], ['caf\u00e9.md']]);
  });

  it('does not look like a mass deletion when its whole folder is renamed', async () => {
    const { disk, codes, scanAfter } = bench(many(8, 'old/'));
    await scanAfter(0);
    for (let n = 0; n < 8; n++) disk.rename(`old/${n}.md`, `new/${n}.md`);
    await scanAfter(0);
    expect(codes()).toEqual([]);
    const pass = await scanAfter(300);
    expect([pass.changed.length, pass.removed.length]).toEqual([8, 8]);
  });
});

describe('files that are gone', () => {
  it('are dropped when two scans a second apart agree', async () => {
    const { disk, scanAfter } = bench(many(4));
    await scanAfter(0);
    disk.remove('2.md');
    expect((await scanAfter(0)).removed).toEqual([]);
    expect((await scanAfter(999)).removed).toEqual([]);
    expect((await scanAfter(1)).removed).toEqual(['2.md']);
  });

  it('are held back for a minute and reported when they are half of all', async () => {
    const { disk, reconciler, codes, scanAfter } = bench(many(10));
    await scanAfter(0);
    for (let n = 0; n < 5; n++) disk.remove(`${n}.md`);
    await scanAfter(0);
    await scanAfter(59_000);
    expect(codes()).toEqual(['deletions-held-back .']);
    expect([reconciler.index.size, reconciler.isPending()]).toEqual([10, false]);
    const pass = await scanAfter(1_000);
    expect([pass.removed.length, reconciler.index.size, codes()]).toEqual([5, 5, []]);
  });

  it('are all kept while the root cannot be reached, and that is said', async () => {
    const { disk, reconciler, codes, scanAfter } = bench(many(3));
    await scanAfter(0);
    disk.setRoot('gone');
    await scanAfter(0);
    await scanAfter(3_600_000);
    expect([reconciler.index.size, reconciler.isReachable(), codes()]).toEqual([3, false, ['folder-unreachable .']]);
    disk.setRoot('there');
    const pass = await scanAfter(0);
    expect([pass.changed, pass.removed, codes()]).toEqual([[], [], []]);
  });

  it('are kept while their folder cannot be opened, and that is said when it lasts', async () => {
    const { disk, reconciler, codes, scanAfter } = bench({ 'a.md': 'a', 'b/c.md': 'c' });
    await scanAfter(0);
    disk.addFault({ kind: 'list', under: 'b', code: 'EACCES', times: 2 });
    await scanAfter(1);
    expect(codes()).toEqual([]);
    await scanAfter(5_000);
    expect([codes(), served(reconciler)]).toEqual([['folder-unreadable b'], ['a.md', 'b/c.md']]);
    await scanAfter(1);
    expect(codes()).toEqual([]);
  });
});

describe('what is served', () => {
  it('is the first of two files that differ in case alone, and the other is named', async () => {
    const { disk, reconciler, codes, scanAfter } = bench({ 'voice.md': 'small', 'Voice.md': 'large' });
    expect(textsOf(await scanAfter(0))).toEqual(['large']);
    expect(codes()).toEqual(['same-name voice.md']);
    expect(reconciler.diagnostics()[0]?.message).toContain('"Voice.md" and "voice.md"');
    disk.remove('Voice.md');
    await scanAfter(0);
    expect([textsOf(await scanAfter(2_100)), codes()]).toEqual([['small'], []]);
  });

  it('leaves out files above the limit, and says so for as long as they are', async () => {
    const { disk, codes, scanAfter } = bench({ 'a.md': 'x'.repeat(1_001), 'b.md': 'x'.repeat(1_000) });
    const pass = await scanAfter(0);
    expect([idsOf(pass), pass.reads, codes()]).toEqual([['b.md'], 1, ['file-too-large a.md']]);
    disk.write('a.md', 'short');
    disk.write('b.md', 'x'.repeat(1_001));
    await scanAfter(0);
    const later = await scanAfter(300);
    expect([idsOf(later), later.removed, codes()]).toEqual([['a.md'], [], ['file-too-large b.md']]);
  });

  it('drops a moved file on a look only if the new name was seen by that look', async () => {
    const { disk, reconciler, scanAfter } = bench(many(8, 'a/'));
    await scanAfter(0);
    disk.rename('a/1.md', 'z.md');
    await scanAfter(0);
    disk.advance(300);
    disk.write('a/1.md', 'written anew');
    await reconciler.look(['z.md', 'a/1.md']);
    expect(served(reconciler)).toContain('z.md');
    disk.setRoot('empty');
    expect((await reconciler.look(['a'])).removed).toEqual([]);
    expect(served(reconciler)).toContain('a/1.md');
  });

  it('keeps the version before of a file that grew above the limit, and takes it again when it shrinks', async () => {
    const { disk, reconciler, codes, scanAfter } = bench({ 'a.md': 'small' });
    await scanAfter(0);
    disk.write('a.md', 'x'.repeat(1_001));
    for (const ms of [0, 300, 5_000, 5_000]) expect((await scanAfter(ms)).removed).toEqual([]);
    expect([reconciler.index.size, codes()]).toEqual([1, ['file-too-large a.md']]);
    expect((await scanAfter(5_000)).noticed).toEqual([]);
    disk.write('a.md', 'small again');
    await scanAfter(0);
    expect([textsOf(await scanAfter(300)), codes()]).toEqual([['small again'], []]);
  });

  it('ends at the limit of files, always with the same ones', async () => {
    const { reconciler, codes, scanAfter } = bench(many(10), { maxFiles: 4 });
    await scanAfter(0);
    await scanAfter(5_000);
    expect([served(reconciler), codes()]).toEqual([['0.md', '1.md', '2.md', '3.md'], ['too-many-files .']]);
  });

  it('leaves out what cannot be read, and says so', async () => {
    const { disk, codes, scanAfter } = bench({ 'a.md': 'a', 'b.md': 'b' });
    disk.addFault({ kind: 'read', under: 'b.md', code: 'EACCES', times: 1 });
    expect([idsOf(await scanAfter(0)), codes()]).toEqual([['a.md'], ['file-unreadable b.md']]);
    expect([idsOf(await scanAfter(1)), codes()]).toEqual([['b.md'], []]);
  });

  it('leaves out conflicted copies, pointers and placeholders, and says so', async () => {
    const files = {
      'a.md': 'a',
      'a (1).md': 'b',
      'a (conflicted copy 2027-01-02).md': 'c',
      'b.gdoc': 'd',
      '.e.md.icloud': 'e',
      '.DS_Store': 'f',
    };
    const { reconciler, codes, scanAfter } = bench(files);
    await scanAfter(0);
    expect(served(reconciler)).toEqual(['a (1).md', 'a.md']);
    expect(codes()).toEqual(
      [
        'file-copy a (1).md',
        'conflicted-copy a (conflicted copy 2027-01-02).md',
        'file-pointer b.gdoc',
        'file-not-downloaded e.md',
      ].sort((a, b) => ((a.split(' ')[1] ?? '') < (b.split(' ')[1] ?? '') ? -1 : 1)),
    );
  });

  it('keeps a document whose file the sync client has turned into a placeholder', async () => {
    const { disk, reconciler, scanAfter } = bench({ 'a.md': 'a', 'b.md': 'b' });
    await scanAfter(0);
    disk.rename('a.md', '.a.md.icloud');
    await scanAfter(0);
    await scanAfter(10_000);
    expect(served(reconciler)).toEqual(['a.md', 'b.md']);
  });

  it('counts the files of other types', async () => {
    const { reconciler, scanAfter } = bench({
      'a.md': 'a',
      'b.docx': 'b',
      'c/d.DOCX': 'd',
      'c/e.pdf': 'e',
      LICENSE: '',
    });
    await scanAfter(0);
    expect(reconciler.passedOver()).toEqual({ '.docx': 2, '.pdf': 1, '': 1 });
  });
});

describe('the scope', () => {
  const files = {
    'README.md': 'r',
    'context/a.md': 'a',
    'prompts/b.md': 'b',
    'inbox/c.md': 'c',
    'team-context.yaml': '',
    'context/team-context.yaml': '',
    'notes/d.md': 'd',
  };

  it('is context, prompts, the inbox and the settings when the root has one of the first two', async () => {
    const { reconciler, scanAfter } = bench(files);
    await scanAfter(0);
    expect(served(reconciler)).toEqual(['context/a.md', 'inbox/c.md', 'prompts/b.md', 'team-context.yaml']);
  });

  it('stays so while context is gone and its documents are still served', async () => {
    const { disk, reconciler, scanAfter } = bench({ 'README.md': 'r', 'Context/a.md': 'a' });
    await scanAfter(0);
    disk.remove('Context/a.md');
    await scanAfter(400);
    expect(served(reconciler)).toEqual(['Context/a.md']);
    expect((await scanAfter(1_000)).needsScan).toBe(true);
    await scanAfter(0);
    await scanAfter(300);
    expect(served(reconciler)).toEqual(['README.md']);
  });

  it('drops at once what another scope leaves out', async () => {
    const { reconciler, scanAfter } = bench(files);
    await scanAfter(0);
    reconciler.setScope({ include: ['notes'], ignore: [] });
    expect((await scanAfter(0)).removed.sort()).toEqual(['context/a.md', 'prompts/b.md']);
    await scanAfter(300);
    expect(served(reconciler)).toEqual(['inbox/c.md', 'notes/d.md', 'team-context.yaml']);
  });
});

describe('a look at hinted paths', () => {
  it('reads what lies there, and nothing else', async () => {
    const { disk, reconciler, scanAfter } = bench(many(3));
    await scanAfter(0);
    for (const path of ['0.md', '1.md', 'new/deep/er.md']) disk.write(path, 'changed');
    await reconciler.look(['0.md', 'new']);
    expect(reconciler.ripe()).toEqual([]);
    disk.advance(300);
    expect(reconciler.ripe()).toEqual(['0.md', 'new/deep/er.md']);
    expect(idsOf(await reconciler.look(reconciler.ripe()))).toEqual(['0.md', 'new/deep/er.md']);
  });

  it('drops nothing by itself, and lets the next scan believe it', async () => {
    const { disk, reconciler, scanAfter } = bench(many(3));
    await scanAfter(0);
    disk.remove('0.md');
    expect((await reconciler.look(['0.md'])).removed).toEqual([]);
    disk.advance(1_000);
    expect((await reconciler.look(['0.md'])).removed).toEqual([]);
    expect((await scanAfter(0)).removed).toEqual(['0.md']);
  });

  it('asks for a scan when the root gets a folder that narrows what is served', async () => {
    const { disk, reconciler, scanAfter } = bench({ 'a.md': 'a' });
    await scanAfter(0);
    disk.write('context/b.md', 'b');
    expect((await reconciler.look(['context'])).needsScan).toBe(true);
    await scanAfter(0);
    expect(served(reconciler)).toEqual([]);
  });
});
