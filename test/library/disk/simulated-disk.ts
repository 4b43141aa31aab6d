import { createHash } from 'node:crypto';
import type { Disk, Entry } from '../../../src/library/disk/disk.ts';
import type { Signature } from '../../../src/library/disk/scan-rules.ts';

/** What sort of file system it is. */
export interface Traits {
  /** Milliseconds between two ticks of its time stamps. */
  readonly tickMs: number;
  /** It has a time of change that nobody can set. */
  readonly hasChangeTime: boolean;
  /** A new file gets the inode of a deleted one. */
  readonly reusesInodes: boolean;
}

export interface Fault {
  readonly kind: 'list' | 'signature' | 'read' | 'short' | 'partial' | 'stale';
  /** Paths that begin so are hit. */
  readonly under: string;
  readonly code: string;
  times: number;
}

interface SimulatedFile {
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly ino: bigint;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** A folder of files with a clock of its own that fails, lies and is written to, even in the middle of a read. */
export function simulateDisk(traits: Traits) {
  let files = new Map<string, SimulatedFile>();
  const histories = new Map<string, Set<string>>();
  const beingWritten = new Map<string, string>();
  const freeInodes: bigint[] = [];
  const faults: Fault[] = [];
  const writesWhileRead: { readonly path: string; readonly text: string }[] = [];
  let before = files;
  let nextInode = 1n;
  // no whole second: the time stamps of a coarse clock are
  let time = 1_000_007;
  let root: 'there' | 'gone' | 'empty' = 'there';
  let lies = 0;

  const stamp = (): bigint => BigInt(Math.floor(time / traits.tickMs) * traits.tickMs) * 1_000_000n;
  const newInode = (): bigint => (traits.reusesInodes ? freeInodes.pop() : undefined) ?? nextInode++;
  const signatureOf = ({ bytes, mtimeNs, ctimeNs, ino }: SimulatedFile): Signature => ({
    size: bytes.length,
    mtimeNs,
    ctimeNs,
    ino,
    dev: 1n,
  });
  const remember = (path: string): void => {
    histories.set(path, (histories.get(path) ?? new Set()).add(files.get(path)?.hash ?? ''));
  };

  const put = (path: string, text: string, how: { keepInode?: boolean; mtimeNs?: bigint } = {}): void => {
    const old = files.get(path);
    const keepsInode = old !== undefined && (how.keepInode ?? true);
    if (old !== undefined && !keepsInode) freeInodes.push(old.ino);
    const mtimeNs = how.mtimeNs ?? stamp();
    const ctimeNs = traits.hasChangeTime ? stamp() : mtimeNs;
    const bytes = encode(text);
    files.set(path, { bytes, hash: hashOf(bytes), mtimeNs, ctimeNs, ino: keepsInode ? old.ino : newInode() });
  };
  const commit = (path: string, text: string, how: { keepInode?: boolean; mtimeNs?: bigint } = {}): void => {
    beingWritten.delete(path);
    put(path, text, how);
    remember(path);
  };
  const finishWriting = (path: string): void => {
    const text = beingWritten.get(path);
    if (text !== undefined) commit(path, text);
  };
  const remove = (path: string): void => {
    const old = files.get(path);
    beingWritten.delete(path);
    if (old === undefined) return;
    freeInodes.push(old.ino);
    files.delete(path);
  };

  /** Takes up a fault that hits this call. */
  const strike = (kind: Fault['kind'], path: string): Fault | undefined => {
    const fault = faults.find((it) => it.kind === kind && it.times > 0 && path.startsWith(it.under));
    if (fault !== undefined) fault.times--;
    return fault;
  };
  const fail = (kind: Fault['kind'], path: string): void => {
    const fault = strike(kind, path);
    if (fault !== undefined) throw failure(fault.code);
  };
  const find = (path: string): SimulatedFile => {
    const file = root === 'there' ? files.get(path) : undefined;
    if (file === undefined) throw failure('ENOENT');
    return file;
  };
  const entriesOf = (folder: string, seen: ReadonlyMap<string, SimulatedFile>): Entry[] => {
    const prefix = folder === '' ? '' : `${folder}/`;
    const entries = new Map<string, Entry['kind']>();
    for (const path of seen.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...below] = path.slice(prefix.length).split('/');
      entries.set(name, below.length > 0 ? 'folder' : 'file');
    }
    return [...entries].map(([name, kind]) => ({ name, kind }));
  };

