import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findRoot } from '../../../src/library/disk/disk.ts';
import type { Settled, Settling } from '../../../src/library/disk/settle.ts';
import { WRITE_CALLS, type WriteCalls } from '../../../src/library/disk/write-calls.ts';
import { openWriter } from '../../../src/library/disk/writer.ts';
import { Refusal } from '../../../src/refusal.ts';
import { type TemporaryFolder, temporaryFolder } from '../../folders.ts';
import { ledThrough, withoutLinks } from './faults.mjs';
import { approvals, declining } from './settlings.mjs';

const NAME = '2026-11-20-launch-emails-0123abcd.md';
const TEXT = `${'A'.repeat(9_000)}END\n`;
const ID = `inbox/${NAME}`;
const APPROVED = `context/workflows/${NAME}`;
const DECLINED = `inbox/declined/${NAME}`;
const hash = createHash('sha256').update(TEXT).digest('hex');

type Wish = Omit<Settling, 'id' | 'hash'>;
const APPROVE: Wish = approvals('Ana');
const DECLINE: Wish = declining;

interface Step {
  readonly number: number;
  readonly name: string;
  readonly given: readonly string[];
}
type Act = (step: Step, run: () => Promise<unknown>, half: () => Promise<unknown>) => Promise<unknown>;

function led(act: Act, calls: WriteCalls = WRITE_CALLS): WriteCalls {
  return Object.assign({ ...calls }, ledThrough(calls, act));
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

async function library(files: Readonly<Record<string, string>> = {}): Promise<TemporaryFolder> {
  const folder = await temporaryFolder({ 'library/context/voice.md': 'Warm.\n', [`library/${ID}`]: TEXT, ...files });
  onTestFinished(folder.remove);
  return folder;
}

async function settle(
  folder: TemporaryFolder,
  wish: Wish & Partial<Settling>,
  calls: WriteCalls = WRITE_CALLS,
): Promise<Settled | undefined> {
  const root = folder.at('library');
  const key = (await findRoot(root))?.key;
  return openWriter({ root, servedKey: () => key, calls }).settle({ id: ID, hash, ...wish });
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (wrong: unknown) => wrong,
  );
  if (!(error instanceof Refusal)) throw error ?? new Error('This was not refused.');
  return error.message;
}

