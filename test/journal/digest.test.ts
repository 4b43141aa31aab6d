import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Digest, digestOf, usageForDigest } from '../../src/journal/digest/digest.ts';
import { digestPage, LONGEST_DIGEST } from '../../src/journal/digest/digest-page.ts';
import type { Entry } from '../../src/journal/entry.ts';
import { documentsNow } from '../../src/journal/usage/document-now.ts';
import { gatherUsage } from '../../src/journal/usage/usage.ts';
import type { Document } from '../../src/library/document.ts';
import { type Snapshot, takeSnapshot } from '../../src/library/snapshot.ts';
import { libraryOf } from '../library-of.ts';
import { batchesOf, DAY_MS, dateOn, generatedJournal, seeded, shuffled, TODAY } from './generated-year.ts';
import {
  dateField,
  documentNow,
  memberDays,
  plainColleagues,
  plainGain,
  plainGaps,
  plainMinutes,
  plainWins,
  sameName,
  withoutDoubles,
} from './plain-figures.ts';

const today = dateOn(TODAY);

interface Given {
  readonly entries?: readonly Entry[];
  readonly snapshot: Snapshot;
  readonly days?: number;
  readonly near?: string;
}

async function digestFor({ entries = [], snapshot, days = 7, near = 'Near' }: Given): Promise<Digest> {
  const since = TODAY - days;
  const wanted = { ...usageForDigest(since, TODAY), findNow: documentsNow(snapshot) };
  const usage = await gatherUsage(batchesOf(entries), wanted);
  return digestOf({ snapshot, usage, since, today: TODAY, nearest: async () => [{ id: 'near.md', title: near }] });
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
const isIn = (date: string | undefined, from: string): boolean => date !== undefined && date >= from && date <= today;

function plainNews(documents: readonly Document[], from: string) {
  return documents
    .filter(({ kind, status, isInInbox }) => kind !== 'win' && status !== 'deprecated' && !isInInbox)
    .flatMap((document) => {
      const dates = ['approved_on', 'date'].map((field) => dateField(document, field));
      const isNew = dates.some((date) => isIn(date, from));
      if (!isNew && !isIn(document.modified.slice(0, 10), from)) return [];
      const isKnown = dates.some((date) => date !== undefined && date < from);
      const what = isNew ? 'new' : isKnown ? 'changed' : 'new or changed';
      const [by, owner] = [dateOrName(document, 'author'), document.owner?.trim()];
      const approvedBy = dateOrName(document, 'approved_by');
      return [{ id: document.id, by, owner: by === undefined ? owner : undefined, approvedBy, what }];
    })
    .sort(byId);
}

const dateOrName = (document: Document, field: string): string | undefined =>
  typeof document.fields[field] === 'string' ? document.fields[field].trim() : undefined;

/** The documents that are due, by the name of who is in charge. */
function plainReviews(documents: readonly Document[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  const limit = dateOn(TODAY + 14);
  for (const { id, owner, status, isInInbox, reviewBy = '9999', validUntil = '9999' } of documents) {
    if (isInInbox || status === 'deprecated' || (reviewBy > limit && validUntil > limit)) continue;
    const name = owner === undefined ? '' : sameName(owner);
    groups[name] = [...(groups[name] ?? []), id].sort();
  }
  return groups;
}

function expectPlainFigures(digest: Digest, all: readonly Entry[], snapshot: Snapshot): void {
  const documents = [...snapshot.documents.values()];
  const from = digest.since;
  const entries = withoutDoubles(all);
  const news = digest.news.map(({ id, by, owner, approvedBy, what }) => ({ id, by, owner, approvedBy, what }));
  expect(news.sort(byId)).toEqual(plainNews(documents, from));
  const kinds = digest.news.map(({ kind }) => Number(kind === 'prompt' || kind === 'workflow'));
  expect(kinds).toEqual([...kinds].sort().reverse());

  const wins = plainWins(documents, from, today);
  expect(digest.wins.map(({ id }) => id).sort()).toEqual(wins.map(({ id }) => id).sort());
  // they name prompts/document-1.md or nothing
  const isThere = documents.some(({ id }) => id === 'prompts/document-1.md');
  const naming = wins.filter((win) => isThere && Array.isArray(win.fields['used']));
  const eligible = naming.length > 0 ? naming : wins;
  const most = Math.max(...eligible.map((win) => plainMinutes(win) ?? -1));
  const best = eligible.filter((win) => (plainMinutes(win) ?? -1) === most);
  const newest = best
    .map((win) => dateField(win, 'date') ?? '')
    .sort()
    .at(-1);
  expect(digest.wins[0]?.id).toBe(best.filter((win) => dateField(win, 'date') === newest).sort(byId)[0]?.id);

  const since = dateOn(TODAY - 89);
  const workflows = documents
    .filter(
      ({ kind, status, validUntil }) =>
        kind === 'workflow' && status === 'approved' && !(validUntil !== undefined && validUntil < today),
    )
    .map((document) => {
      const days = memberDays(entries, (id) => documentNow(id, documents) === document, { from: since, to: today });
      return { id: document.id, colleagues: plainColleagues(document, days), gain: plainGain(document) ?? 0 };
    });
  const fewest = Math.min(...workflows.map(({ colleagues }) => colleagues));
  const candidates = workflows.filter(({ colleagues }) => colleagues === fewest || digest.journal !== 'on');
  candidates.sort((a, b) => b.gain - a.gain || byId(a, b));
  expect(digest.deserving?.id).toBe(candidates[0]?.id);
  if (digest.journal === 'on') expect(digest.deserving?.colleagues).toBe(candidates[0]?.colleagues);

  const everyGap = plainGaps(entries, from, today);
  const gaps = everyGap.filter(({ members }) => members > 1);
  gaps.sort((a, b) => b.members - a.members || b.searches - a.searches || b.latest - a.latest);
  expect([digest.gapsOfMany, digest.gapsOfOne]).toEqual([gaps.length, everyGap.length - gaps.length]);
  expect(digest.gaps.map(({ words, members, searches }) => ({ words, members, searches }))).toEqual(
    gaps.slice(0, 10).map(({ words, members, searches }) => ({ words, members, searches })),
  );

  const drafts = documents.filter(({ isInInbox }) => isInInbox);
  const waited = drafts.map((draft) => {
    const inName = draft.id.split('/').at(-1)?.startsWith('2026-01-02') ? '2026-01-02' : undefined;
    const begin = dateField(draft, 'date') ?? inName ?? draft.modified.slice(0, 10);
    const days = Math.max(0, (Date.parse(today) - Date.parse(begin)) / DAY_MS);
    return { id: draft.id, days, order: `${begin} ${draft.modified} ${draft.id}` };
  });
  waited.sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(digest.drafts.map(({ id, days }) => ({ id, days }))).toEqual(waited.map(({ id, days }) => ({ id, days })));

  const groups = digest.reviews.map(({ owner = '', documents: due }) => [
    sameName(owner),
    due.map(({ id }) => id).sort(),
  ]);
  expect(Object.fromEntries(groups)).toEqual(plainReviews(documents));
}

/** The library with files that were changed on different days of the last weeks. */
function changedLately(snapshot: Snapshot, seed: number): Snapshot {
  const random = seeded(seed);
  const documents = [...snapshot.documents.values()].map((document) => {
    return { ...document, modified: new Date((TODAY - Math.floor(40 * random())) * DAY_MS).toISOString() };
  });
  return takeSnapshot({ documents, settings: snapshot.settings });
}

describe('the figures of the digest', () => {
  test('are those of a plain count, over a year of a hundred members', async () => {
    const { entries, files } = generatedJournal({ seed: 11, members: 100, documents: 120, entries: 3_000, days: 365 });
    const snapshot = changedLately(libraryOf(files), 1);
    const digest = await digestFor({ entries, snapshot, days: 30 });
    expectPlainFigures(digest, entries, snapshot);
    for (const list of [digest.news, digest.wins, digest.gaps, digest.drafts, digest.reviews])
      expect(list.length).toBeGreaterThan(2);
  });

  test('are those of a plain count, whatever the journal, and in whatever order', async () => {
    const sizes = fc.record({
      seed: fc.integer(),
      members: fc.integer({ min: 1, max: 15 }),
      documents: fc.integer({ min: 1, max: 14 }),
      entries: fc.integer({ min: 0, max: 60 }),
      days: fc.integer({ min: 1, max: 120 }),
    });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 150 }), async (given, days) => {
        const { entries, files } = generatedJournal(given);
        const snapshot = changedLately(libraryOf(files), given.seed);
        const digest = await digestFor({ entries, snapshot, days });
        expectPlainFigures(digest, entries, snapshot);
        const others = shuffled(seeded(given.seed), [...entries, ...entries]);
        expect(await digestFor({ entries: others, snapshot, days })).toEqual(digest);
      }),
      { numRuns: 120 },
    );
  });
});

