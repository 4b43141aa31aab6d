import { describe, expect, test } from 'vitest';
import { EMPTY_SNAPSHOT } from '../../src/library/snapshot.ts';
import { Refusal } from '../../src/refusal.ts';
import { openAllowance } from '../../src/sharing/allowance.ts';
import { draftOfPrompt, draftOfWin } from '../../src/sharing/draft.ts';
import { openSharing } from '../../src/sharing/sharing.ts';
import { libraryOf } from '../library-of.ts';

const CREDIT = { author: 'Bea', date: '2026-11-22' };
const ANA = { name: 'Ana', principal: 'token:1' };
const BEN = { name: 'Ben', principal: 'token:2' };
const WIN = draftOfWin({ title: 'Saved a day', what: 'An answer in 25 minutes.' }, CREDIT);

describe('an allowance', () => {
  test('is as much as it says within any such time, and each member has their own', () => {
    let now = 0;
    const allowance = openAllowance({ most: 3, perMs: 60_000 * 60, now: () => now });
    for (const minute of [0, 10, 20]) {
      now = minute * 60_000;
      allowance.take('ana');
    }
    expect(() => allowance.take('ana')).toThrow(/shared 3 times within the last 60 minutes. Try again in 40 minutes\./);
    allowance.take('ben');
    now = 60 * 60_000;
    allowance.take('ana');
    expect(() => allowance.take('ana')).toThrow(Refusal);
  });

  test('is given back when nothing came of it, once', () => {
    const allowance = openAllowance({ most: 2, perMs: 1_000, now: () => 5 });
    const giveBack = allowance.take('ana');
    allowance.take('ana');
    expect(() => allowance.take('ana')).toThrow(Refusal);
    giveBack();
    allowance.take('ana');
    expect(() => allowance.take('ana')).toThrow(Refusal);
  });
});

describe('sharing', () => {
  /** A library that writes nothing down but knows what it was given. */
  function shelf(snapshot = EMPTY_SNAPSHOT) {
    const texts: string[] = [];
    const create = ({ text, folder = 'inbox' }: { text: string; folder?: string }): Promise<string> =>
      Promise.resolve(`${folder}/${texts.push(text)}.md`);
    return { texts, create, current: () => snapshot };
  }

  test('saves a draft twenty times an hour for each member', async () => {
    const library = shelf();
    const sharing = openSharing({ library, now: () => 0 });
    for (let time = 0; time < 20; time++) await sharing.share(WIN, ANA);
    await expect(sharing.share(WIN, ANA)).rejects.toThrow(/Nothing was saved: you have shared 20 times/);
    expect((await sharing.share(WIN, BEN)).id).toBe('inbox/21.md');
    expect(library.texts).toHaveLength(21);
  });

  test('goes past the inbox where the team wants it so, into the folder of its kind', async () => {
    const settings = { ...EMPTY_SNAPSHOT.settings, sharing: 'direct' as const };
    const { id, isLive } = await openSharing({ library: shelf({ ...EMPTY_SNAPSHOT, settings }) }).share(WIN, ANA);
    expect([id, isLive]).toEqual(['context/wins/1.md', true]);
    const nowhere = shelf({ ...EMPTY_SNAPSHOT, settings: { ...settings, ignore: ['**'] } });
    await expect(openSharing({ library: nowhere }).share(WIN, ANA)).rejects.toThrow(/serve no folder for .* "win"/);
    expect(nowhere.texts).toEqual([]);
    expect((await openSharing({ library: shelf() }).share(WIN, ANA)).isLive).toBe(false);
  });

  test('does not count what could not be saved', async () => {
    const create = () => Promise.reject(new Refusal('Nothing was saved: there is no room.'));
    const sharing = openSharing({ library: { ...shelf(), create }, now: () => 0 });
    for (let time = 0; time < 30; time++) await expect(sharing.share(WIN, ANA)).rejects.toThrow(/no room/);
  });

  test('says what to look at: secrets, and tags that are never closed', async () => {
    const text = 'Use the key AKIAABCDEFGHIJKLMNOP.\n\n{{#if tone}}Warm.';
    const { notices } = await openSharing({ library: shelf() }).share(draftOfPrompt({ title: 'P', text }, CREDIT), ANA);
    expect(notices.join('\n')).toMatch(/AWS access key/);
    expect(notices.join('\n')).toMatch(/never closed/);
    expect(notices.join('\n')).not.toContain('AKIAABCDEFGHIJKLMNOP');
  });

  test('says of a prompt that its name is taken, and refuses to take one that comes with this program at once', async () => {
    const taken = libraryOf({ 'prompts/launch-email.md': 'Write.\n' });
    const promptCalled = (title: string) => draftOfPrompt({ title, text: 'Write it.' }, CREDIT);
    const noticesFor = async (title: string) =>
      (await openSharing({ library: shelf(taken) }).share(promptCalled(title), ANA)).notices;
    expect(await noticesFor('Launch email')).toEqual([
      'It has the same name as prompts/launch-email.md: both will be listed under longer names. Give it a `name:` of its own.',
    ]);
    expect(await noticesFor('Start here')).toEqual([
      'It would take the place of the built-in prompt "start-here" for everybody.',
    ]);
    expect(await noticesFor('Draft')).toEqual([]);
    const direct = shelf({ ...taken, settings: { ...taken.settings, sharing: 'direct' } });
    const sharing = openSharing({ library: direct });
    await expect(sharing.share(promptCalled('Start here'), ANA)).rejects.toThrow(
      'Nothing was saved: this would take the place of the built-in prompt "start-here" for everybody. Choose another title.',
    );
    expect(direct.texts).toEqual([]);
    expect((await sharing.share(promptCalled('Launch email'), ANA)).notices).toHaveLength(1);
  });

  test('refuses more lists and descriptions than front matter holds', async () => {
    const argument = {
      name: 'a',
      description: 'x'.repeat(300),
      options: Array.from({ length: 200 }, () => 'y'.repeat(300)),
    };
    const library = shelf();
    const draft = draftOfPrompt(
      { title: 'P', text: 'Hello.', arguments: [argument, { ...argument, name: 'b' }] },
      CREDIT,
    );
    await expect(openSharing({ library }).share(draft, ANA)).rejects.toThrow(/^Nothing was saved: a file cannot hold/);
    expect(library.texts).toEqual([]);
  });
});
