import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openDisk } from '../../../src/library/disk/disk.ts';
import type { Findings } from '../../../src/library/disk/findings.ts';
import { type Folder, type FolderOptions, openFolder } from '../../../src/library/disk/folder.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterAll(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** An empty folder of our own; its parent is ours too. */
function emptyFolder(): string {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'team-context-')));
  cleanups.push(() => rmSync(parent, { recursive: true, force: true }));
  mkdirSync(join(parent, 'library'));
  return join(parent, 'library');
}

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function folderWith(files: Record<string, string>): string {
  const root = emptyFolder();
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  return root;
}

/** All findings put together, and each for itself. */
interface Opened {
  readonly folder: Folder;
  readonly findings: Findings[];
  readonly texts: Map<string, string>;
  /** Every text that each document ever had. */
  readonly history: string[];
  readonly codes: () => string[];
}

async function openSoon(root: string, options: Partial<FolderOptions> = {}): Promise<Opened> {
  const findings: Findings[] = [];
  const texts = new Map<string, string>();
  const history: string[] = [];
  const folder = await openFolder({
    root,
    ...options,
    onFindings(found) {
      findings.push(found);
      for (const id of found.removed) texts.delete(id);
      for (const { id, bytes } of found.changed) {
        texts.set(id, new TextDecoder().decode(bytes));
        history.push(`${id}: ${texts.get(id)}`);
      }
    },
  });
  cleanups.push(() => folder.close());
  return {
    folder,
    findings,
    texts,
    history,
    codes: () => (findings.at(-1)?.diagnostics ?? []).map(({ code, path }) => `${code} ${path}`),
  };
}

/** For every id that went, in order, the one that came with the same contents in the same finding. */
function renames(findings: readonly Findings[]): (readonly [string, string | undefined])[] {
  const hashes = new Map<string, string>();
  return findings.flatMap(({ changed, removed }) => {
    const pairs = removed.map((id) => [id, changed.find(({ hash }) => hash === hashes.get(id))?.id] as const);
    for (const { id, hash } of changed) hashes.set(id, hash);
    return pairs;
  });
}

const soon = { timeout: 20_000, interval: 10 };

async function openAndRead(root: string, options: Partial<FolderOptions> = {}): Promise<Opened> {
  const opened = await openSoon(root, options);
  await vi.waitFor(() => expect(opened.findings).not.toEqual([]), soon);
  return opened;
}

