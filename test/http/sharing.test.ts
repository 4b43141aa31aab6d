import { readFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { connectTo, PEERS } from '../clients.ts';
import { openService, type ServiceOptions } from './opened-service.ts';

const WIN = { title: 'Saved a day', what: 'It took 25 minutes.' };
const shared = z.looseObject({ id: z.string(), author: z.string() });

describe.each([
  ['sessions', {}],
  ['no sessions', { isStateless: true }],
] satisfies [string, ServiceOptions][])('with %s,', (_, options) => {
  test.each(PEERS)('through %s, what a member shares bears the name that their token has', async (peer) => {
    const service = await openService({ hasMembers: true, ...options });
    const clients = await Promise.all(
      ['maya', 'jon'].map(async (name) => ({
        name,
        client: await connectTo(peer, service.url, await service.add(name, 'write')),
      })),
    );
    for (const { client } of clients) onTestFinished(client.close);
    const answers = await Promise.all(
      clients.map(async ({ name, client }) => ({ name, ...shared.parse(await client.ask('log_win', WIN)) })),
    );
    for (const { name, id, author } of answers) {
      expect(author).toBe(name);
      expect(await readFile(service.folder.at(id), 'utf8')).toContain(`author: ${name}\n`);
    }
  });
});

test.each(PEERS)('through %s, a member who may only read cannot share, and is not asked to', async (peer) => {
  const service = await openService({ hasMembers: true });
  const client = await connectTo(peer, service.url, await service.add('maya', 'read'));
  onTestFinished(client.close);
  expect((await client.tools()).map(({ name }) => name)).not.toContain('log_win');
  expect(JSON.stringify(await client.prompt('ai-win'))).toContain('Nothing can be saved from here');
  expect(client.instructions).not.toContain('ai-win');
  await expect(client.call('log_win', WIN)).rejects.toThrow(/scope.*write/);
});

test('each member has an allowance of their own, however often they connect', async () => {
  const service = await openService({ hasMembers: true });
  const tokens = { maya: await service.add('maya', 'write'), jon: await service.add('jon', 'write') };
  const call = async (token: string): Promise<boolean> => {
    const client = await connectTo('SDK v2 in 2026', service.url, token);
    const { isError } = await client.call('log_win', WIN);
    await client.close();
    return isError !== true;
  };
  for (let time = 0; time < 20; time++) expect(await call(tokens.maya)).toBe(true);
  expect(await call(tokens.maya)).toBe(false);
  expect(await call(tokens.jon)).toBe(true);
});
