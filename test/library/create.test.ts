import { expect, onTestFinished, test, vi } from 'vitest';
import { type Library, openLibrary } from '../../src/library/library.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

async function open(poll: boolean): Promise<{ folder: TemporaryFolder; library: Library }> {
  const folder = await temporaryFolder({ 'context/voice.md': '# Voice\n\nWarm.\n' });
  onTestFinished(folder.remove);
  const library = await openLibrary({
    root: folder.path,
    poll,
    onFault(fault) {
      throw fault;
    },
  });
  onTestFinished(library.close);
  await library.ready;
  return { folder, library };
}

test.each([
  ['with events', false],
  ['without', true],
])('what is created is served as a draft of the inbox, %s', async (_, poll) => {
  const { library } = await open(poll);
  const id = await library.create({ title: 'Launch emails', text: '---\nkind: workflow\n---\n# Launch emails\n' });
  await vi.waitFor(() => expect(library.current().documents.get(id)).toBeDefined(), { timeout: 10_000 });
  expect(library.current().documents.get(id)).toMatchObject({ kind: 'workflow', status: 'draft', isInInbox: true });
});

test('many that are created at once are all served', async () => {
  const { library } = await open(false);
  const drafts = Array.from({ length: 30 }, () => library.create({ title: 'The same', text: 'The same.\n' }));
  const ids = await Promise.all(drafts);
  expect(new Set(ids).size).toBe(30);
  await vi.waitFor(() => expect(library.current().documents.size).toBe(31), { timeout: 10_000 });
});
