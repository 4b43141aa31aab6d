import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { draftsOf } from '../../src/library/inbox.ts';
import { type Library, openLibrary } from '../../src/library/library.ts';
import { draftNamed } from '../../src/reviewing/draft-named.ts';
import { openReview, type Review } from '../../src/reviewing/review.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

const DAY = Date.UTC(2026, 10, 22);
const NAME = '2026-11-20-kit-0123abcd.md';
const DRAFT = '---\ntitle: A kit\nkind: workflow\nauthor: Ben\n---\nHow I did it.\n';
const APPROVED = DRAFT.replace('Ben\n', 'Ben\napproved_by: Ana\napproved_on: 2026-11-22\n');

async function open(
  files: Readonly<Record<string, string>>,
): Promise<{ folder: TemporaryFolder; library: Library; review: Review }> {
  const folder = await temporaryFolder(files);
  onTestFinished(folder.remove);
  const library = await openLibrary({
    root: folder.path,
    poll: true,
    onFault(fault) {
      throw fault;
    },
  });
  onTestFinished(library.close);
  await library.ready;
  return { folder, library, review: openReview({ library, reviewer: 'Ana', now: () => DAY }) };
}

function textAt(folder: TemporaryFolder, path: string): string | undefined {
  return existsSync(folder.at(path)) ? readFileSync(folder.at(path), 'utf8') : undefined;
}

test('an approved draft is served as what it is, with who approved it', async () => {
  const { folder, library, review } = await open({ 'context/voice.md': 'Warm.\n', [`inbox/${NAME}`]: DRAFT });
  const settled = await review.approve(draftNamed(draftsOf(library.current()), NAME));
  expect(settled).toEqual({ id: `context/workflows/${NAME}`, wasThere: false, isDraftLeft: false });
  expect(textAt(folder, settled.id)).toBe(APPROVED);
  await vi.waitFor(() => expect(library.current().documents.has(settled.id)).toBe(true), { timeout: 20_000 });
  expect(library.current().documents.get(settled.id)).toMatchObject({ kind: 'workflow', status: 'approved' });
});

test('a draft keeps the kind that it had in the inbox, wherever it goes', async () => {
  const { folder, library, review } = await open({
    'context/brand/a.md': '---\nkind: reference\n---\n',
    'inbox/note.md': '---\ntitle: A note\n---\nText\n',
  });
  const { id } = await review.approve(draftNamed(draftsOf(library.current()), 'note'));
  expect(id).toBe('context/brand/note.md');
  expect(textAt(folder, id)).toMatch(/^---\ntitle: A note\nkind: reference\napproved_by: Ana\n/);
});

test('a declined draft stays as it is, and is served to nobody', async () => {
  const { folder, library, review } = await open({ 'context/voice.md': 'Warm.\n', [`inbox/${NAME}`]: DRAFT });
  const settled = await review.decline(draftNamed(draftsOf(library.current()), NAME));
  expect(settled.id).toBe(`inbox/declined/${NAME}`);
  expect(textAt(folder, settled.id)).toBe(DRAFT);
  await vi.waitFor(() => expect([...library.current().documents.keys()]).toEqual(['context/voice.md']), {
    timeout: 20_000,
  });
});

test('in a library that is served whole, nothing that was served is lost', async () => {
  const { library, review } = await open({ 'voice.md': 'Warm.\n', [`inbox/${NAME}`]: DRAFT });
  const { id } = await review.approve(draftNamed(draftsOf(library.current()), NAME));
  expect(id).toBe(`shared/workflows/${NAME}`);
  await vi.waitFor(() => expect([...library.current().documents.keys()]).toEqual([id, 'voice.md']), {
    timeout: 20_000,
  });
});

test('what the settings would not serve is not approved', async () => {
  const { folder, library, review } = await open({
    'context/voice.md': 'Warm.\n',
    'team-context.yaml': 'ignore: ["context/workflows/**"]\n',
    [`inbox/${NAME}`]: DRAFT,
  });
  const [draft] = draftsOf(library.current());
  if (draft === undefined) throw new Error('There is no draft.');
  await expect(review.approve(draft)).rejects.toThrow(/serve no folder for documents of the kind "workflow"/);
  expect(textAt(folder, draft.id)).toBe(DRAFT);
});

test('what was broken off is ended at the next start, by whomever it was begun', async () => {
  const other = DRAFT.replace('A kit', 'Another');
  const { folder, library, review } = await open({
    [`context/elsewhere/${NAME}`]: APPROVED.replace('by: Ana', 'by: Eve'),
    [`inbox/${NAME}`]: DRAFT,
    'inbox/declined/b.md': other,
    'inbox/b.md': other,
    'context/workflows/c.md': other,
    'inbox/c.md': DRAFT,
    'inbox/declined/d.md': other,
    'inbox/d.md': other,
  });
  for (const name of [NAME, 'b.md']) utimesSync(folder.at(`inbox/${name}`), 1_000, 1_000);
  utimesSync(folder.at('inbox/declined/d.md'), 1_000, 1_000);
  const finished = await review.finish();
  expect(finished.map(({ id }) => id).sort()).toEqual([`context/elsewhere/${NAME}`, 'inbox/declined/b.md']);
  expect(readdirSync(folder.at('inbox')).sort()).toEqual(['c.md', 'd.md', 'declined']);
  expect(textAt(folder, 'context/workflows/c.md')).toBe(other);
  expect(await review.finish()).toEqual([]);
  expect(library.root).toBe(folder.path);
});