describe.concurrent('opening a folder', () => {
  it('delivers everything at once, and says how far it is', async () => {
    const root = folderWith({ 'context/a.md': 'a', 'context/b/c.txt': 'c', 'README.md': 'r' });
    const progress: string[] = [];
    const { folder, findings, texts } = await openAndRead(root, {
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    expect([...texts].sort()).toEqual([
      ['context/a.md', 'a'],
      ['context/b/c.txt', 'c'],
    ]);
    expect(findings).toHaveLength(1);
    expect(progress).toEqual(['1/2', '2/2']);
    expect(folder.status()).toMatchObject({ isReachable: true, watching: 'events', reading: undefined });
    expect(folder.status().lastScan).toBeLessThanOrEqual(performance.now());
    expect(folder.root).toBe(root);
  });

  it('delivers an empty finding for an empty folder, and then what is put into it', async () => {
    const root = emptyFolder();
    const { findings, texts } = await openAndRead(root);
    expect(findings).toEqual([{ changed: [], removed: [], diagnostics: [] }]);
    write(root, 'context/brand/voice.md', 'warm');
    await vi.waitFor(() => expect([...texts]).toEqual([['context/brand/voice.md', 'warm']]), soon);
  });

  it('lists names before anything was read', async () => {
    const root = folderWith({ 'a.md': 'a', 'b/c.md': 'c', '.git/d.md': 'd' });
    const { folder, findings } = await openSoon(root);
    expect(await folder.listing()).toEqual(['a.md', 'b/c.md']);
    expect(findings).toEqual([]);
  });

  it('waits for a folder that is not there', async () => {
    const root = join(emptyFolder(), 'later');
    const { folder, texts, codes } = await openAndRead(root);
    expect([codes(), folder.status().isReachable]).toEqual([['folder-unreachable .'], false]);
    write(root, 'a.md', 'a');
    await vi.waitFor(() => expect([[...texts], codes()]).toEqual([[['a.md', 'a']], []]), soon);
  });
});

describe.concurrent('an edit', () => {
  it.each([
    ['events', false],
    ['polling', true],
  ] as const)('is found by %s', async (watching, poll) => {
    const root = folderWith({ 'a.md': 'one', 'b.md': 'b' });
    const { folder, texts } = await openAndRead(root, { poll });
    expect(folder.status().watching).toBe(watching);
    write(root, 'a.md', 'two');
    await vi.waitFor(() => expect(texts.get('a.md')).toBe('two'), soon);
    write(root, 'new/folder/c.md', 'c');
    await vi.waitFor(() => expect(texts.get('new/folder/c.md')).toBe('c'), soon);
    unlinkSync(join(root, 'b.md'));
    await vi.waitFor(() => expect([...texts.keys()].sort()).toEqual(['a.md', 'new/folder/c.md']), soon);
  });

  it('that replaces the file never takes the document away', async () => {
    const root = folderWith({ 'a.md': 'version 0' });
    const { findings, texts } = await openAndRead(root);
    for (let n = 1; n <= 40; n++) {
      write(root, '.a.md.tmp', `version ${n}`);
      renameSync(join(root, '.a.md.tmp'), join(root, 'a.md'));
      await pause(10);
    }
    await vi.waitFor(() => expect(texts.get('a.md')).toBe('version 40'), soon);
    expect(findings.flatMap(({ removed }) => removed)).toEqual([]);
  });

  it('is taken whole, however slowly it is written', async () => {
    const root = folderWith({ 'a.md': 'before' });
    const { texts, history } = await openAndRead(root);
    const file = await open(join(root, 'a.md'), 'w');
    for (let n = 0; n < 12; n++) {
      await file.write(`part ${n}. `);
      await pause(60);
    }
    await file.close();
    const whole = readFileSync(join(root, 'a.md'), 'utf8');
    await vi.waitFor(() => expect(texts.get('a.md')).toBe(whole), soon);
    expect(history).toEqual(['a.md: before', `a.md: ${whole}`]);
  });

  it('of a name is one finding, also when only case or the way of storing accents differs', async () => {
    const root = folderWith({ 'voice.md': 'v', 'cafe\u0301.md': 'c', 'z.md': 'z' });
    const { findings, texts } = await openAndRead(root);
    renameSync(join(root, 'voice.md'), join(root, 'Voice.md'));
    renameSync(join(root, 'cafe\u0301.md'), join(root, 'caf\u00e9.md'));
    renameSync(join(root, 'z.md'), join(root, 'y.md'));
    await vi.waitFor(() => expect([...texts.keys()].sort()).toEqual(['Voice.md', 'caf\u00e9.md', 'y.md']), soon);
    expect(renames(findings)).toEqual([
      ['voice.md', 'Voice.md'],
      ['z.md', 'y.md'],
    ]);
  });

  it('of the name of a folder is one finding', async () => {
    const root = folderWith({ 'old/a.md': 'a', 'old/b/c.md': 'c', 'd.md': 'd' });
    const { findings, texts } = await openAndRead(root);
    renameSync(join(root, 'old'), join(root, 'new'));
    await vi.waitFor(() => expect([...texts.keys()].sort()).toEqual(['d.md', 'new/a.md', 'new/b/c.md']), soon);
    expect(renames(findings)).toEqual([
      ['old/a.md', 'new/a.md'],
      ['old/b/c.md', 'new/b/c.md'],
    ]);
  });
});

describe.concurrent('the root', () => {
  it('may vanish and come back: everything is served meanwhile, and edits are found afterwards', async () => {
    const root = folderWith({ 'a.md': 'a', 'b.md': 'b' });
    const { folder, texts, codes } = await openAndRead(root);
    renameSync(root, `${root} away`);
    await vi.waitFor(() => expect(codes()).toEqual(['folder-unreachable .']), soon);
    expect([[...texts.keys()], folder.status().isReachable]).toEqual([['a.md', 'b.md'], false]);
    renameSync(`${root} away`, root);
    await vi.waitFor(() => expect(codes()).toEqual([]), soon);
    write(root, 'a.md', 'edited');
    await vi.waitFor(() => expect(texts.get('a.md')).toBe('edited'), soon);
  });

  it('may be deleted and made again', async () => {
    const root = folderWith({ 'a.md': 'a', 'b.md': 'b' });
    const { texts, codes } = await openAndRead(root);
    rmSync(root, { recursive: true });
    await vi.waitFor(() => expect(codes()).toEqual(['folder-unreachable .']), soon);
    write(root, 'a.md', 'again');
    await vi.waitFor(() => expect([...texts]).toEqual([['a.md', 'again']]), soon);
    write(root, 'a.md', 'edited');
    await vi.waitFor(() => expect(texts.get('a.md')).toBe('edited'), soon);
  });

  it('may be swapped for another folder in one moment', async () => {
    const root = folderWith({ 'a.md': 'a' });
    write(`${root} two`, 'a.md', 'of the second');
    const { texts } = await openAndRead(root);
    renameSync(root, `${root} one`);
    renameSync(`${root} two`, root);
    await vi.waitFor(() => expect(texts.get('a.md')).toBe('of the second'), soon);
    write(root, 'a.md', 'edited');
    await vi.waitFor(() => expect(texts.get('a.md')).toBe('edited'), soon);
  });

  it('may be a link that is pointed elsewhere', async () => {
    const first = folderWith({ 'a.md': 'first' });
    const second = folderWith({ 'a.md': 'second' });
    const link = join(dirname(first), 'link');
    symlinkSync(first, link);
    const { folder, texts } = await openAndRead(link);
    expect(folder.root).toBe(first);
    unlinkSync(link);
    symlinkSync(second, link);
    await vi.waitFor(() => expect([folder.root, texts.get('a.md')]).toEqual([second, 'second']), soon);
    write(second, 'a.md', 'edited');
    await vi.waitFor(() => expect(texts.get('a.md')).toBe('edited'), soon);
  });

  it('pointed at a smaller folder holds nothing of the larger one back', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `${name}.md`);
    const first = folderWith(Object.fromEntries(names.map((name) => [name, 'first'])));
    const second = folderWith({ 'z.md': 'second' });
    const link = join(dirname(first), 'smaller');
    symlinkSync(first, link);
    const { texts } = await openAndRead(link);
    expect(texts.size).toBe(names.length);
    unlinkSync(link);
    symlinkSync(second, link);
    await vi.waitFor(() => expect([...texts.keys()]).toEqual(['z.md']), soon);
  });
});

