import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Connection, connect } from '../clients.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { fetchDocument } from './serving.ts';

/** Whatever waits in the inbox has this word in its name, its title or its text, and nothing else has it. */
const WORD = /quokka/i;
const DRAFT = 'inbox/quokka-voice.md';
const FILES = {
  'context/brand/voice.md': '---\ntitle: Voice\ntags: [tone]\n---\n# Voice\n\nWe sound warm.\n',
  'context/personas/ana.md': '---\ntitle: Ana\n---\nReads on the train.\n',
  'prompts/launch.md': '---\ntitle: Launch\narguments:\n  - name: who\n    from: persona\n---\nWrite for {{ who }}.\n',
  'prompts/drawn-in.md': `---\ncontext: [${DRAFT}, "${DRAFT}#nowhere"]\n---\nWrite.\n{{> inbox/quokka-part.md }}\n`,
  [DRAFT]: [
    '---\ntitle: Quokka voice\nkind: guideline\nstatus: approved\ntags: [tone]\naliases: [hopping]\nownr: quokka',
    'supersedes: context/brand/voice.md\nreview_by: 2020-01-31\nvalid_until: 2090-01-31\n---\n## Quokka rules\n\nHop.\n',
  ].join('\n'),
  'inbox/quokka.prompt.md': '---\ntitle: Quokka launch\n---\nWrite as a quokka about {{ topic }}.\n',
  'inbox/quokka-persona.md': '---\ntitle: Quokka Quinn\nkind: persona\n---\nA quokka.\n',
  'inbox/quokka-part.md': 'A quokka part.\n',
  'inbox/declined/quokka-no.md': '---\ntitle: Declined quokka\n---\nA wombat.\n',
};
const IN_INBOX = 4;

function uriFor(path: string): string {
  return `team://library/${path.split('/').map(encodeURIComponent).join('/')}`;
}