const front = (fields: Record<string, string>): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n---\nText.\n`;
const ago = (days: number): string => dateOn(TODAY - days);
const textNow = async (given: Given): Promise<string> => digestPage(await digestFor(given));

describe('the page', () => {
  test('has every part that has something, with who made it', async () => {
    const snapshot = libraryOf({
      'context/brand/voice.md': front({ title: 'Voice', author: 'Ann', approved_on: ago(2), approved_by: 'Bea' }),
      'context/wins/big.md': front({ title: 'Big', author: 'Cy', date: ago(1), saved_minutes: '90' }),
      'context/wins/useful.md': front({
        title: 'Useful',
        author: 'Dee',
        date: ago(3),
        saved_minutes: '30',
        used: '[context/brand/voice.md, ./Context/Brand/Voice.md, prompts/gone.md]',
      }),
      'inbox/win.md': front({ title: 'Waits', kind: 'win', date: ago(0), saved_minutes: '900' }),
      'context/workflows/launch.md': front({
        title: 'Launch',
        author: 'Eve',
        minutes_before: '60',
        minutes_after: '20',
      }),
      'inbox/idea.md': front({ title: 'Idea', author: 'Fay', date: ago(12) }),
      'context/brand/prices.md': front({ title: 'Prices', owner: 'Gil', review_by: ago(-3) }),
      'context/brand/old.md': front({ title: 'Old', valid_until: ago(1) }),
    });
    const entries: Entry[] = [
      {
        id: 'one',
        at: (TODAY - 1) * DAY_MS,
        member: 'Ann',
        use: 'search',
        ids: [],
        outcome: 'nothing',
        words: 'case study',
      },
    ];
    entries.push(...entries.map((entry) => ({ ...entry, id: 'two', member: 'Bea' })));
    entries.push(...entries.map((entry) => ({ ...entry, id: `${entry.id} more`, words: 'Ann Lee pay' })).slice(0, 1));
    expect(await textNow({ snapshot, entries, near: 'Voice' })).toMatchInlineSnapshot(`
      "# The team library: 2026-11-18 to 2026-11-25

      ## New and changed

      - New guideline: "Voice" by Ann, approved by Bea

      ## Wins

      Proposed is a win that names what it used, so that others can repeat it; of these the one with most minutes saved, then the newest.

      - Proposed for the week: "Useful" by Dee (2026-11-22, 30 minutes saved, names 1 thing that it used)
      - "Big" by Cy (2026-11-24, 90 minutes saved)

      ## A workflow to spread

      Saves the most minutes among the workflows that fewest colleagues used in 90 days.

      - "Launch" by Eve: saves 40 minutes each time, used by 0 colleagues

      ## Missing in the library

      - Nobody could find: "case study" (2 members, 2 searches; nearest now: "Voice"); write this next
      - and 1 more that one member each searched for

      ## Waiting in the inbox

      Look at them with "team-context review".

      - "Idea" by Fay, waiting for 12 days
      - "Waits", waiting since today

      ## To be reviewed

      - For Gil: "Prices" (review by 2026-11-28)
      - Without an owner: "Old" (was valid until 2026-11-24)
      "
    `);
  });

  test('credits who made something and no owner, and does not call new what may have been there', async () => {
    const files = {
      'context/a.md': front({ title: 'A', owner: 'Ann' }),
      'context/b.md': front({ title: 'B', approved_on: ago(90) }),
      'context/workflows/c.md': front({ title: 'C', who: 'Cy', author: 'Bea', owner: 'Ann' }),
    };
    const documents = [...libraryOf(files).documents.values()].map((document) => {
      return { ...document, modified: `${ago(1)}T00:00:00.000Z` };
    });
    const page = await textNow({ snapshot: takeSnapshot({ documents, settings: libraryOf({}).settings }) });
    expect(page).toContain(
      '- New or changed workflow: "C" by Bea\n- New or changed reference: "A", owner: Ann\n- Changed reference: "B"\n',
    );
  });

  test('names nothing that one member alone searched for', async () => {
    const search = (member: string, words: string): Entry => {
      const at = (TODAY - 1) * DAY_MS;
      return { id: `${member} ${words}`, at, member, use: 'search', ids: [], outcome: 'little', words };
    };
    const alone = [search('Ann', 'my salary'), search('Ann', 'severance')];
    const page = await textNow({ snapshot: libraryOf({}), entries: alone });
    expect(page).toContain('## Missing in the library\n\n- 2 things that one member each searched for\n');
    expect(page).not.toMatch(/salary|severance/);
    const both = await textNow({ snapshot: libraryOf({}), entries: [...alone, search('Bea', 'Severance: evil.com')] });
    expect(both).not.toContain('everance');
    const shared = await textNow({ snapshot: libraryOf({}), entries: [...alone, search('Bea', 'Severance!')] });
    expect(shared).toContain(
      '"Severance" (2 members, 2 searches; nearest now: "Near"); write this next\n- and 1 more that',
    );
  });

  test('says what waits since today, that no wins were logged, and that only this computer counts', async () => {
    const snapshot = libraryOf({ 'inbox/idea.md': front({ title: 'See evil.com', author: 'Fay', date: ago(0) }) });
    const page = await textNow({ snapshot });
    expect(page).toContain(
      'Look at them with "team-context review".\n\n- "See evil. com" by Fay, waiting since today\n',
    );
    expect(page).toContain('No wins were logged: the prompt "AI win" logs one in three questions.');
    expect(page).not.toContain('this computer');
    expect(digestPage({ ...(await digestFor({ snapshot })), isLocal: true })).toContain(
      'Counted on this computer only',
    );
  });

  test('says in one line that nothing happened, without empty headings', async () => {
    const page = await textNow({ snapshot: libraryOf({}) });
    expect(page).not.toContain('##');
    expect(page).toContain('Nothing happened in these days');
  });

  test('says that the journal is off, and proposes a workflow by its minutes alone', async () => {
    const snapshot = libraryOf({ 'context/workflows/launch.md': front({ minutes_before: '9', minutes_after: '2' }) });
    const off = { snapshot, usage: undefined, since: TODAY - 7, today: TODAY, nearest: async () => [] };
    const page = digestPage(await digestOf(off));
    expect(page).toContain('The journal is off');
    expect(page).toContain('saves 7 minutes each time\n');
    expect(page).not.toContain('colleague');
    expect(await textNow({ snapshot })).toContain('The journal has no entry of the last 90 days');
  });

  test('leaves what is superseded, deprecated or expired out of what should spread', async () => {
    const workflow = (more: Record<string, string>): string =>
      front({ minutes_before: '99', minutes_after: '2', ...more });
    const snapshot = libraryOf({
      'context/workflows/a.md': workflow({}),
      'context/workflows/b.md': front({ title: 'New', supersedes: 'context/workflows/a.md' }),
      'context/workflows/c.md': workflow({ status: 'deprecated' }),
      'context/workflows/d.md': workflow({ valid_until: ago(1) }),
    });
    expect((await digestFor({ snapshot })).deserving?.title).toBe('New');
  });

  test('names what has no owner last', async () => {
    const due = (more: Record<string, string>): string => front({ review_by: ago(5), ...more });
    const snapshot = libraryOf({
      'context/a.md': front({ review_by: ago(50) }),
      'context/b.md': due({ owner: 'Ann  LEE' }),
      'context/c.md': due({ owner: 'Ann Lee' }),
      'context/d.md': due({ owner: 'Bea' }),
    });
    const { reviews } = await digestFor({ snapshot });
    expect(reviews.map(({ owner, documents }) => [owner, documents.length])).toEqual([
      ['Ann  LEE', 2],
      ['Bea', 1],
      [undefined, 1],
    ]);
  });
});

const nasty = fc
  .array(
    fc.constantFrom(
      ...[
        '# Big',
        '\n',
        '[a](http://x.y)',
        '<img src=x>',
        '`',
        '|',
        '**',
        '@everyone',
        '&lt;b&gt;',
        'www.evil.com',
        'evil.com',
        '\u202e',
      ],
      ...[
        '![i](j)',
        '\u0000',
        '- ',
        '1. ',
        '> ',
        '---',
        '===',
        '\\',
        '😀',
        'word',
        'ß'.repeat(90),
        ' ',
        '<!--',
        '\u2028',
        '"',
      ],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** A document as its file could have it, whatever its texts. */
