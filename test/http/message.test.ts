import type { Tool } from '@modelcontextprotocol/server';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOf, idsOf, isListening, scopeOf } from '../../src/http/message.ts';

const tool = (name: string, annotations?: Tool['annotations']): Tool => ({
  name,
  inputSchema: { type: 'object' },
  ...(annotations && { annotations }),
});
const TOOLS = [tool('search', { readOnlyHint: true }), tool('share', { readOnlyHint: false }), tool('unmarked')];
const calling = (name: unknown) => ({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name } });
const LISTEN = { jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params: {} };

describe('what a message asks for', () => {
  test('is its method and the name in it, or those of the first of several', () => {
    expect(askedOf(calling('search'))).toEqual({ method: 'tools/call', name: 'search' });
    expect(askedOf({ method: 'tools/list' })).toEqual({ method: 'tools/list' });
    expect(askedOf([{ method: 'ping' }, calling('search')])).toEqual({ method: 'ping' });
  });

  test('is nothing in an answer, in a stream, and in what is no message', () => {
    for (const body of [{ jsonrpc: '2.0', id: 1, result: {} }, undefined, null, 7, 'tools/call', [], { method: 7 }])
      expect(askedOf(body)).toBeUndefined();
  });

  test('has no name that is no text', () => {
    expect(askedOf(calling({ toString: 'x' }))).toEqual({ method: 'tools/call' });
  });
});

describe('a scope that is needed', () => {
  test('is to write for each tool that does not say that it only reads', () => {
    expect(['search', 'share', 'unmarked'].map((name) => scopeOf(calling(name), TOOLS))).toEqual([
      'read',
      'write',
      'write',
    ]);
  });

  test('is to write when one message of a batch writes, wherever it stands', () => {
    expect(scopeOf([calling('search'), { method: 'ping' }, calling('share')], TOOLS)).toBe('write');
    expect(scopeOf([calling('search'), { method: 'ping' }], TOOLS)).toBe('read');
  });

  test('is to read for tools that do not exist, and for names of tools that are not called', () => {
    expect(scopeOf(calling('nothing'), TOOLS)).toBe('read');
    expect(scopeOf(calling(undefined), TOOLS)).toBe('read');
    expect(scopeOf({ method: 'prompts/get', params: { name: 'share' } }, TOOLS)).toBe('read');
    expect(scopeOf(undefined, TOOLS)).toBe('read');
  });
});

test('only one message that listens is answered by a stream that lasts: a batch that hides it is not', () => {
  expect(isListening(LISTEN)).toBe(true);
  for (const body of [[LISTEN], [LISTEN, calling('search')], calling('search'), undefined])
    expect(isListening(body)).toBe(false);
});

test('what waits for an answer has a method and an id', () => {
  const { id: _, ...notification } = LISTEN;
  const answer = { jsonrpc: '2.0', id: 9, result: {} };
  expect(idsOf([calling('search'), notification, answer, { ...LISTEN, id: 'b' }, { ...LISTEN, id: null }])).toEqual([
    1,
    'b',
  ]);
  expect(idsOf(undefined)).toEqual([]);
});

test('no body is too odd to be looked at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      askedOf(body);
      isListening(body);
      expect(['read', 'write']).toContain(scopeOf(body, TOOLS));
      expect(idsOf(body)).toBeInstanceOf(Array);
    }),
  );
});
