import { describe, expect, test } from 'vitest';
import { compareSnapshots } from '../../src/library/snapshot.ts';
import type { Answer, Engine, Question } from '../../src/search/engine.ts';
import { filled, snapshotOf } from './library-changes.ts';

type Files = Readonly<Record<string, string>>;
type Asked = Omit<Question, 'query' | 'limit'> & { readonly limit?: number };

const FILES: Files = {
  'context/brand/voice.md': [
    '---\ntitle: Voice and tone\ntags: [Voice, style]\naliases: [how we sound]\n---',
    '# Voice and tone\n\nWe sound like a calm colleague.\n',
    '## Humour\n\nJokes are rare and never about customers. A pun in a headline is fine when the text below is serious.\n',
    `## Apologies\n\n${'Say sorry once, plainly, and say what happens next. '.repeat(20)}\n`,
  ].join('\n'),
  'context/personas/finance-lead.md':
    '---\ntitle: Finance lead\nrole: Head of finance\ntags: [b2b, style]\n---\nReads the small print. Worries about payroll errors and audits.\n',
  'context/messaging/pillars.md':
    '---\ntitle: Messaging pillars\n---\n## Proof points\n\nPayroll runs in eleven minutes. Audits are prepared automatically.\n',
  'context/learnings/spring.md':
    '---\ntitle: Spring campaign\nchannel: newsletter\n---\nThe newsletter with a question as its subject line was opened most.\n',
  'inbox/idea.md': '---\ntitle: Idea for a webinar\n---\nA webinar about payroll errors.\n',
};