describe.concurrent('a folder', () => {
  it('serves another part of itself when its scope changes', async () => {
    const root = folderWith({ 'context/a.md': 'a', 'notes/b.md': 'b', 'notes/c.md': 'c' });
    const { folder, texts } = await openAndRead(root);
    folder.setScope({ include: ['notes'], ignore: ['c.md'] });
    await folder.rescan();
    expect([...texts.keys()]).toEqual(['notes/b.md']);
    write(root, 'notes/b.md', 'edited');
    await vi.waitFor(() => expect(texts.get('notes/b.md')).toBe('edited'), soon);
  });

  it('has published what was there at the time of the call when a rescan ends', async () => {
    const root = folderWith({ 'a.md': 'a' });
    const { folder, texts } = await openAndRead(root, { poll: true });
    write(root, 'a.md', 'edited');
    await folder.rescan();
    expect(texts.get('a.md')).toBe('edited');
  });

  it('finds nothing any more once it is closed, and nothing waits for it', async () => {
    const root = folderWith({ 'a.md': 'a' });
    const { folder, findings } = await openAndRead(root);
    write(root, 'a.md', 'edited');
    const rescan = folder.rescan();
    await folder.close();
    await rescan;
    await folder.rescan();
    await folder.close();
    const other = await openAndRead(root);
    expect(other.texts.get('a.md')).toBe('edited');
    expect(findings).toHaveLength(1);
  });

  it('reports what those whom it calls throw, and goes on', async () => {
    const root = folderWith({ 'a.md': 'a', 'b.md': 'b' });
    const faults: unknown[] = [];
    const found: string[] = [];
    const folder = await openFolder({
      root,
      onProgress: (done) => {
        throw new Error(`progress ${done}`);
      },
      onFindings: ({ changed }) => {
        found.push(...changed.map(({ id }) => id));
        if (found.length === 2) throw new Error('findings');
      },
      onFault: (fault) => faults.push(String(fault)),
    });
    cleanups.push(() => folder.close());
    await vi.waitFor(() => expect(faults).toEqual(['Error: progress 1', 'Error: progress 2', 'Error: findings']), soon);
    write(root, 'c.md', 'c');
    await vi.waitFor(() => expect(found).toEqual(['a.md', 'b.md', 'c.md']), soon);
    expect(faults).toHaveLength(3);
  });

  it('equals a fresh one after any storm of edits', async () => {
    const root = folderWith({ '0.md': '0' });
    const { folder, texts } = await openAndRead(root);
    const names = ['0.md', '1.md', 'a/2.md', 'a/3.md', 'a/b/4.md', 'C/5.md', '6.txt'];
    let state = 7;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const any = (): string => names[random(names.length)] ?? '0.md';
    for (let n = 0; n < 600; n++) {
      const [path, other] = [any(), any()];
      try {
        if (random(3) > 0) write(root, path, `text ${n}`);
        else if (random(2) > 0) {
          mkdirSync(dirname(join(root, other)), { recursive: true });
          renameSync(join(root, path), join(root, other));
        } else rmSync(join(root, random(4) > 0 ? path : 'a'), { recursive: true });
      } catch {
        // it was not there
      }
      if (n % 20 === 0) await pause(random(60));
    }
    const fresh = await openAndRead(root);
    await fresh.folder.rescan();
    await vi.waitFor(() => expect([...texts].sort()).toEqual([...fresh.texts].sort()), soon);
    await folder.rescan();
    expect([...texts].sort()).toEqual([...fresh.texts].sort());
  });
});

