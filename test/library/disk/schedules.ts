import fc from 'fast-check';
import { expect } from 'vitest';
import { identityOf } from '../../../src/library/disk/identity.ts';
import type { Pass } from '../../../src/library/disk/ledger.ts';
import { openReconciler } from '../../../src/library/disk/reconcile.ts';
import { SCAN_RULES, type ScanRules } from '../../../src/library/disk/scan-rules.ts';
import type { Document } from '../../../src/library/document.ts';
import { openFiles } from '../../../src/library/files.ts';
import { recollect } from '../../../src/library/saved/recall.ts';
import { prepareSave } from '../../../src/library/saved/save.ts';
import { type Fault, type SimulatedDisk, simulateDisk, type Traits } from './simulated-disk.ts';

const PATHS = [
  'A.md',
  'a.md',
  'b.md',
  'caf\u00e9.md',
  'cafe\u0301.md',
  'c/d.md',
  'c/e.md',
  'c/f/g.md',
  'h.txt',
  'i/j.md',
  'k.md',
];
const TEXTS = ['alpha-ALPHA-al', 'beta--BETA--be', 'gamma-GAMMA-ga', 'longer text, another size', 'x', ''];
const CODES = ['EIO', 'EACCES', 'EMFILE', 'ETIMEDOUT', 'EBUSY', 'UNKNOWN'];
const KINDS = ['list', 'signature', 'read', 'short', 'partial', 'stale'] as const;

/** The rules of the product with its two longest times shortened, so that a schedule need not last for hours. */
export const RULES: ScanRules = { ...SCAN_RULES, massMs: 10_000, verifyMs: 60_000 };

type Step = (world: World) => void | Promise<void>;

interface World {
  readonly disk: SimulatedDisk;
  scan(): Promise<void>;
  look(paths: readonly string[]): Promise<void>;
  /** Saves what is known now for later starts. */
  save(): Promise<void>;
  /** The process ends, and another one begins with what was saved last. */
  restart(): void;
}

/** A step that prints as what it does, so that a counterexample can be read. */
function step(name: string, values: readonly unknown[], act: Step): Step {
  return Object.assign(act, { toString: () => `${name}(${values.map((it) => JSON.stringify(it)).join(', ')})` });
}