/** What every engine has to do. `create` makes an empty one for which it is the given day. */
export function testEngineContract(create: (today: string) => Engine): void {
  async function engineWith(files: Files = FILES, glossary?: readonly (readonly string[])[]): Promise<Engine> {
    const engine = create('2026-06-15');
    await engine.apply(filled(files, glossary));
    return engine;
  }

  async function ask(engine: Engine, query: string, more: Asked = {}): Promise<Answer> {
    return await engine.search({ query, limit: 6, ...more });
  }

  async function idsFor(engine: Engine, query: string, more: Asked = {}): Promise<string[]> {
    return (await ask(engine, query, more)).hits.map((hit) => hit.document.id);
  }

  describe('use', () => {
    const EQUALS: Files = {
      'context/a.md': '# Alpha\n\nThe heron stands in the reeds.\n',
      'context/b.md': '# Beta\n\nThe heron stands on the weir.\n',
    };
    const idsWith = async (usedBy: Record<string, number>, files = EQUALS): Promise<string[]> =>
      idsFor(await engineWith(files), 'heron', { usedBy: new Map(Object.entries(usedBy)) });

    test('lets what more members used come first among equals', async () => {
      expect(await idsWith({})).toEqual(['context/a.md', 'context/b.md']);
      expect(await idsWith({ 'context/b.md': 6 })).toEqual(['context/b.md', 'context/a.md']);
      expect(await idsWith({ 'context/b.md': 1 })).toEqual(['context/a.md', 'context/b.md']);
      expect(await idsWith({ 'context/a.md': 3, 'context/b.md': 12 })).toEqual(['context/b.md', 'context/a.md']);
    });

    test('never lifts what answers less over what answers more, however many use it', async () => {
      const files = { ...EQUALS, 'context/a.md': '# The heron\n\nThe heron stands in the reeds.\n' };
      expect(await idsWith({ 'context/b.md': 1_000_000 }, files)).toEqual(['context/a.md', 'context/b.md']);
    });

    test('is named among the reasons', async () => {
      const usedBy = new Map([['context/b.md', 6]]);
      const { hits } = await ask(await engineWith(EQUALS), 'heron', { usedBy, explain: true });
      expect(hits.map(({ explanation }) => explanation?.raised)).toEqual([
        [{ because: '6 members used it in the last 30 days', factor: expect.closeTo(1.032, 2) }],
        [],
      ]);
    });
  });

  describe('strength', () => {
    test('says how much of what was asked for the results have', async () => {
      const engine = await engineWith();
      const [all, some, none] = await Promise.all(
        ['payroll errors', 'newsletter zeppelin xylophone quagga dirigible', 'zeppelin'].map((query) =>
          ask(engine, query),
        ),
      );
      expect(all).toMatchObject({ strength: 1, isWeak: false });
      expect(some?.strength).toBeGreaterThan(0);
      expect(some).toMatchObject({ isWeak: true });
      expect(none).toMatchObject({ hits: [], strength: 0, isWeak: true });
    });
  });

  describe('finding', () => {
    test('shows the section that answers, under the id of its document', async () => {
      const [hit] = (await ask(await engineWith(), 'jokes in a headline')).hits;
      expect(hit?.id).toBe('context/brand/voice.md#humour');
      expect(hit?.section?.heading).toBe('Humour');
      expect(hit?.document.title).toBe('Voice and tone');
      expect(hit?.snippet).toContain('A pun in a headline is fine when the text below is serious.');
    });

    test('cites no section where a document has none', async () => {
      const [hit] = (await ask(await engineWith(), 'newsletter')).hits;
      expect(hit?.id).toBe('context/learnings/spring.md');
      expect(hit?.section).toBeUndefined();
    });

    test('cites no section when it was only the path that matched', async () => {
      const [hit] = (await ask(await engineWith(), 'brand')).hits;
      expect(hit?.id).toBe('context/brand/voice.md');
      expect(hit?.section).toBeUndefined();
      expect(hit?.snippet).toMatch(/^We sound like a calm colleague\./);
    });

    test('cites the first of the sections that have as much', async () => {
      const engine = await engineWith({ 'a.md': '# One\n\nNothing.\n\n# Two\n\nZeppelin.\n\n# Three\n\nZeppelin.\n' });
      expect((await ask(engine, 'zeppelin')).hits[0]?.id).toBe('a.md#two');
    });

    test('prefers a document that has all of the words to one whose passage has more of one', async () => {
      const filler = 'Ordinary words fill the passage until it is long enough. '.repeat(16);
      const twice = (word: string): string => `# One\n\nThe ${word}. The ${word}. ${filler}\n\n# Two\n\n${filler}\n`;
      const engine = await engineWith({
        'spread.md': `# One\n\nThe zeppelin. ${filler}\n\n# Two\n\nThe balloon. ${filler}\n`,
        'a.md': twice('zeppelin'),
        'b.md': twice('balloon'),
      });
      expect(await idsFor(engine, 'zeppelin balloon')).toEqual(['spread.md', 'a.md', 'b.md']);
    });

    test('prefers a document that has the words in one passage to one that has them apart', async () => {
      const filler = 'Ordinary words fill the passage until it is long enough. '.repeat(16);
      const engine = await engineWith({
        'apart.md': `# One\n\nThe zeppelin. ${filler}\n\n# Two\n\nThe balloon. ${filler}\n`,
        'together.md': `# One\n\nThe zeppelin. The balloon. ${filler}\n\n# Two\n\n${filler}\n`,
      });
      expect(await idsFor(engine, 'zeppelin balloon')).toEqual(['together.md', 'apart.md']);
    });

    test('finds by title, heading, alias, tag, path and telling front matter', async () => {
      const engine = await engineWith();
      for (const [query, id] of [
        ['voice and tone', 'context/brand/voice.md'],
        ['apologies', 'context/brand/voice.md'],
        ['how we sound', 'context/brand/voice.md'],
        ['b2b', 'context/personas/finance-lead.md'],
        ['head of finance', 'context/personas/finance-lead.md'],
        ['learnings', 'context/learnings/spring.md'],
        ['newsletters', 'context/learnings/spring.md'],
      ] as const) {
        expect((await idsFor(engine, query))[0], query).toBe(id);
      }
    });

    test('shows a document once, best first, from 1 downwards, and no more than were wanted', async () => {
      const engine = await engineWith();
      const { hits, total } = await ask(engine, 'payroll audits sorry jokes newsletter');
      expect(total).toBe(4);
      expect(new Set(hits.map((hit) => hit.document.id)).size).toBe(4);
      expect(hits[0]?.score).toBe(1);
      const scores = hits.map((hit) => hit.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
      const fewer = await ask(engine, 'payroll audits sorry jokes newsletter', { limit: 2 });
      expect([fewer.hits.length, fewer.total]).toEqual([2, 4]);
      expect(fewer.hits.map((hit) => hit.id)).toEqual(hits.slice(0, 2).map((hit) => hit.id));
    });

    test('answers the same question in the same way', async () => {
      const engine = await engineWith();
      expect(await ask(engine, 'payroll audits')).toEqual(await ask(engine, 'payroll audits'));
    });
  });

  describe('changes', () => {
    test('are searched as soon as they are applied', async () => {
      const engine = create('2026-06-15');
      const before = snapshotOf(FILES);
      await engine.apply(filled(FILES));
      const { 'context/personas/finance-lead.md': _, ...rest } = FILES;
      const after = snapshotOf({
        ...rest,
        'context/learnings/spring.md': 'The zeppelin was opened most.\n',
        'context/learnings/autumn.md': 'A balloon was opened least.\n',
      });
      await engine.apply(compareSnapshots(before, after));
      expect(await idsFor(engine, 'zeppelin')).toEqual(['context/learnings/spring.md']);
      expect(await idsFor(engine, 'balloon')).toEqual(['context/learnings/autumn.md']);
      expect(await idsFor(engine, 'newsletter')).toEqual([]);
      expect(await idsFor(engine, 'audits')).toEqual(['context/messaging/pillars.md']);
      expect(await idsFor(engine, 'jokes')).toEqual(['context/brand/voice.md']);
    });

    test('that were given before a question are in its answer, although nobody waited', async () => {
      const engine = create('2026-06-15');
      const [empty, first, second] = [
        snapshotOf({}),
        snapshotOf({ 'a.md': 'zeppelin' }),
        snapshotOf({ 'a.md': 'balloon' }),
      ];
      const applied = [engine.apply(compareSnapshots(empty, first)), engine.apply(compareSnapshots(first, second))];
      expect(engine.status().building).toBe(2);
      expect(await idsFor(engine, 'balloon zeppelin')).toEqual(['a.md']);
      expect((await ask(engine, 'zeppelin')).total).toBe(0);
      await Promise.all(applied);
      expect(engine.status().building).toBeUndefined();
    });

    test('come down to nothing when everything is removed', async () => {
      const engine = await engineWith();
      expect(engine.status().passages).toBeGreaterThan(4);
      await engine.apply(compareSnapshots(snapshotOf(FILES), snapshotOf({})));
      expect(engine.status()).toEqual({ passages: 0, terms: 0 });
      expect((await ask(engine, 'payroll')).notice).toBe('The library has no documents yet.');
    });

    test('leave time for others while many documents are taken in', async () => {
      const text = Array.from({ length: 3000 }, (_, at) => `word${at % 700} tone${at}`).join(' ');
      const files = Object.fromEntries(
        Array.from({ length: 150 }, (_, at) => [`${at}.md`, `# Part ${at}\n\n${text}\n`]),
      );
      const engine = create('2026-06-15');
      const change = filled(files);
      let turns = 0;
      const turn = setInterval(() => turns++, 0);
      await engine.apply(change);
      clearInterval(turn);
      expect(turns).toBeGreaterThan(3);
      expect((await ask(engine, 'tone2999')).total).toBe(150);
    });

    test('cannot be given or searched after the end', async () => {
      const engine = await engineWith();
      await engine.close();
      await expect(ask(engine, 'payroll')).rejects.toThrow('closed');
      await expect(engine.apply(filled(FILES))).rejects.toThrow('closed');
      await engine.close();
    });

    test('that are under way are given up at the end', async () => {
      const engine = create('2026-06-15');
      const applied = engine.apply(filled(FILES));
      await engine.close();
      await applied;
      await expect(ask(engine, 'payroll')).rejects.toThrow('closed');
    });
  });

  describe('filters', () => {
    test('keep to one kind', async () => {
      const engine = await engineWith();
      expect(await idsFor(engine, 'payroll', { kind: 'persona' })).toEqual(['context/personas/finance-lead.md']);
    });

    test('keep to documents that have all the tags, in whatever case', async () => {
      const engine = await engineWith();
      const query = 'payroll jokes newsletter';
      expect((await idsFor(engine, query, { tags: ['STYLE'] })).sort()).toEqual([
        'context/brand/voice.md',
        'context/personas/finance-lead.md',
      ]);
      expect(await idsFor(engine, query, { tags: ['style', 'voice '] })).toEqual(['context/brand/voice.md']);
      expect(await idsFor(engine, query, { tags: ['style', 'none'] })).toEqual([]);
    });

    test('show what lies in the inbox only to who asks for drafts, and only drafts then', async () => {
      const engine = await engineWith({
        ...FILES,
        'context/draft.md': '---\nstatus: draft\n---\nPayroll errors, a draft.\n',
        'context/old.md': '---\nstatus: deprecated\n---\nPayroll errors as we saw them.\n',
      });
      expect(await idsFor(engine, 'payroll errors', { limit: 25 })).not.toContain('inbox/idea.md');
      expect((await idsFor(engine, 'payroll errors', { status: 'draft' })).sort()).toEqual([
        'context/draft.md',
        'inbox/idea.md',
      ]);
      expect(await idsFor(engine, 'payroll errors', { status: 'deprecated' })).toEqual(['context/old.md']);
      const approved = await idsFor(engine, 'payroll errors', { status: 'approved' });
      expect(approved).toEqual(['context/personas/finance-lead.md', 'context/messaging/pillars.md']);
    });

    test('that leave nothing say how much there is without them', async () => {
      const { hits, notice } = await ask(await engineWith(), 'payroll', { kind: 'win' });
      expect(hits).toEqual([]);
      expect(notice).toMatch(
        /^Nothing in the library with this kind, .* matches "payroll"\. Without them 2 documents do\./,
      );
    });
  });

  describe('what ranks below its twin', () => {
    const twin = (front: string): string =>
      `---\ntitle: Pricing page\n${front}---\nThe pricing page names three plans.\n`;
    for (const [what, path, text] of [
      ['a draft', 'a.md', twin('status: draft\n')],
      ['a deprecated document', 'a.md', twin('status: deprecated\n')],
      ['an expired document', 'a.md', twin('valid_until: 2026-06-14\n')],
      [
        'a page that only points elsewhere',
        'a.md',
        '---\ntitle: Pricing page\n---\nThe pricing page: [pricing page](b.md).\n',
      ],
      [
        'a table of contents',
        'a.md',
        `---\ntitle: Pricing page\n---\n${'- [Pricing page, three plans](b.md)\n'.repeat(6)}`,
      ],
    ] as const) {
      test(what, async () => {
        const engine = await engineWith({ [path]: text, 'b.md': twin('') });
        expect(await idsFor(engine, 'pricing page')).toEqual(['b.md', 'a.md']);
      });
    }

    const replacing = (front = ''): string =>
      `---\ntitle: Zeppelins\nsupersedes: context/a.md\n${front}---\nThey fly.\n`;
    const twins = { 'context/a.md': twin(''), 'context/b.md': twin('') };

    test('what an approved document replaces, as soon as it does and as long as it does', async () => {
      const engine = create('2026-06-15');
      const old = snapshotOf(twins);
      const isUntouched = { before: old, after: old, added: [], changed: [], removed: [] };
      await engine.apply(filled(twins));
      expect(await idsFor(engine, 'pricing page')).toEqual(['context/a.md', 'context/b.md']);
      // the documents that stay are the same objects, as they are in a library
      const added = snapshotOf({ 'context/new.md': replacing() }).documents;
      const identities = new Map([...old.documents.keys(), ...added.keys()].map((id) => [id, id]));
      const after = { ...old, documents: new Map([...old.documents, ...added]), identities };
      await engine.apply({ ...isUntouched, after, added: ['context/new.md'] });
      expect(await idsFor(engine, 'pricing page')).toEqual(['context/b.md', 'context/a.md']);
      await engine.apply({ ...isUntouched, before: after, removed: ['context/new.md'] });
      expect(await idsFor(engine, 'pricing page')).toEqual(['context/a.md', 'context/b.md']);
    });

    test.each([
      ['a draft', 'context/new.md', 'status: draft\n'],
      ['a deprecated document', 'context/new.md', 'status: deprecated\n'],
      ['what waits in the inbox', 'inbox/new.md', ''],
    ])('not what %s would replace', async (_, path, front) => {
      const engine = await engineWith({ ...twins, [path]: replacing(front) });
      expect(await idsFor(engine, 'pricing page')).toEqual(['context/a.md', 'context/b.md']);
    });

    test('what was replaced, once only when it is deprecated too, and an explanation says why', async () => {
      const loweredIn = async (files: Files): Promise<unknown> => {
        const { hits } = await ask(await engineWith(files), 'pricing page', { explain: true });
        return hits.find(({ document }) => document.id === 'context/a.md')?.explanation?.lowered;
      };
      const replaced = { ...twins, 'context/new.md': replacing() };
      expect(await loweredIn(replaced)).toEqual([{ because: 'context/new.md replaces it', factor: 0.5 }]);
      expect(await loweredIn({ ...replaced, 'context/a.md': twin('status: deprecated\n') })).toEqual([
        { because: 'its status is deprecated', factor: 0.5 },
      ]);
    });

    test('not what expires today', async () => {
      const engine = await engineWith({ 'a.md': twin('valid_until: 2026-06-15\n'), 'b.md': twin('') });
      expect(await idsFor(engine, 'pricing page')).toEqual(['a.md', 'b.md']);
    });
  });

  describe('other phrasings', () => {
    test('find what the question itself does not', async () => {
      const engine = await engineWith();
      expect(await idsFor(engine, 'bloopers')).toEqual([]);
      expect(await idsFor(engine, 'bloopers', { also: ['payroll errors', '', '?!'] })).toEqual([
        'context/personas/finance-lead.md',
        'context/messaging/pillars.md',
      ]);
    });

    test('lift what several of them find', async () => {
      const engine = await engineWith();
      expect((await idsFor(engine, 'audits prepared'))[0]).toBe('context/messaging/pillars.md');
      const also = ['worries about audits', 'small print', 'finance lead'];
      expect((await idsFor(engine, 'audits prepared', { also }))[0]).toBe('context/personas/finance-lead.md');
    });

    test('change nothing when they say the same, and count up to five', async () => {
      const engine = await engineWith();
      const plain = await ask(engine, 'payroll audits');
      expect(
        await ask(engine, 'payroll audits', { also: ['Payroll AUDITS?', 'the audits, payroll'].slice(0, 1) }),
      ).toEqual(plain);
      const also = ['one', 'two', 'three', 'four', 'five', 'newsletter'].map((word) =>
        word === 'newsletter' ? word : `x${word}`,
      );
      expect(await idsFor(engine, 'jokes', { also })).toEqual(['context/brand/voice.md']);
    });
  });

  describe('the glossary', () => {
    const groups = [['ICP', 'ideal customer profile', 'target account']];
    const files = {
      'short.md': 'Every ICP is reviewed in May.\n',
      'long.md': 'Each target account is reviewed in June.\n',
      'c.md': 'Other things.\n',
    };

    test('is read both ways, phrases included', async () => {
      const engine = await engineWith(files, groups);
      expect(await idsFor(engine, 'ICP')).toEqual(['short.md', 'long.md']);
      expect(await idsFor(engine, 'our target accounts')).toEqual(['long.md', 'short.md']);
      expect((await idsFor(engine, 'Ideal Customer Profiles')).sort()).toEqual(['long.md', 'short.md']);
      expect(await idsFor(engine, 'ideal')).toEqual([]);
    });

    test('answers without a notice when only the other name is in the library', async () => {
      const engine = await engineWith(
        { 'long.md': 'Each target account is reviewed in June.\n', 'c.md': 'Other things.\n' },
        groups,
      );
      const { hits, notice } = await ask(engine, 'ICP');
      expect([hits[0]?.id, notice]).toEqual(['long.md', undefined]);
    });

    test('takes effect when it changes, although no document does', async () => {
      const engine = await engineWith(files);
      expect(await idsFor(engine, 'ICP')).toEqual(['short.md']);
      await engine.apply(compareSnapshots(snapshotOf(files), snapshotOf(files, groups)));
      expect(await idsFor(engine, 'ICP')).toEqual(['short.md', 'long.md']);
      await engine.apply(compareSnapshots(snapshotOf(files, groups), snapshotOf(files)));
      expect(await idsFor(engine, 'ICP')).toEqual(['short.md']);
    });
  });

  describe('what somebody types', () => {
    test('is never an operator', async () => {
      const engine = await engineWith();
      for (const [typed, meant] of [
        ['title: jokes', 'title jokes'],
        ['tone - friendly', 'tone friendly'],
        ['+payroll -audits', 'payroll audits'],
        ['voice?', 'voice'],
        ['pay*', 'pay'],
        ['payrol~2', 'payrol 2'],
        ['jokes^10 newsletter', 'jokes 10 newsletter'],
        ['10:30', '10 30'],
        ['https://example.com/voice', 'https example com voice'],
      ] as const) {
        const [first, second] = [await ask(engine, typed), await ask(engine, meant)];
        expect({ ...first, notice: '' }, typed).toEqual({ ...second, notice: '' });
      }
    });

    test('without a word in it gets a sentence and no hits', async () => {
      const engine = await engineWith();
      for (const query of ['', '   ', '*', '^', '~', '+ -', '🙂🙂', '"', '\u202E\u200F', '\uD83D']) {
        const { hits, notice, total } = await ask(engine, query);
        expect({ hits, total }, query).toEqual({ hits: [], total: 0 });
        expect(notice, query).toMatch(/^The question holds no words/);
      }
    });

    test('may be of stop words alone when a title is', async () => {
      const engine = await engineWith({
        ...FILES,
        'context/about-us.md': '---\ntitle: About us\n---\nFounded in Kiel.\n',
      });
      expect((await idsFor(engine, 'about us'))[0]).toBe('context/about-us.md');
    });

    test('may be in any script and form', async () => {
      const engine = await engineWith({
        'a.md': 'Der Überblick im Café.\n',
        'b.md': 'Наш тон дружелюбный.\n',
        'c.md': 'صوت العلامة\n',
      });
      expect(await idsFor(engine, 'ÜBERBLICK')).toEqual(['a.md']);
      expect(await idsFor(engine, 'cafe\u0301')).toEqual(['a.md']);
      expect(await idsFor(engine, 'Дружелюбный')).toEqual(['b.md']);
      expect(await idsFor(engine, 'العلامة')).toEqual(['c.md']);
    });

    test('may be as long as a book', async () => {
      const engine = await engineWith();
      expect(await idsFor(engine, `jokes ${'x'.repeat(100_000)}`)).toEqual(['context/brand/voice.md']);
      expect(await idsFor(engine, `jokes ${'payroll audits '.repeat(7000)}`)).toHaveLength(3);
    });
  });

  describe('a misspelt word', () => {
    test('is taken for a known one when no document has it, and the answer says so', async () => {
      const { hits, notice, corrections } = await ask(await engineWith(), 'mesaging pilars');
      expect(hits[0]?.document.id).toBe('context/messaging/pillars.md');
      expect(corrections).toEqual([
        { asked: 'mesaging', shown: 'messaging' },
        { asked: 'pilars', shown: 'pillars' },
      ]);
      expect(notice).toBe('Showing results for "messaging" and "pillars"; no document has "mesaging" and "pilars".');
    });

    test('is left alone when a document has it as it stands', async () => {
      const engine = await engineWith({ ...FILES, 'context/odd.md': 'The word pilars is a mistake.\n' });
      const { hits, corrections } = await ask(engine, 'pilars');
      expect([hits.map((hit) => hit.document.id), corrections]).toEqual([['context/odd.md'], []]);
    });

    test('is not taken for a word that only the inbox has', async () => {
      const engine = await engineWith();
      expect(await ask(engine, 'webinnar')).toMatchObject({ hits: [], corrections: [] });
      expect((await ask(engine, 'webinnar', { status: 'draft' })).corrections).toEqual([
        { asked: 'webinnar', shown: 'webinar' },
      ]);
    });
  });

  describe('aliases', () => {
    test('are other names for a title wherever it is spoken of', async () => {
      const engine = await engineWith({
        ...FILES,
        'context/checks.md': 'Read Voice and tone before you send anything.\n',
      });
      expect(await idsFor(engine, 'how we sound')).toContain('context/checks.md');
    });
  });

  describe('acronyms', () => {
    test('mean what documents say that they mean, and not what the inbox says', async () => {
      const explained = 'The bright blue zeppelin (BBZ) flies on Friday.\n';
      const files = { 'a.md': 'A bright blue zeppelin.\n', 'c.md': 'Other things.\n' };
      expect(await idsFor(await engineWith({ ...files, 'b.md': explained }), 'BBZ')).toContain('a.md');
      expect(await idsFor(await engineWith({ ...files, 'inbox/b.md': explained }), 'BBZ')).toEqual([]);
    });
  });

  describe('repetitions', () => {
    test('of a better passage rank behind what says something else', async () => {
      const text =
        'The zeppelin launch was planned in May, moved to June, and held on a Friday in front of the hangar, with tea, cake, speeches and music for guests.\n';
      const engine = await engineWith({
        'a.md': `---\ntitle: Zeppelin launch\n---\n${text}`,
        'copy.md': `---\ntitle: Zeppelin launch\n---\n${text}It rained.\n`,
        'other.md': 'A balloon had its launch before.\n',
      });
      expect(await idsFor(engine, 'zeppelin launch')).toEqual(['a.md', 'other.md', 'copy.md']);
    });
  });

  describe('an explanation', () => {
    test('is given on demand: what matched where, what it was worth, what lowered it', async () => {
      const engine = await engineWith({
        ...FILES,
        'context/draft.md': '---\ntitle: Small print\nstatus: draft\n---\nThe small print of payrol.\n',
      });
      const { hits } = await ask(engine, 'small print', { explain: true, limit: 2 });
      const draft = hits.find((hit) => hit.document.id === 'context/draft.md');
      expect(draft?.explanation?.lowered).toEqual([{ because: 'its status is draft', factor: 0.6 }]);
      const [match] = draft?.explanation?.document ?? [];
      expect(match).toMatchObject({ origin: 'asked' });
      expect(match?.fields.map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'body']));
      expect(draft?.explanation?.passage.length).toBeGreaterThan(0);
      expect((await ask(engine, 'small print')).hits[0]?.explanation).toBeUndefined();
    });

    test('names the word that a misspelt one was taken for', async () => {
      const { hits } = await ask(await engineWith(), 'newsleter', { explain: true });
      expect(hits[0]?.explanation?.document[0]).toMatchObject({
        asked: 'newsleter',
        word: 'newsletter',
        origin: 'spelling',
      });
    });
  });

  describe('a question that is still being typed', () => {
    test('finds what its last word may become, and no other word', async () => {
      const engine = await engineWith();
      expect((await idsFor(engine, 'newsl', { isTyping: true }))[0]).toBe('context/learnings/spring.md');
      expect(await idsFor(engine, 'newsl', {})).toEqual([]);
      expect(await idsFor(engine, 'newsl ', { isTyping: true })).toEqual([]);
      expect(await idsFor(engine, 'newsl zzz', { isTyping: true })).toEqual([]);
    });
  });

  describe('compounds', () => {
    test('are found however they are written', async () => {
      const engine = await engineWith({
        'a.md': 'The signup form is short.\n',
        'b.md': 'The sign-up form is long.\n',
        'c.md': 'People sign up on a form.\n',
        'd.md': 'Unrelated.\n',
      });
      for (const query of ['signup', 'sign-up', 'sign up'])
        expect((await idsFor(engine, query)).sort(), query).toEqual(['a.md', 'b.md', 'c.md']);
    });
  });

  describe('the notice', () => {
    test('names the nearest titles when nothing matches', async () => {
      const { hits, notice } = await ask(await engineWith(), 'pillowtone');
      expect(hits).toEqual([]);
      expect(notice).toBe('Nothing in the library matches "pillowtone".');
      const near = await ask(await engineWith({ 'a.md': '---\ntitle: Pillar tone\n---\n' }), 'pillarwise');
      expect(near.notice).toBe('Nothing in the library matches "pillarwise". The nearest title is: "Pillar tone".');
    });

    test('does not name what lies in the inbox', async () => {
      const engine = await engineWith();
      expect((await ask(engine, 'webinars idea webbinar')).notice).not.toContain('webinar"');
    });

    test('names the words that no document has, when they are much of the question', async () => {
      const engine = await engineWith();
      const { notice } = await ask(engine, 'zeppelin audits');
      expect(notice).toBe('No document has "zeppelin": the results go by the other words and by words like them.');
      expect((await ask(engine, 'please show me audits')).notice).toBeUndefined();
      expect((await ask(engine, 'payroll audits and errors')).notice).toBeUndefined();
    });

    test('says so when only a small part of the question matches', async () => {
      const engine = await engineWith();
      const { hits, notice } = await ask(engine, 'quantum chromodynamics on a small lattice of gluons');
      expect(hits).toHaveLength(1);
      expect(notice).toMatch(/^The library has only weak matches for "quantum/);
      expect((await ask(engine, 'small print')).notice).toBeUndefined();
    });
  });
}