/** Every file of the library with its text. */
function filesOf(folder: TemporaryFolder, inside = 'library'): Record<string, string> {
  const all = readdirSync(folder.at(inside), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const from = folder.at(inside).length + 1;
  const paths = all.map((each) => `${each.parentPath}/${each.name}`);
  return Object.fromEntries(paths.sort().map((path) => [path.slice(from), readFileSync(path, 'utf8')]));
}

const VOICE = { 'context/voice.md': 'Warm.\n' };
const SETTLED = {
  approved: { ...VOICE, [APPROVED]: `approved by Ana\n${TEXT}` },
  declined: { ...VOICE, [DECLINED]: TEXT },
};

describe('a draft', () => {
  test('that is approved becomes what is made of it, in its folder, and leaves the inbox', async () => {
    const folder = await library();
    expect(await settle(folder, APPROVE)).toEqual({ id: APPROVED, wasThere: false, isDraftLeft: false });
    expect(filesOf(folder)).toEqual(SETTLED.approved);
  });

  test('that is declined stays as it is, byte for byte, beside the inbox', async () => {
    const folder = await library();
    expect(await settle(folder, DECLINE)).toEqual({ id: DECLINED, wasThere: false, isDraftLeft: false });
    expect(filesOf(folder)).toEqual(SETTLED.declined);
  });

  test('of which the new file is there already is only removed, whoever made that', async () => {
    const folder = await library({ [`library/${APPROVED}`]: `approved by Bea\n${TEXT}` });
    expect(await settle(folder, APPROVE)).toEqual({ id: APPROVED, wasThere: true, isDraftLeft: false });
    expect(filesOf(folder)).toEqual({ ...VOICE, [APPROVED]: `approved by Bea\n${TEXT}` });
  });

  test('gets another name where something else has its own, and the same one the next time', async () => {
    const folder = await library({ [`library/${APPROVED}`]: 'theirs\n' });
    const first = await settle(folder, APPROVE);
    expect(first?.id).toBe(APPROVED.replace('.md', `-${hash.slice(0, 8)}.md`));
    expect(filesOf(folder)[APPROVED]).toBe('theirs\n');
    writeFileSync(folder.at(`library/${ID}`), TEXT);
    expect(await settle(folder, APPROVE)).toEqual({ id: first?.id, wasThere: true, isDraftLeft: false });
    writeFileSync(folder.at(`library/${ID}`), TEXT);
    writeFileSync(folder.at(`library/${first?.id}`), 'also theirs\n');
    expect((await settle(folder, APPROVE))?.id).toMatch(/-0123abcd-[0-9a-z]{8}\.md$/);
    expect(Object.keys(filesOf(folder))).toHaveLength(4);
  });

  test('gets a name that nobody else gives where a file cannot be kept from being written over otherwise', async () => {
    for (const [calls, name] of [
      [WRITE_CALLS, 'q4-segments.md'],
      [Object.assign({ ...WRITE_CALLS }, withoutLinks(WRITE_CALLS)), `q4-segments-${hash.slice(0, 8)}.md`],
    ] as const) {
      const folder = await library({ 'library/inbox/q4-segments.md': TEXT });
      const settled = await settle(folder, { ...APPROVE, id: 'inbox/q4-segments.md' }, calls);
      expect(settled?.id).toBe(`context/workflows/${name}`);
    }
  });

  test('never takes the place of what somebody saves under its name at that moment', async () => {
    for (const name of ['market-research.md', NAME]) {
      const folder = await library({ [`library/inbox/${name}`]: TEXT });
      const theirs = `context/workflows/${name}`;
      const racing = led(
        (step, run) => {
          if (step.name === 'rename') writeFileSync(folder.at(`library/${theirs}`), 'theirs\n');
          return run();
        },
        Object.assign({ ...WRITE_CALLS }, withoutLinks(WRITE_CALLS)),
      );
      await settle(folder, { ...APPROVE, id: `inbox/${name}` }, racing);
      expect(filesOf(folder)[theirs]).toBe('theirs\n');
    }
  });

  test('goes into the folder as people spelt it, and is found as they spelt it', async () => {
    const folder = await library({ 'library/context/Workflows/old.md': 'old\n', 'library/inbox/Käse.md': TEXT });
    const settled = await settle(folder, { ...APPROVE, id: 'inbox/Käse.md'.normalize('NFD') });
    expect(settled?.id).toMatch(/^context\/Workflows\/K/);
    expect(existsSync(folder.at('library/inbox/Käse.md'))).toBe(false);
  });

  test('that somebody has put back into the inbox waits, and one that was only left there does not', async () => {
    const folder = await library({ [`library/${DECLINED}`]: TEXT });
    const finish = { ...DECLINE, isFinishing: true };
    utimesSync(folder.at(`library/${DECLINED}`), 1_000, 1_000);
    utimesSync(folder.at(`library/${ID}`), 1_001, 1_001);
    expect(await settle(folder, finish)).toBeUndefined();
    expect(filesOf(folder)).toEqual({ ...SETTLED.declined, [ID]: TEXT });
    utimesSync(folder.at(`library/${ID}`), 1_000, 1_000);
    expect(await settle(folder, finish)).toEqual({ id: DECLINED, wasThere: true, isDraftLeft: false });
    expect(filesOf(folder)).toEqual(SETTLED.declined);
  });

  test('is only finished where there is something to finish, and nothing is made for that', async () => {
    const folder = await library();
    expect(await settle(folder, { ...APPROVE, isFinishing: true })).toBeUndefined();
    expect(await settle(folder, { ...DECLINE, isFinishing: true })).toBeUndefined();
    expect(filesOf(folder)).toEqual({ ...VOICE, [ID]: TEXT });
    expect(readdirSync(folder.at('library/context'))).toEqual(['voice.md']);
  });
});

describe('nothing is changed', () => {
  test('when the draft is no longer what was seen, or no longer there', async () => {
    const folder = await library();
    expect(await refusalOf(settle(folder, { ...APPROVE, hash: 'another' }))).toMatch(/has been changed meanwhile/);
    expect(await refusalOf(settle(folder, { ...APPROVE, id: 'inbox/none.md' }))).toMatch(/no longer lies in the inbox/);
    expect(await refusalOf(settle(folder, { ...APPROVE, id: 'inbox/deep/none.md' }))).toMatch(/no longer lies in/);
    expect(await refusalOf(settle(folder, { ...APPROVE, id: 'context/voice.md' }))).toMatch(/is no draft/);
    expect(filesOf(folder)).toEqual({ ...VOICE, [ID]: TEXT });
  });

  test('when what it should become is refused', async () => {
    const folder = await library();
    const revise = (): Uint8Array => {
      throw new Refusal('Take the line out first.');
    };
    expect(await refusalOf(settle(folder, { ...APPROVE, revise }))).toBe('Take the line out first.');
    expect(filesOf(folder)).toEqual({ ...VOICE, [ID]: TEXT });
  });

  test('when somebody changes the draft just before it is removed: the new file goes again', async () => {
    const folder = await library();
    const changing = led(async ({ name }, run) => {
      const result = await run();
      if (name === 'link') writeFileSync(folder.at(`library/${ID}`), 'changed\n');
      return result;
    });
    expect(await refusalOf(settle(folder, APPROVE, changing))).toMatch(/has been changed meanwhile/);
    expect(filesOf(folder)).toEqual({ ...VOICE, [ID]: 'changed\n' });
  });

  test.each([
    ['inbox', ID, 'approve'],
    ['context/workflows', APPROVED, 'approve'],
    ['inbox/declined', DECLINED, 'decline'],
  ])('through a link in the place of %s', async (place, _, way) => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const folder = await library({ [`outside/${NAME}`]: TEXT });
      if (place === 'inbox') renameSync(folder.at('library/inbox'), folder.at('library/was-inbox'));
      symlinkSync(folder.at('outside'), folder.at(`library/${place}`));
      const said = await refusalOf(settle(folder, way === 'approve' ? APPROVE : DECLINE, { ...WRITE_CALLS, platform }));
      expect(said).toContain(`Nothing was changed: "${place}" in the library is a link or a file`);
      expect(filesOf(folder, 'outside')).toEqual({ [NAME]: TEXT });
    }
  });

  test('through a link in the place of the draft itself', async () => {
    const folder = await library({ 'outside/theirs.md': TEXT });
    renameSync(folder.at(`library/${ID}`), folder.at('outside/was.md'));
    symlinkSync(folder.at('outside/theirs.md'), folder.at(`library/${ID}`));
    expect(await refusalOf(settle(folder, APPROVE))).toMatch(/no longer lies in the inbox/);
    expect(Object.keys(filesOf(folder, 'outside'))).toEqual(['theirs.md', 'was.md']);
  });

  test.each(['create', 'link', 'lstat', 'openFolder', 'openFile', 'unlink', 'list'])(
    'outside the library, when a folder is swapped for a link just before any call of %s',
    async (name) => {
      for (const place of ['inbox', 'context/workflows']) {
        // where a folder is only a path, nothing can come between its proof and the removal but this very moment
        for (const platform of name === 'unlink' ? (['linux'] as const) : (['linux', 'darwin'] as const)) {
          for (let nth = 1; nth <= 8; nth++) {
            const outside = { [`outside/${NAME}`]: 'Theirs.\n' };
            const folder = await library({ 'library/context/workflows/old.md': 'old\n', ...outside });
            let count = 0;
            const swapping = led(
              (step, run) => {
                if (step.name === name && ++count === nth) {
                  renameSync(folder.at(`library/${place}`), folder.at('library/context/moved'));
                  symlinkSync(folder.at('outside'), folder.at(`library/${place}`));
                }
                return run();
              },
              { ...WRITE_CALLS, platform },
            );
            await settle(folder, APPROVE, swapping).catch(() => undefined);
            expect(filesOf(folder, 'outside')).toEqual({ [NAME]: 'Theirs.\n' });
            await folder.remove();
          }
        }
      }
    },
  );

  test.each([
    ['ENOSPC', /no room left/],
    ['EACCES', /may not write into the folder "context\/workflows"/],
    ['EIO', /the system reported EIO/],
  ])('where the system says no (%s), and the folder that is meant is named', async (code, says) => {
    const folder = await library();
    const failing = led((step, run) => (step.name === 'create' ? Promise.reject(failure(code)) : run()));
    expect(await refusalOf(settle(folder, APPROVE, failing))).toMatch(says);
    expect(filesOf(folder)).toEqual({ ...VOICE, [ID]: TEXT });
  });
});