  const disk: Disk = {
    async list(folder) {
      if (root === 'gone') throw failure('ENOENT');
      fail('list', folder);
      const isStale = strike('stale', folder) !== undefined;
      const entries = root === 'empty' ? [] : entriesOf(folder, isStale ? before : files);
      const isPartial = strike('partial', folder) !== undefined;
      if (isStale || isPartial || root === 'empty') lies++;
      if (folder !== '' && entries.length === 0) throw failure('ENOENT');
      return isPartial ? entries.slice(0, Math.ceil(entries.length / 2)) : entries;
    },
    async signature(path) {
      fail('signature', path);
      return signatureOf(find(path));
    },
    async read(path) {
      fail('read', path);
      const file = find(path);
      const isShort = strike('short', path) !== undefined;
      let bytes = isShort ? file.bytes.subarray(0, file.bytes.length >> 1) : file.bytes;
      const write = writesWhileRead.find((it) => it.path === path);
      if (write !== undefined) {
        writesWhileRead.splice(writesWhileRead.indexOf(write), 1);
        time += 1;
        commit(path, write.text);
        const half = file.bytes.length >> 1;
        bytes = Uint8Array.from([...file.bytes.subarray(0, half), ...find(path).bytes.subarray(half)]);
      }
      return { bytes, before: signatureOf(file), after: signatureOf(find(path)) };
    },
  };

  return {
    disk,
    traits,
    now: (): number => time,
    /** How often a listing was not true. */
    lies: (): number => lies,
    root: () => root,
    setRoot(state: typeof root): void {
      root = state;
    },
    files: (): ReadonlyMap<string, SimulatedFile> => files,
    /** Whether a file ever held exactly these contents, not counting those of a save on its way. */
    everHeld: (path: string, hash: string): boolean => histories.get(path)?.has(hash) === true,
    write: (path: string, text: string): void => {
      commit(path, text);
    },
    /** A new file takes the old one's place, as careful editors do. */
    replace: (path: string, text: string): void => {
      commit(path, text, { keepInode: false });
    },
    /** Another version, with the times of this one. */
    restore(path: string, text: string, keepInode: boolean): void {
      commit(path, text, { keepInode, mtimeNs: files.get(path)?.mtimeNs ?? 0n });
    },
    /** Half of the text is on disk until `finishWriting`. */
    beginWriting(path: string, text: string): void {
      if (text.length < 4) return;
      put(path, `${text.slice(0, text.length >> 1)}~`);
      beingWritten.set(path, text);
    },
    remove,
    removeFolder(folder: string): void {
      for (const path of [...files.keys()]) if (path.startsWith(`${folder}/`)) remove(path);
    },
    rename(from: string, to: string): void {
      finishWriting(from);
      const file = files.get(from);
      if (file === undefined || from === to) return;
      remove(to);
      files.delete(from);
      files.set(to, { ...file, ctimeNs: traits.hasChangeTime ? stamp() : file.ctimeNs });
      remember(to);
    },
    /** Somebody writes this at the moment when the file is read next. */
    writeWhileRead(path: string, text: string): void {
      writesWhileRead.push({ path, text });
    },
    addFault(fault: Fault): void {
      faults.push(fault);
      if (fault.kind === 'stale') before = new Map(files);
    },
    /** Time goes by; whoever is writing goes on writing. */
    advance(ms: number): void {
      for (let left = ms; left > 0; left -= 100) {
        time += Math.min(left, 100);
        for (const path of beingWritten.keys()) put(path, `${new TextDecoder().decode(files.get(path)?.bytes)}~`);
      }
      if (ms >= 200) for (const path of [...beingWritten.keys()]) finishWriting(path);
    },
    /** Faults end, writers finish, and nobody touches the folder any more. */
    comeToRest(): void {
      for (const path of [...beingWritten.keys()]) finishWriting(path);
      faults.length = 0;
      writesWhileRead.length = 0;
      root = 'there';
      files = new Map(files);
    },
  };
}

export type SimulatedDisk = ReturnType<typeof simulateDisk>;
