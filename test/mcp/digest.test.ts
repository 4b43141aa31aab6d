import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openSurface } from '../../src/commands/open-surface.ts';
import { daysBetween } from '../../src/library/day.ts';
import { digestOfDays } from '../../src/mcp/digest.ts';
import type { Surface } from '../../src/mcp/surface.ts';
import { Refusal } from '../../src/refusal.ts';
import { temporaryFolder } from '../folders.ts';

afterEach(() => vi.unstubAllEnvs());

/** A surface whose journal counts how often it is read. */
async function countingSurface(): Promise<
  Surface & { close(): Promise<void>; readings(): number; write(text: string): Promise<void> }
> {
  const [folder, state] = [await temporaryFolder({ 'context/voice.md': '# Voice\n' }), await temporaryFolder()];
  vi.stubEnv('TEAM_CONTEXT_STATE', state.path);
  vi.stubEnv('TEAM_CONTEXT_JOURNAL', 'on');
  const { journal, ...surface } = await openSurface({ root: folder.path, usesCache: false, isRecording: true });
  onTestFinished(async () => {
    await surface.close();
    await folder.remove();
    await state.remove();
  });
  if (journal === undefined) throw new Error('nothing is recorded');
  let readings = 0;
  const entries: typeof journal.entries = (since, marks) => {
    readings++;
    return journal.entries(since, marks);
  };
  return {
    ...surface,
    journal: { ...journal, entries },
    readings: () => readings,
    write: (text) => folder.write({ 'context/voice.md': text }),
  };
}

describe('the digest of so many days', () => {
  test.each([1, 7, 28])('is of %i, today included', async (days) => {
    const text = await digestOfDays(await countingSurface(), days);
    const [, since = '', until = ''] = /^# .*: (\S+) to (\S+)\n/.exec(text) ?? [];
    expect(daysBetween(since, until) + 1).toBe(days);
  });

  test('is written once as long as the library stays the same', async () => {
    const surface = await countingSurface();
    const texts = await Promise.all([7, 14, 7, 14].map((days) => digestOfDays(surface, days)));
    expect(texts.slice(2)).toEqual(texts.slice(0, 2));
    expect(surface.readings()).toBe(2);
    await surface.write('---\ntitle: Tone\n---\nWarm.\n');
    await vi.waitFor(async () => expect(await digestOfDays(surface, 7)).toContain('"Tone"'), { timeout: 15_000 });
    expect(surface.readings()).toBe(3);
  });

  test('is right for however many numbers of days', async () => {
    const surface = await countingSurface();
    for (const days of [1, 2, 3, 4, 5, 6, 7, 8]) await digestOfDays(surface, days);
    expect(surface.readings()).toBe(8);
    await digestOfDays(surface, 8);
    expect(surface.readings()).toBe(8);
  });

  test('is read for one at a time, also where surfaces are copied, and once for all who ask meanwhile', async () => {
    const surface = await countingSurface();
    let open = 0;
    let most = 0;
    const inner = surface.journal;
    if (inner === undefined) throw new Error('nothing is recorded');
    const entries: typeof inner.entries = async function* (...given) {
      most = Math.max(most, ++open);
      yield* inner.entries(...given);
      await new Promise((resolve) => setImmediate(resolve));
      open--;
    };
    const slow = { ...surface, journal: { ...inner, entries } };
    const texts = await Promise.all([1, 2, 3, 4, 5, 6, 1, 6].map((days) => digestOfDays({ ...slow }, days)));
    expect([most, surface.readings()]).toEqual([1, 6]);
    expect([texts[6], texts[7]]).toEqual([texts[0], texts[5]]);
  });

  test('ends when the library is closed, also for who waits for the next one', async () => {
    const surface = await countingSurface();
    const inner = surface.journal;
    if (inner === undefined) throw new Error('nothing is recorded');
    let isReading = false;
    let hasEnded = false;
    // it never ends by itself
    const entries: typeof inner.entries = async function* () {
      try {
        for (isReading = true; ; ) {
          await new Promise((resolve) => setImmediate(resolve));
          yield [];
        }
      } finally {
        hasEnded = true;
      }
    };
    const endless = { ...surface, journal: { ...inner, entries } };
    const asked = Promise.allSettled([7, 14].map((days) => digestOfDays(endless, days)));
    await vi.waitFor(() => expect(isReading).toBe(true), { timeout: 15_000 });
    await surface.close();
    const refused = { status: 'rejected', reason: expect.any(Refusal) };
    expect(await asked).toEqual([refused, refused]);
    expect(hasEnded).toBe(true);
  });
});