test('a draft that cannot be removed is left, and said to be', async () => {
  const folder = await library();
  const stuck = led((step, run) =>
    step.name === 'unlink' && step.given[0]?.endsWith(NAME) === true ? Promise.reject(failure('EACCES')) : run(),
  );
  expect(await settle(folder, APPROVE, stuck)).toEqual({ id: APPROVED, wasThere: false, isDraftLeft: true });
  expect(filesOf(folder)).toEqual({ ...SETTLED.approved, [ID]: TEXT });
  expect(await settle(folder, { ...APPROVE, isFinishing: true })).toMatchObject({ id: APPROVED, isDraftLeft: false });
  expect(filesOf(folder)).toEqual(SETTLED.approved);
});

describe('whatever call goes wrong', () => {
  const CODES = 'EIO ENOSPC EACCES EPERM ESTALE EEXIST ENOENT'.split(' ');
  type Way = 'fails' | 'fails although it was done' | 'does nothing and says that it did';
  interface Trial {
    readonly way: Way;
    readonly code: string;
    readonly isLasting: boolean;
    readonly at: number;
  }
  const LIES: ReadonlySet<string> = new Set(['link', 'rename', 'unlink', 'mkdir']);

  async function faulty({ way, code }: Trial, { name }: Step, run: () => Promise<unknown>): Promise<unknown> {
    const opens = /^(?:create|openFile|openFolder)$/.test(name);
    if (way === 'does nothing and says that it did') return LIES.has(name) ? undefined : run();
    if (name.startsWith('close') || (way === 'fails although it was done' && !opens)) await run();
    throw failure(code);
  }

  /** What is wrong with what was left behind by a settling that went as `trial` says. */
  async function judge(trial: Trial, wish: Wish, calls: WriteCalls): Promise<string | undefined> {
    const folder = await temporaryFolder({ 'library/context/voice.md': 'Warm.\n', [`library/${ID}`]: TEXT });
    let failing = '';
    const broken = led((step, run) => {
      if (step.number === trial.at) failing = step.name;
      const isHere = step.number === trial.at || (trial.isLasting && step.number > trial.at);
      return isHere ? faulty(trial, step, run) : run();
    }, calls);
    const outcome: unknown = await settle(folder, wish, broken).catch((error: unknown) => error);
    const { 'context/voice.md': voice, [ID]: draft, ...others } = filesOf(folder);
    await folder.remove();
    const told = `${trial.at} ${failing} ${trial.way} ${trial.code} ${trial.isLasting ? 'from then on' : 'once'}`;
    const settled = Object.keys(others).filter((path) => !path.endsWith('.tmp'));
    const litter = Object.keys(others).filter((path) => path.endsWith('.tmp'));
    if (voice !== 'Warm.\n' || (draft !== undefined && draft !== TEXT)) return `${told}: something was changed`;
    if (settled.some((path) => others[path]?.replace('approved by Ana\n', '') !== TEXT)) return `${told}: not whole`;
    if (settled.length > 1) return `${told}: settled twice`;
    if (settled.length === 0 && draft === undefined) return `${told}: lost`;
    if (litter.length > 0 && !trial.isLasting && failing !== 'unlink') return `${told}: litter`;
    if (outcome instanceof Refusal) {
      const isUnsure = /does not say whether|no longer lies/.test(outcome.message);
      return settled.length > 0 && !isUnsure && !trial.isLasting ? `${told}: refused and done` : undefined;
    }
    if (outcome instanceof Error || typeof outcome !== 'object') return `${told}: ${String(outcome)}`;
    const { id, isDraftLeft } = { id: '', isDraftLeft: false, ...outcome };
    if (id !== settled[0]) return `${told}: it was promised and is not there`;
    return !isDraftLeft && draft !== undefined ? `${told}: the draft is there, and was said to be gone` : undefined;
  }

  test.each([
    ['approving on Linux', APPROVE, WRITE_CALLS],
    ['declining on Linux', DECLINE, WRITE_CALLS],
    ['approving where folders are known by their paths', APPROVE, { ...WRITE_CALLS, platform: 'darwin' as const }],
    ['approving where files have one name only', APPROVE, Object.assign({ ...WRITE_CALLS }, withoutLinks(WRITE_CALLS))],
  ])('there is the old state or the whole new file, %s', async (_, wish, calls) => {
    let steps = 0;
    const folder = await library();
    const counting = led((step, run) => {
      steps = step.number;
      return run();
    }, calls);
    await settle(folder, wish, counting);
    const faults = [
      ...CODES.flatMap((code) =>
        (['fails', 'fails although it was done'] as const).flatMap((way) =>
          [true, false].map((isLasting) => ({ way, code, isLasting })),
        ),
      ),
      { way: 'does nothing and says that it did', code: '', isLasting: false } as const,
    ];
    const trials = Array.from({ length: steps }, (_each, index) =>
      faults.map((fault) => ({ ...fault, at: index + 1 })),
    ).flat();
    const wrong: string[] = [];
    const worker = async (): Promise<void> => {
      for (let trial = trials.pop(); trial !== undefined; trial = trials.pop()) {
        const found = await judge(trial, wish, calls);
        if (found !== undefined) wrong.push(found);
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    expect(wrong).toEqual([]);
    expect(steps).toBeGreaterThan(30);
  });
});

describe('of two reviewers at the same moment', () => {
  /** The calls of one reviewer, each waiting a number of turns of the event loop before and behind it. */
  function hesitating(turns: readonly number[]): WriteCalls {
    let next = 0;
    const wait = async (): Promise<void> => {
      for (let left = turns[next++ % turns.length] ?? 0; left > 0; left--) await new Promise(setImmediate);
    };
    return led(async (_, run) => {
      await wait();
      return run();
    });
  }
  const pace = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 24 });

  test.each([
    ['approve', 'approve', APPROVE, approvals('Bea')],
    ['approve', 'decline', APPROVE, DECLINE],
    ['decline', 'decline', DECLINE, DECLINE],
  ])('who %s and %s one wins, the other is told, and nothing is doubled or lost', async (_a, _b, one, other) => {
    await fc.assert(
      fc.asyncProperty(pace, pace, async (first, second) => {
        const folder = await temporaryFolder({ 'library/context/voice.md': 'Warm.\n', [`library/${ID}`]: TEXT });
        const ends = await Promise.allSettled([
          settle(folder, one, hesitating(first)),
          settle(folder, other, hesitating(second)),
        ]);
        const { 'context/voice.md': _voice, ...rest } = filesOf(folder);
        await folder.remove();
        const [[id, text] = ['', ''], ...more] = Object.entries(rest);
        expect(more).toEqual([]);
        expect(id).not.toBe(ID);
        expect(text.replace(/^approved by .*\n/, '')).toBe(TEXT);
        const won = ends.filter((end) => end.status === 'fulfilled' && end.value?.wasThere === false);
        for (const end of ends) {
          if (end.status === 'fulfilled') expect(end.value?.id).toBe(id);
          else expect(String(end.reason)).toMatch(/Refusal: .*(no longer lies in the inbox|was quicker)/);
        }
        expect(won).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

test('tidying looks into the folders that are written to, and only there', async () => {
  const litter = '.~team-context-0123456789abcdef.tmp';
  const folder = await library();
  for (const place of ['inbox', 'inbox/declined', 'context/workflows', 'context/other']) {
    mkdirSync(folder.at(`library/${place}`), { recursive: true });
    writeFileSync(folder.at(`library/${place}/${litter}`), 'half');
  }
  const root = folder.at('library');
  const writer = openWriter({ root, servedKey: () => undefined, now: () => Date.now() + 7_200_000 });
  await writer.tidy(['context/workflows', 'context/none']);
  expect(filesOf(folder)).toEqual({ ...VOICE, [ID]: TEXT, [`context/other/${litter}`]: 'half' });
});
