import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findRoot } from '../../../src/library/disk/disk.ts';
import { WRITE_CALLS, type WriteCalls } from '../../../src/library/disk/write-calls.ts';
import { openWriter } from '../../../src/library/disk/writer.ts';
import { Refusal } from '../../../src/refusal.ts';
import { type TemporaryFolder, temporaryFolder } from '../../folders.ts';
import { ledThrough, withoutLinks, writingShort } from './faults.mjs';

const TEXT = `${'A'.repeat(9_000)}END\n`;
const DRAFT = { title: 'Launch emails', text: TEXT };

/** A call of the system that is under way. */
interface Step {
  readonly number: number;
  readonly name: string;
  readonly given: readonly string[];
}
type Act = (step: Step, run: () => Promise<unknown>, half: () => Promise<unknown>) => Promise<unknown>;

/** The calls as `act` has them done. */
function led(act: Act, calls: WriteCalls = WRITE_CALLS): WriteCalls {
  return Object.assign({ ...calls }, ledThrough(calls, act));
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

async function library(files: Readonly<Record<string, string>> = {}): Promise<TemporaryFolder> {
  const folder = await temporaryFolder({ 'library/context/voice.md': 'Warm.\n', ...files });
  onTestFinished(folder.remove);
  return folder;
}

async function create(folder: TemporaryFolder, calls: WriteCalls = WRITE_CALLS, draft = DRAFT): Promise<string> {
  const root = folder.at('library');
  const key = (await findRoot(root))?.key;
  return openWriter({ root, servedKey: () => key, calls }).create(draft);
}

/** What somebody is told who cannot have it. */
async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (wrong: unknown) => wrong,
  );
  if (!(error instanceof Refusal)) throw error ?? new Error('This was not refused.');
  return error.message;
}

function namesIn(folder: TemporaryFolder, path: string): string[] {
  return existsSync(folder.at(path)) ? readdirSync(folder.at(path)) : [];
}
const isTemporary = (name: string): boolean => name.startsWith('.~') && name.endsWith('.tmp');
const textAt = (folder: TemporaryFolder, path: string): string => readFileSync(folder.at(path), 'utf8');

describe('a draft becomes a file', () => {
  test('of the inbox, which is made for it, under its date and title', async () => {
    const folder = await library();
    const id = await create(folder);
    expect(id).toMatch(/^inbox\/\d{4}-\d{2}-\d{2}-launch-emails-[0-9a-z]{8}\.md$/);
    expect(textAt(folder, `library/${id}`)).toBe(TEXT);
    expect(namesIn(folder, 'library').sort()).toEqual(['context', 'inbox']);
    expect(namesIn(folder, 'library/inbox')).toHaveLength(1);
  });

  test('of the inbox as people spelt it', async () => {
    const folder = await library({ 'library/Inbox/note.md': 'Hello.\n' });
    expect(await create(folder)).toMatch(/^Inbox\//);
    expect(namesIn(folder, 'library/Inbox')).toHaveLength(2);
  });

  test('also where the name of the library is a link', async () => {
    const folder = await library();
    symlinkSync(folder.at('library'), folder.at('name'));
    const key = (await findRoot(folder.at('name')))?.key;
    const writer = openWriter({ root: folder.at('name'), servedKey: () => key });
    expect(textAt(folder, `library/${await writer.create(DRAFT)}`)).toBe(TEXT);
  });

  test('of up to 256 KiB and no more', async () => {
    const folder = await library();
    const text = 'ü'.repeat(128 * 1_024);
    expect(textAt(folder, `library/${await create(folder, WRITE_CALLS, { title: 'Long', text })}`)).toBe(text);
    const tooLong = create(folder, WRITE_CALLS, { title: 'Long', text: `${text}.` });
    expect(await refusalOf(tooLong)).toMatch(/^Nothing was saved: this comes to 257 KiB/);
    expect(namesIn(folder, 'library/inbox')).toHaveLength(1);
  });
});

describe('nothing is written', () => {
  test('through a link in the place of the inbox', async () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const folder = await library({ 'outside/theirs.md': 'Theirs.\n' });
      symlinkSync(folder.at('outside'), folder.at('library/inbox'));
      const said = await refusalOf(create(folder, { ...WRITE_CALLS, platform }));
      expect(said).toMatch(/"inbox" in the library is a link or a file/);
      expect(namesIn(folder, 'outside')).toEqual(['theirs.md']);
    }
  });

  test('when a file is called inbox', async () => {
    const folder = await library({ 'library/inbox': 'A file.\n' });
    expect(await refusalOf(create(folder))).toMatch(/is a link or a file/);
    expect(textAt(folder, 'library/inbox')).toBe('A file.\n');
  });

  test('when the library is gone, or another folder lies in its place', async () => {
    const folder = await library();
    const key = (await findRoot(folder.at('library')))?.key;
    const writer = openWriter({ root: folder.at('library'), servedKey: () => key });
    renameSync(folder.at('library'), folder.at('moved'));
    expect(await refusalOf(writer.create(DRAFT))).toMatch(/cannot be reached at the moment/);
    mkdirSync(folder.at('library'));
    expect(await refusalOf(writer.create(DRAFT))).toMatch(/another folder lies in the place of the library/);
    expect(namesIn(folder, 'library')).toEqual([]);
    expect(namesIn(folder, 'moved')).toEqual(['context']);
  });

  test.each(['create', 'write', 'link', 'lstat', 'openFolder', 'unlink', 'realpath', 'list'])(
    'outside the library, when the inbox is swapped for a link just before any call of %s',
    async (name) => {
      for (const platform of ['linux', 'darwin'] as const) {
        for (let nth = 1; nth <= 4; nth++) {
          const folder = await library({ 'library/inbox/old.md': 'old\n', 'outside/theirs.md': 'Theirs.\n' });
          let count = 0;
          const swapping = led(
            (step, run) => {
              if (step.name === name && ++count === nth) {
                renameSync(folder.at('library/inbox'), folder.at('library/context/was-inbox'));
                symlinkSync(folder.at('outside'), folder.at('library/inbox'));
              }
              return run();
            },
            { ...WRITE_CALLS, platform },
          );
          await create(folder, swapping).catch(() => undefined);
          expect(namesIn(folder, 'outside')).toEqual(['theirs.md']);
          expect(textAt(folder, 'outside/theirs.md')).toBe('Theirs.\n');
        }
      }
    },
  );

  test.each(['ENOSPC', 'EDQUOT'])('when the disk is full (%s), and the person is told so', async (code) => {
    const folder = await library();
    const full = led((step, run) => (step.name === 'write' ? Promise.reject(failure(code)) : run()));
    expect(await refusalOf(create(folder, full))).toMatch(/there is no room left/);
    expect(namesIn(folder, 'library/inbox')).toEqual([]);
  });

  test.each(['EROFS', 'EACCES', 'EPERM'])(
    'where writing is not allowed (%s), and the person is told so',
    async (code) => {
      const folder = await library();
      const closed = led((step, run) => (step.name === 'mkdir' ? Promise.reject(failure(code)) : run()));
      expect(await refusalOf(create(folder, closed))).toMatch(/may not write into the folder "inbox"/);
      expect(namesIn(folder, 'library')).toEqual(['context']);
    },
  );
});

