import { expect, onTestFinished, test, vi } from 'vitest';
import { openSurface } from '../../src/commands/open-surface.ts';
import { getPrompt } from '../../src/mcp/prompts.ts';
import type { Surface } from '../../src/mcp/surface.ts';
import { temporaryFolder } from '../folders.ts';

const prompt = (title: string, description: string, more = ''): string =>
  `---\ntitle: ${title}\ndescription: ${description}\n${more}---\nWrite about {{ topic }}.\n`;
const FILES = {
  'prompts/ad-copy.md': prompt('Ad copy', 'Short ads, also for a landing page.'),
  'prompts/landing-page.md': prompt('Landing page', 'A landing page for one offer.'),
  'prompts/old-page.md': prompt('Old landing page', 'A landing page as we used to write it.'),
  'prompts/new-page.md': prompt('New page', 'A page for the shop.', 'supersedes: prompts/old-page.md\n'),
  'prompts/quote.md': prompt('Press quote', 'A quote for a journalist.'),
  'prompts/reply.md': prompt('Reply', 'An answer to a letter.'),
};
const ANA = { name: 'Ana Lark', principal: 'ana' };

async function opened(): Promise<Surface> {
  const folder = await temporaryFolder(FILES);
  onTestFinished(folder.remove);
  const state = await temporaryFolder();
  onTestFinished(state.remove);
  vi.stubEnv('TEAM_CONTEXT_STATE', state.path);
  vi.stubEnv('TEAM_CONTEXT_JOURNAL', 'on');
  onTestFinished(() => void vi.unstubAllEnvs());
  const surface = await openSurface({ root: folder.path, usesCache: false, isRecording: true });
  onTestFinished(surface.close);
  await surface.library.ready;
  return surface;
}

function use(surface: Surface, id: string, members: readonly string[]): void {
  for (const member of members) surface.journal?.record({ member, use: 'prompt', ids: [id], outcome: 'done' });
}

/** The lines that offer a prompt, and the whole text. */
async function offered(surface: Surface, work?: string): Promise<{ titles: string[]; text: string }> {
  const given: Record<string, string> = work === undefined ? {} : { work };
  const { result } = await getPrompt(surface, { name: 'start-here', arguments: given }, ANA);
  const text = result.messages.flatMap(({ content }) => (content.type === 'text' ? [content.text] : [])).join('\n');
  return { titles: [...text.matchAll(/^- (.+?) \(([a-z-]+)\)/gm)].map(([, title = '']) => title), text };
}

test('somebody who says what they work on gets three prompts, that which fits best first, with its fields', async () => {
  const { titles, text } = await offered(await opened(), 'a landing page for the oven');
  expect(titles).toHaveLength(3);
  expect(titles[0]).toBe('Landing page');
  expect(text).toContain('  - topic*');
  expect(text).not.toContain('used by');
});

test('of prompts that fit, that which more colleagues use comes first, with their number', async () => {
  const surface = await opened();
  use(surface, 'prompts/ad-copy.md', ['Ben', 'Carla', 'ana lark']);
  const { titles, text } = await offered(surface, 'a landing page for the oven');
  expect(titles.slice(0, 2)).toEqual(['Ad copy', 'Landing page']);
  expect(text).toContain('- Ad copy (ad-copy), used by 2 colleagues: Short ads');
  expect(text).not.toMatch(/Ben|Carla/);
});

test('what was replaced is not offered, however many used it', async () => {
  const surface = await opened();
  use(surface, 'prompts/old-page.md', ['Ben', 'Carla', 'Dora']);
  expect((await offered(surface, 'a landing page')).titles).not.toContain('Old landing page');
  expect((await offered(surface)).titles).not.toContain('Old landing page');
});

test('whoever does not say yet is asked, and offered what spreads, without the fields', async () => {
  const surface = await opened();
  use(surface, 'prompts/quote.md', ['Ben']);
  const { titles, text } = await offered(surface, 'n/a');
  expect(text).toContain('Ask them first');
  expect(titles).toEqual(['Press quote', 'Ad copy', 'Landing page', 'New page', 'Reply']);
  expect(text).not.toContain('topic');
});