function documentWith(id: string, title: string, name: string): Document {
  const [known] = libraryOf({
    [id]: front({ date: ago(1), minutes_before: '9', minutes_after: '1', review_by: ago(1) }),
  }).documents.values();
  if (known === undefined) throw new Error('no document');
  const fields = { ...known.fields, author: name, approved_by: name, used: [name] };
  return { ...known, title, owner: name, fields };
}

describe('whatever stands in files and searches, the page', () => {
  const FOLDERS = ['context/brand', 'context/wins', 'context/workflows', 'inbox', 'prompts'];
  const world = fc.record({
    team: nasty,
    texts: fc.array(fc.tuple(nasty, nasty), { minLength: 1, maxLength: 6 }),
    copies: fc.integer({ min: 1, max: 30 }),
    searches: fc.array(nasty, { maxLength: 30 }),
  });
  const pageOf = async ({ team, texts, copies, searches }: typeof world extends fc.Arbitrary<infer T> ? T : never) => {
    const documents = FOLDERS.flatMap((folder) =>
      Array.from({ length: copies }, (_, at) => {
        const [title = '', name = ''] = texts[at % texts.length] ?? [];
        return documentWith(`${folder}/d${at}.md`, title, `${name}${at}`);
      }),
    );
    const empty = libraryOf({});
    const snapshot = takeSnapshot({ documents, settings: { ...empty.settings, name: team } });
    const entries = searches.map((words, at): Entry => {
      return {
        id: `search-${at}`,
        at: TODAY * DAY_MS,
        member: 'Ann',
        use: 'search',
        ids: [],
        outcome: 'little',
        words: `${words} x${at}`,
      };
    });
    return textNow({ snapshot, entries, near: team });
  };

  test('is at most two pages long, and has every part', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const page = await pageOf(given);
        expect(page.length).toBeLessThanOrEqual(LONGEST_DIGEST.characters);
        expect(page.split('\n').length).toBeLessThanOrEqual(LONGEST_DIGEST.lines);
        const headings = page.split('\n').filter((line) => line.startsWith('## '));
        expect(headings).toHaveLength(given.searches.length > 0 ? 6 : 5);
        for (const part of page.split('\n## ').slice(1)) expect(part).toMatch(/\n- /);
      }),
      { numRuns: 60 },
    );
  });

  test('has no heading, link or HTML of theirs', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const page = await pageOf(given);
        expect(page).not.toMatch(/[<>`[\]\\|*]|:\/\/|www\.[^\s…]|evil\.com|@[^\s…]|\u2028|\u202e/);
        expect(page.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
        for (const line of page.trimEnd().split('\n').slice(1)) {
          expect(line).toMatch(/^(?:|## (?:New and|Wins|A work|Missing|Waiting|To be).*|- \S.*|[A-Z][^#]*)$/);
          expect(line).not.toMatch(/^- (?:[#>=-]|\d+[.)] )/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