const path = fc.constantFrom(...PATHS);
const text = fc.constantFrom(...TEXTS);
const faults = fc.record({
  kind: fc.constantFrom(...KINDS),
  under: fc.constantFrom('', 'c', 'a.md'),
  code: fc.constantFrom(...CODES),
  times: fc.integer({ min: 1, max: 6 }),
});

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(path, text).map(([p, t]) => step('write', [p, t], ({ disk }) => disk.write(p, t))) },
  {
    weight: 4,
    arbitrary: fc.tuple(path, text).map(([p, t]) => step('replace', [p, t], ({ disk }) => disk.replace(p, t))),
  },
  { weight: 3, arbitrary: path.map((p) => step('remove', [p], ({ disk }) => disk.remove(p))) },
  {
    weight: 3,
    arbitrary: fc.tuple(path, path).map(([p, q]) => step('rename', [p, q], ({ disk }) => disk.rename(p, q))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(path, text, fc.boolean())
      .map(([p, t, k]) => step('restore', [p, t, k], ({ disk }) => disk.restore(p, t, k))),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(path, text)
      .map(([p, t]) => step('beginWriting', [p, t], ({ disk }) => disk.beginWriting(p, t))),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(0, 1, 5, 50, 200, 400, 1100, 2500)
      .map((ms) => step('advance', [ms], ({ disk }) => disk.advance(ms))),
  },
  { weight: 6, arbitrary: fc.constant(step('scan', [], ({ scan }) => scan())) },
  {
    weight: 5,
    arbitrary: fc
      .array(fc.oneof(path, fc.constantFrom('c', 'c/f', 'i', '')), { maxLength: 5 })
      .map((paths) => step('look', paths, ({ look }) => look(paths))),
  },
  {
    weight: 3,
    arbitrary: faults.map((fault: Fault) => step('fault', [fault], ({ disk }) => disk.addFault({ ...fault }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(path, text)
      .map(([p, t]) => step('writeWhileRead', [p, t], ({ disk }) => disk.writeWhileRead(p, t))),
  },
  { weight: 3, arbitrary: fc.constant(step('save', [], ({ save }) => save())) },
  { weight: 3, arbitrary: fc.constant(step('restart', [], ({ restart }) => restart())) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('gone', 'empty', 'there').map((r) => step('root', [r], ({ disk }) => disk.setRoot(r))),
  },
  { weight: 1, arbitrary: fc.constant(step('removeFolder', [], ({ disk }) => disk.removeFolder('c'))) },
);

export const schedules = fc.record({
  steps: fc.array(steps, { minLength: 1, maxLength: 60, size: 'max' }),
  traits: fc.record({
    tickMs: fc.constantFrom(1, 10, 1000, 2000),
    hasChangeTime: fc.boolean(),
    reusesInodes: fc.boolean(),
  }),
  isFilled: fc.boolean(),
});

export interface Schedule {
  readonly steps: readonly Step[];
  readonly traits: Traits;
  readonly isFilled: boolean;
}

/** What a scan should find: of two files with one identity the first. */
function truthOf(disk: SimulatedDisk): Map<string, { path: string; hash: string }> {
  const truth = new Map<string, { path: string; hash: string }>();
  for (const found of [...disk.files().keys()].sort()) {
    const hash = disk.files().get(found)?.hash ?? '';
    if (!truth.has(identityOf(found))) truth.set(identityOf(found), { path: found, hash });
  }
  return truth;
}

/** What is remembered of every served file, to tell whether it was dropped too early. */
interface Sight {
  /** How often the disk had lied when a scan last saw the file. */
  lies: number;
  /** When it was first gone after that, also if it came back in between. */
  goneSince: number | undefined;
}

/** Where the disk tells of every change, nothing may be taken from memory but what is on disk. */
function checkRecalled(disk: SimulatedDisk, index: ReadonlyMap<string, { path: string }>, { changed }: Pass): void {
  if (!disk.traits.hasChangeTime) return;
  for (const { id, hash, bytes } of changed) {
    const known = index.get(identityOf(id))?.path ?? '';
    if (bytes === undefined && disk.files().get(known)?.hash !== hash) throw new Error(`${id} is not what it was`);
  }
}

/** Throws when something was taken or dropped without proof, while one process serves the disk. */
function watchOver(
  disk: SimulatedDisk,
  index: ReadonlyMap<string, { path: string; hash: string; signature: { ino: bigint } }>,
) {
  const sights = new Map<string, Sight>();
  const served = new Map<string, string>();
  let lastLie = Number.NEGATIVE_INFINITY;
  let awaySince: number | undefined;
  let liesBefore = disk.lies();

  const observe = (): void => {
    const there = new Set([...disk.files().keys()].map(identityOf));
    for (const identity of index.keys()) {
      const sight = sights.get(identity) ?? { lies: -1, goneSince: undefined };
      if (!there.has(identity)) sight.goneSince ??= disk.now();
      sights.set(identity, sight);
    }
    if (disk.root() === 'there') awaySince = undefined;
    else awaySince ??= disk.now();
  };
  const checkDropped = (
    identity: string,
    was: { hash: string; signature: { ino: bigint } },
    knownBefore: number,
  ): void => {
    const sight = sights.get(identity);
    const isThere = truthOf(disk).has(identity);
    const isMoved = [...index.values()].some((it) => it.signature.ino === was.signature.ino && it.hash === was.hash);
    if (disk.root() === 'gone') throw new Error(`${identity} was dropped while the folder was gone`);
    if (disk.root() === 'empty' && knownBefore >= 5 && disk.now() - (awaySince ?? 0) < RULES.massMs)
      throw new Error(`${identity} was dropped with most of the others while the folder was empty`);
    if (disk.root() !== 'there' || isMoved) return;
    if (isThere && disk.now() - lastLie > 5_000) throw new Error(`${identity} was dropped and is on disk`);
    const isHonest = sight?.lies === disk.lies();
    if (!isThere && isHonest && disk.now() - (sight?.goneSince ?? 0) < RULES.absenceMs)
      throw new Error(`${identity} was dropped too soon`);
  };

  return {
    observe,
    /** Everything that was published, put together. */
    served,
    async pass(look: () => Promise<Pass>, isScan: boolean): Promise<void> {
      observe();
      const before = new Map(index);
      const pass = await look();
      const isHonest = disk.lies() === liesBefore;
      if (!isHonest) lastLie = disk.now();
      liesBefore = disk.lies();
      for (const { path: known, hash } of index.values()) {
        if (!disk.everHeld(known, hash)) throw new Error(`${known} was served half written`);
      }
      for (const [identity, was] of before) if (!index.has(identity)) checkDropped(identity, was, before.size);
      for (const id of pass.removed) served.delete(id);
      for (const file of pass.changed) served.set(file.id, file.hash);
      checkRecalled(disk, index, pass);
      if (!isScan || !isHonest) return;
      for (const identity of truthOf(disk).keys()) sights.set(identity, { lies: disk.lies(), goneSince: undefined });
    },
  };
}

/** One process that serves the disk: what is known of it, and the documents that are made of that. */
export function start(disk: SimulatedDisk, rules: ScanRules, saved: Uint8Array | undefined) {
  const memory = recollect(saved, disk.now());
  const reconciler = openReconciler({ disk: disk.disk, now: disk.now, wallNow: disk.now, rules, memory });
  const files = openFiles((fault) => {
    throw fault;
  });
  const watch = watchOver(disk, reconciler.index);
  const act = async (act: () => Promise<Pass>, isScan: boolean): Promise<void> => {
    disk.advance(20);
    const taking = async (): Promise<Pass> => {
      const pass = await act();
      for (const id of pass.removed) files.drop(id);
      for (const file of pass.changed) files.take(file);
      return pass;
    };
    await watch.pass(taking, isScan);
  };
  return {
    reconciler,
    watch,
    scan: () => act(() => reconciler.scan(), true),
    look: (paths: readonly string[]) => act(() => reconciler.look([...paths, ...reconciler.ripe()]), false),
    /** A save without a change is no news, so that the time may be that of the save before. */
    documents: () => [...files.snapshot([]).documents.values()].map((document) => ({ ...document, modified: '' })),
    async save(): Promise<Uint8Array> {
      const kept = [...reconciler.index.values()].flatMap((known) => {
        const parsed = files.parsed(known.id, known.hash);
        return parsed === undefined ? [] : { ...known, parsed };
      });
      const { chunks } = await prepareSave(kept, { savedAt: disk.now(), readAt: disk.now() });
      const all: Uint8Array[] = [];
      for await (const chunk of chunks) all.push(chunk);
      return Buffer.concat(all);
    },
  };
}

/** What a process makes of the disk that has nothing saved, when everything is at rest. */
async function documentsOf(disk: SimulatedDisk, rules: ScanRules): Promise<readonly Document[]> {
  const fresh = start(disk, rules, undefined);
  await fresh.scan();
  return fresh.documents();
}

/** Plays a schedule; throws when a rule is broken on the way, or when what is served at the end is not what is on disk. */
export async function play(schedule: Schedule, rules: ScanRules = RULES): Promise<void> {
  const disk = simulateDisk(schedule.traits);
  let process = start(disk, rules, undefined);
  let saved: Uint8Array | undefined;
  const world: World = {
    disk,
    scan: () => process.scan(),
    look: (paths) => process.look(paths),
    async save() {
      saved = await process.save();
    },
    restart() {
      process = start(disk, rules, saved);
    },
  };
  if (schedule.isFilled) {
    for (const it of PATHS) disk.write(it, `first of ${it}`);
    for (let i = 0; i < 4; i++) {
      disk.advance(2_200);
      await world.scan();
    }
  }
  for (const act of schedule.steps) {
    await act(world);
    process.watch.observe();
  }
  disk.comeToRest();
  for (const ms of [...Array(12).fill(400), ...Array(18).fill(4_000)]) {
    disk.advance(ms);
    await world.scan();
  }
  const { reconciler, watch } = process;
  const truth = JSON.stringify([...truthOf(disk)].sort());
  const known = JSON.stringify(
    [...reconciler.index].map(([identity, it]) => [identity, { path: it.path, hash: it.hash }]).sort(),
  );
  if (known !== truth) throw new Error(`What is known is not what is on disk:\n${known}\n${truth}`);
  const published = JSON.stringify([...watch.served].sort());
  const index = JSON.stringify([...reconciler.index.values()].map(({ id, hash }) => [id, hash]).sort());
  if (published !== index) throw new Error(`What was published is not what is known:\n${published}\n${index}`);
  expect(process.documents()).toEqual(await documentsOf(disk, rules));
}