describe('what waits in the inbox', () => {
  let folder: TemporaryFolder;
  let client: Connection;
  beforeAll(async () => {
    folder = await temporaryFolder(FILES);
    client = await connect('SDK v1', folder.path);
    // lists wait for the first reading, and the status does not
    await client.resources();
  });
  afterAll(async () => {
    await client.close();
    await folder.remove();
  });

  /** What a client gets, whether an answer, a refusal or an error. */
  async function answerTo(asking: Promise<unknown>): Promise<string> {
    return JSON.stringify(await asking.catch(String));
  }

  test('is counted in the status, and nothing more is said of it', async () => {
    const status = await client.ask('library_status');
    expect(status).toMatchObject({
      drafts_waiting: IN_INBOX,
      documents: { guideline: 1, persona: 1, prompt: 2 },
      prompts: 2,
    });
    expect(JSON.stringify({ ...status, diagnostics: '' })).not.toMatch(WORD);
    expect(status).not.toMatchObject({
      diagnostics: { first: expect.arrayContaining([expect.stringMatching(/^inbox\/|ownr/)]) },
    });
    const page = await client.read('team://status');
    expect(page).toContain(`Drafts that wait in the inbox: ${IN_INBOX}`);
    expect(page).not.toMatch(/^inbox\/|ownr/m);
  });

  test('is found by a search for drafts alone', async () => {
    for (const given of [{}, { kind: 'guideline' }, { tags: ['tone'] }, { status: 'approved' }]) {
      expect(await answerTo(client.ask('search', { query: 'hop rules', ...given }))).not.toMatch(WORD);
    }
    expect(await client.ask('search', { query: 'quokka rules', status: 'draft', limit: 1 })).toMatchObject({
      results: [{ path: DRAFT, note: expect.stringMatching(/^Nobody on the team has reviewed this/) }],
    });
  });

  test('is read by fetch, whole or by section, below a line that nobody has reviewed it', async () => {
    for (const id of [DRAFT, `${DRAFT}#quokka-rules`, uriFor(DRAFT)]) {
      const { text, metadata } = await fetchDocument(client, { id });
      expect(text).toMatch(/^> Note: Nobody on the team has reviewed this[^\n]*\n\n## Quokka rules\n\nHop\.\n*$/);
      expect(metadata.note).toMatch(/^Nobody on the team has reviewed this/);
    }
  });

  test('is no resource: neither listed nor read, and the refusal names the way to it', async () => {
    expect(JSON.stringify(await client.resources())).not.toMatch(WORD);
    for (const uri of [uriFor(DRAFT), `${uriFor(DRAFT)}#quokka-rules`, `${uriFor(DRAFT)}#nowhere`]) {
      const answer = await answerTo(client.read(uri));
      expect(answer).toMatch(/waits in the inbox.*Read it with the tool fetch/);
      expect(answer).not.toMatch(/Hop|Quokka voice|quokka-rules"/);
    }
  });

  test('is nothing that a half-typed word becomes', async () => {
    const template = { type: 'ref/resource', uri: 'team://library/{+path}' };
    expect((await client.complete(template, { name: 'path', value: 'quokka' })).values).toEqual([]);
    expect((await client.complete(template, { name: 'path', value: 'inbox' })).values).toEqual([]);
    const prompt = { type: 'ref/prompt', name: 'launch' };
    expect((await client.complete(prompt, { name: 'who', value: '' })).values).toEqual(['Ana']);
  });

  test('is no prompt, no choice of one and no part of one', async () => {
    expect(JSON.stringify(await client.prompts())).not.toMatch(WORD);
    for (const name of ['quokka', 'inbox/quokka.prompt.md', 'Quokka launch']) {
      expect(await answerTo(client.prompt(name))).toMatch(/There is no prompt/);
      expect(await answerTo(client.call('use_prompt', { name }))).toMatch(/There is no prompt/);
    }
    expect(await answerTo(client.call('use_prompt', { name: 'quokk' }))).not.toMatch(/Quokka launch|quokka/);
    expect(await answerTo(client.prompt('launch', { who: 'Quokka Quinn' }))).toMatch(/is not a choice/);
    const usedAs = { name: 'drawn-in' };
    for (const text of [await answerTo(client.prompt('drawn-in')), await answerTo(client.call('use_prompt', usedAs))]) {
      expect(text).toContain('still waits in the inbox');
      expect(text).not.toMatch(/Quokka voice|Hop|A quokka part/);
    }
  });

  test('is in no list of the library and in no brief', async () => {
    for (const given of [{}, { kind: 'guideline' }, { kind: 'persona' }, { kind: 'prompt' }, { tag: 'tone' }]) {
      expect(await answerTo(client.ask('list_library', given))).not.toMatch(WORD);
    }
    const brief = await client.call('build_brief', { task: 'a post on hopping in our voice', persona: 'Quinn' });
    expect(JSON.stringify(brief)).not.toMatch(WORD);
    expect(await client.ask('list_library')).toMatchObject({ counts: { guideline: 1, persona: 1, prompt: 2 } });
  });

  test('is no name that somebody may have meant', async () => {
    for (const path of ['context/voice-quokk.md', 'inbox/quokka-voic.md', 'Quokka voise', 'Quokka voice']) {
      const answers = [await answerTo(client.call('fetch', { id: path })), await answerTo(client.read(uriFor(path)))];
      for (const answer of answers) {
        expect(answer).toContain('There is no document');
        expect(answer).not.toMatch(/quokka-voice\.md|quokka-p|quokka\.p/);
      }
    }
  });

  test('replaces nothing and is not counted in the instructions', async () => {
    expect((await fetchDocument(client, { id: 'context/brand/voice.md' })).metadata.note).toBeUndefined();
    expect(client.instructions).toContain('It holds 1 guideline, 1 persona, 2 prompts.');
  });

  test('is not there at all when it was declined', async () => {
    expect(await answerTo(client.call('fetch', { id: 'inbox/declined/quokka-no.md' }))).toMatch(/There is no document/);
    expect(await answerTo(client.read(uriFor('inbox/declined/quokka-no.md')))).toMatch(/There is no document/);
    expect(await client.ask('search', { query: 'wombat', status: 'draft' })).toMatchObject({ results: [] });
  });

  test('is announced to nobody but as a change of the status', async () => {
    const late = uriFor('inbox/quokka-late.md');
    await client.subscribe(uriFor(DRAFT), late, uriFor('context/brand/voice.md'), 'team://status');
    await folder.write({ [DRAFT]: '# Quokka changed\n', 'inbox/quokka-late.md': '# Quokka late\n' });
    await vi.waitFor(
      async () => expect(await client.ask('library_status')).toMatchObject({ drafts_waiting: IN_INBOX + 1 }),
      { timeout: 20_000 },
    );
    await folder.write({ 'context/brand/voice.md': '# Voice\n\nWe sound calm.\n' });
    await vi.waitFor(
      () => expect(client.notifications.map(({ uri }) => uri)).toContain(uriFor('context/brand/voice.md')),
      { timeout: 20_000 },
    );
    expect(client.notifications.map(({ uri }) => uri)).toContain('team://status');
    expect(JSON.stringify(client.notifications)).not.toMatch(WORD);
  });
});
