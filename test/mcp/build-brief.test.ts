import { expect, test } from 'vitest';
import { PEERS } from '../clients.ts';
import { PROJECT } from '../processes.ts';
import { serving } from './serving.ts';

test.each(PEERS)('gives a brief as one text, through %s', async (peer) => {
  const client = await serving(PROJECT, { peer });
  const given = { task: 'Launch email for Rounds', persona: 'callum', channel: 'email', max_chars: '6000' };
  const { content, structuredContent, isError } = await client.call('build_brief', given);
  const text = content[0]?.text ?? '';
  expect(isError ?? false).toBe(false);
  expect(structuredContent).toBeUndefined();
  expect(content).toHaveLength(1);
  expect(text.length).toBeLessThanOrEqual(6_000);
  expect(text).toContain('Reader: Callum, operations manager. Channel: email.');
  for (const title of [
    'Voice',
    'Words to use and avoid',
    'The reader',
    'Proof',
    'Rules on claims',
    'Ready-made for this',
  ]) {
    expect(text).toContain(`\n## ${title}\n`);
  }
});

test('every source of a brief, and all that it left out, can be fetched', async () => {
  const client = await serving(PROJECT);
  const { content } = await client.call('build_brief', { task: 'Reply to a baker who asks about Tallybin' });
  const text = content[0]?.text ?? '';
  const sources = [...text.matchAll(/^\[([^\]]+)\]/gm)].map(([, id = '']) => id);
  const left = [...text.matchAll(/^- (context\/\S+) \(.*\): (.*)$/gm)].flatMap(([, id = '', sections = '']) =>
    sections.split(', ').flatMap((section) => (section.startsWith('#') ? [id + section] : [])),
  );
  expect(sources.length).toBeGreaterThan(10);
  expect(left.length).toBeGreaterThan(3);
  for (const id of [...sources, ...left]) expect((await client.call('fetch', { id })).isError ?? false, id).toBe(false);
});

test('a persona that is not given in the manner of models is none', async () => {
  const client = await serving({ 'context/personas/mara.md': '# Mara\n\nShe counts.\n' });
  for (const persona of ['', null, ' ', '-', '—', '?', 'none', ' None ', 'N/A', 'any']) {
    const { content, isError } = await client.call('build_brief', { task: 'a post', persona });
    expect(isError ?? false).toBe(false);
    expect(content[0]?.text).toContain('No reader was named.');
  }
});

test.each(['メール', '邮件', 'почта'])('a channel in the letters of any script is one: %s', async (channel) => {
  const client = await serving({ 'context/brand/voice.md': '# Voice\n\nKind.\n' });
  const { content } = await client.call('build_brief', { task: 'a post', channel });
  expect(content[0]?.text).toContain(`Channel: ${channel}.`);
});

test('a persona in the letters of any script is one', async () => {
  const client = await serving({ 'context/personas/anna.md': '# Анна\n\nОна считает.\n' });
  const { content } = await client.call('build_brief', { task: 'a post', persona: 'Анна' });
  expect(content[0]?.text).toContain('Reader: Анна.');
});

test('what is longer than anybody would name is not taken', async () => {
  const client = await serving({ 'context/voice.md': '# Voice\n\nKind.\n' });
  for (const given of [
    { task: 'x'.repeat(4_001) },
    { task: '  ' },
    { task: 'a post', persona: '-'.repeat(201) },
    { task: 'a post', channel: 'x'.repeat(201) },
  ]) {
    expect((await client.call('build_brief', given)).isError).toBe(true);
  }
});

test('what cannot be taken is answered with what can', async () => {
  const client = await serving({ 'context/voice.md': '# Voice\n\nKind.\n' });
  for (const given of [{}, { task: 'a post', max_chars: 100 }, { task: 'a post', max_chars: 400_000 }]) {
    const { content, isError } = await client.call('build_brief', given);
    expect(isError).toBe(true);
    expect(content[0]?.text).toMatch(/task \(required\).*\n.*persona.*\n.*channel.*\n.*max_chars: .*2000 to 40000/);
  }
});

test('an edit is in the next brief', async () => {
  const client = await serving({ 'context/brand/voice.md': '# Voice\n\nKind.\n' });
  const brief = async (): Promise<string> =>
    (await client.call('build_brief', { task: 'a post' })).content[0]?.text ?? '';
  expect(await brief()).toContain('> Kind.');
  await client.folder.write({ 'context/brand/voice.md': '# Voice\n\nBrave.\n' });
  await expect.poll(brief, { timeout: 20_000 }).toContain('> Brave.');
});