describe('a burst of edits', () => {
  it('of thousands of files at once is one finding', async () => {
    const root = folderWith({ 'a.md': 'a' });
    const { findings, texts } = await openAndRead(root);
    for (let n = 0; n < 5_000; n++) write(root, `folder ${n % 50}/${n}.md`, `text ${n}`);
    await vi.waitFor(() => expect(texts.size).toBe(5_001), { timeout: 50_000 });
    expect(findings.map(({ changed }) => changed.length)).toEqual([1, 5_000]);
  });
});

describe('safety', () => {
  it('follows no link, and says so', async () => {
    const outside = folderWith({ 'secret.md': 'secret' });
    const root = folderWith({ 'a.md': 'a' });
    symlinkSync(outside, join(root, 'folder'));
    symlinkSync(join(outside, 'secret.md'), join(root, 'linked.md'));
    const { texts, codes } = await openAndRead(root);
    expect([...texts.keys()]).toEqual(['a.md']);
    expect(codes()).toEqual(['file-link folder', 'file-link linked.md']);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'says what cannot be read, for as long as it cannot',
    async () => {
      const root = folderWith({ 'a.md': 'a', 'b.md': 'b' });
      chmodSync(join(root, 'b.md'), 0);
      const { texts, codes } = await openAndRead(root);
      await vi.waitFor(() => expect([[...texts.keys()], codes()]).toEqual([['a.md'], ['file-unreadable b.md']]), soon);
      chmodSync(join(root, 'b.md'), 0o600);
      await vi.waitFor(() => expect([[...texts.keys()], codes()]).toEqual([['a.md', 'b.md'], []]), soon);
    },
  );

  const SWAP = `const { renameSync, symlinkSync } = require('node:fs');
    const [root, outside] = process.argv.slice(1);
    symlinkSync(outside, root + '-link');
    process.send('ready');
    for (;;) {
      renameSync(root + '/sub', root + '-kept'); renameSync(root + '-link', root + '/sub');
      renameSync(root + '/sub', root + '-link'); renameSync(root + '-kept', root + '/sub');
    }`;

  it.skipIf(process.platform === 'win32')(
    'reads nothing outside while a folder is swapped for a link all the time',
    async () => {
      const root = folderWith({ 'sub/a.md': 'inside' });
      const outside = folderWith({ 'a.md': 'SECRET' });
      const swapper: ChildProcess = spawn(process.execPath, ['-e', SWAP, root, outside], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      cleanups.push(async () => {
        swapper.kill('SIGKILL');
        await once(swapper, 'exit');
      });
      await once(swapper, 'message');
      const disk = openDisk(root, 1_000);
      const seen = { inside: 0, SECRET: 0, refused: 0 };
      // a race has to be run for a while: the naive order leaks within milliseconds
      const end = performance.now() + 2_000;
      while (performance.now() < end) {
        const reading = await disk.read('sub/a.md').catch(() => undefined);
        const text = new TextDecoder().decode(reading?.bytes);
        seen[text === 'inside' || text === 'SECRET' ? text : 'refused']++;
      }
      expect(seen.SECRET).toBe(0);
      expect(seen.inside).toBeGreaterThan(0);
      expect(seen.refused).toBeGreaterThan(0);
    },
  );

  const watches = (): number =>
    readdirSync('/proc/self/fdinfo')
      .map((fd) => {
        try {
          return readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8').match(/^inotify/gm)?.length ?? 0;
        } catch {
          return 0;
        }
      })
      .reduce((sum, count) => sum + count, 0);

  it.skipIf(process.platform !== 'linux')('watches no folder that is not served', async () => {
    const root = folderWith({ 'context/a.md': 'a', 'context/b/c.md': 'c' });
    for (let n = 0; n < 200; n++) write(root, `${['node_modules', '.git', 'src'][n % 3]}/${n}/x.md`, 'x');
    const before = watches();
    const { texts } = await openAndRead(root);
    write(root, 'context/a.md', 'edited');
    await vi.waitFor(() => expect(texts.get('context/a.md')).toBe('edited'), soon);
    expect(watches() - before).toBe(3);
  });
});