describe('what has the name already', () => {
  test.each([
    ['second names are given', WRITE_CALLS],
    ['files have one name only', withoutLinks(WRITE_CALLS)],
  ])('is never written over where %s: the draft gets another name', async (_, calls) => {
    const folder = await library();
    const taken: string[] = [];
    const racing = led(
      ({ name, given }, run) => {
        const wanted = name === 'link' ? given[1] : name === 'lstat' ? given[0] : undefined;
        if (wanted?.endsWith('.md') === true && taken.length < 2 && !existsSync(wanted)) {
          writeFileSync(wanted, 'theirs\n');
          taken.push(wanted.slice(wanted.lastIndexOf('/') + 1));
        }
        return run();
      },
      Object.assign({ ...WRITE_CALLS }, calls),
    );
    const id = await create(folder, racing);
    expect(taken).toHaveLength(2);
    for (const name of taken) expect(textAt(folder, `library/inbox/${name}`)).toBe('theirs\n');
    expect(textAt(folder, `library/${id}`)).toBe(TEXT);
    expect(namesIn(folder, 'library/inbox')).toHaveLength(3);
  });
});

/** How a call goes wrong. */
interface Fault {
  readonly way: 'fails' | 'fails although it was done' | 'does nothing and says that it did' | 'does half';
  readonly code: string;
  readonly isLasting: boolean;
}

const CODES = 'EIO ENOSPC EACCES EMFILE EPERM EOPNOTSUPP ESTALE EBUSY EEXIST ENOENT'.split(' ');
const FAULTS: readonly Fault[] = [
  ...CODES.flatMap((code) =>
    [true, false].flatMap((isLasting) => [
      { way: 'fails', code, isLasting } as const,
      { way: 'fails although it was done', code, isLasting } as const,
    ]),
  ),
  { way: 'does nothing and says that it did', code: '', isLasting: false },
  { way: 'does half', code: '', isLasting: false },
];
/** Calls that a lie can be told about. */
const LIES: ReadonlySet<string> = new Set(['write', 'link', 'rename', 'unlink', 'mkdir']);

async function faulty(
  { way, code }: Fault,
  step: Step,
  run: () => Promise<unknown>,
  half: () => Promise<unknown>,
): Promise<unknown> {
  switch (way) {
    case 'fails':
      // what is not closed would stay open for as long as the test runs
      if (step.name.startsWith('close')) await run();
      throw failure(code);
    case 'fails although it was done':
      // what was opened so would stay open
      if (step.name !== 'create' && step.name !== 'openFolder') await run();
      throw failure(code);
    case 'does nothing and says that it did':
      if (step.name === 'write') return { bytesWritten: 9_004 };
      return LIES.has(step.name) ? undefined : run();
    case 'does half':
      return half();
  }
}

/** What is wrong with what a write has left behind that went as `fault` says. */
async function judge(fault: Fault, at: number, calls: WriteCalls): Promise<string | undefined> {
  const folder = await temporaryFolder({ 'library/context/voice.md': 'Warm.\n', 'library/inbox/old.md': 'old\n' });
  let failing = '';
  const broken = led((step, run, half) => {
    const isHere = step.number === at || (fault.isLasting && step.number > at);
    if (step.number === at) failing = step.name;
    return isHere ? faulty(fault, step, run, half) : run();
  }, calls);
  const outcome = await create(folder, broken).catch((error: unknown) => error);
  const names = namesIn(folder, 'library/inbox').filter((name) => !isTemporary(name) && name !== 'old.md');
  const temporary = namesIn(folder, 'library/inbox').filter(isTemporary);
  const isOld = textAt(folder, 'library/inbox/old.md') === 'old\n';
  const isWhole = names.every((name) => textAt(folder, `library/inbox/${name}`) === TEXT);
  await folder.remove();
  const told = `${failing} ${fault.way} ${fault.code} ${fault.isLasting ? 'from then on' : 'once'}`;
  if (!isOld) return `${told}: what was there is not as it was`;
  if (!isWhole) return `${told}: a file is not whole`;
  if (typeof outcome === 'string' && names.length !== 1) return `${told}: it was promised and is not there`;
  if (typeof outcome !== 'string' && !(outcome instanceof Refusal)) return `${told}: ${String(outcome)}`;
  const isCertain = typeof outcome !== 'string' && !/does not say whether/.test(outcome.message);
  if (isCertain && names.length > 0) return `${told}: it was refused and is there`;
  const mayBeUnsure = fault.isLasting || fault.way === 'does nothing and says that it did' || fault.code === 'ENOENT';
  if (typeof outcome !== 'string' && !isCertain && !mayBeUnsure) return `${told}: nobody knows whether it is there`;
  const isStuck = fault.isLasting || failing === 'unlink';
  if (temporary.length > 0 && !isStuck) return `${told}: litter`;
  return undefined;
}

describe.each([
  ['Linux', WRITE_CALLS],
  ['a system that knows folders by their paths only', { ...WRITE_CALLS, platform: 'darwin' as const }],
  ['a disk on which files have one name only', Object.assign({ ...WRITE_CALLS }, withoutLinks(WRITE_CALLS))],
])('on %s', (_, calls) => {
  test('whatever call goes wrong, there is all of the new file or nothing, and who asked is told which', async () => {
    let steps = 0;
    const folder = await library({ 'library/inbox/old.md': 'old\n' });
    await create(
      folder,
      led((step, run) => {
        steps = step.number;
        return run();
      }, calls),
    );
    const trials = Array.from({ length: steps }, (_, index) =>
      FAULTS.map((fault) => ({ fault, at: index + 1 })),
    ).flat();
    const wrong: string[] = [];
    // several at once, since most of the time goes by waiting for the disk
    const worker = async (): Promise<void> => {
      for (let trial = trials.pop(); trial !== undefined; trial = trials.pop()) {
        const found = await judge(trial.fault, trial.at, calls);
        if (found !== undefined) wrong.push(found);
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    expect(wrong).toEqual([]);
    expect(steps).toBeGreaterThan(15);
  });
});

test('a disk that writes a few bytes at a time gets all of them', async () => {
  const folder = await library();
  const id = await create(folder, Object.assign({ ...WRITE_CALLS }, writingShort(WRITE_CALLS, 700)));
  expect(textAt(folder, `library/${id}`)).toBe(TEXT);
});

test('on Windows a file that a virus scanner holds for a moment is waited for', async () => {
  const folder = await library();
  let held = 3;
  const scanned = led((step, run) => (step.name === 'link' && held-- > 0 ? Promise.reject(failure('EBUSY')) : run()), {
    ...WRITE_CALLS,
    platform: 'win32',
  });
  expect(textAt(folder, `library/${await create(folder, scanned)}`)).toBe(TEXT);
  expect(held).toBe(-1);
});

test('tidying makes no inbox, removes nothing of others, and never fails', async () => {
  const folder = await library();
  const writer = openWriter({
    root: folder.at('library'),
    servedKey: () => undefined,
    now: () => Date.now() + 7_200_000,
  });
  await writer.tidy();
  expect(namesIn(folder, 'library')).toEqual(['context']);
  const names = [
    'note.md',
    '.~lock.note.md#',
    '.~team-context-0123456789abcdef.tmp',
    '.~team-context-0123.tmp',
    'x.tmp',
  ];
  await folder.write(Object.fromEntries(names.map((name) => [`library/inbox/${name}`, 'x'])));
  await writer.tidy();
  expect(namesIn(folder, 'library/inbox').sort()).toEqual(names.filter((name) => !/[0-9a-f]{16}/.test(name)).sort());
  rmSync(folder.at('library'), { recursive: true });
  await writer.tidy();
});
