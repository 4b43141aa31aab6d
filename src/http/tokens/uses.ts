import { z } from 'zod';
import type { State } from '../../state/state.ts';
import { time } from './token-file.ts';

/**
 * When each token was used last, by its principal. It lies beside the file with the tokens and not in it, because only the
 * server writes it: a server that wrote down a use while somebody revokes a token would bring the dead token back.
 */
export const USES_FILE = 'token-uses.json';

const WRITTEN_EVERY_MS = 60_000;

const content = z.object({ version: z.literal(1), uses: z.record(z.string(), time) });

/** Milliseconds since 1970, by principal. */
export type UseTimes = ReadonlyMap<string, number>;

/** What was written down of uses; empty when nothing was, or nobody can read it: nothing depends on it. */
export async function readUses(state: State): Promise<UseTimes> {
  const bytes = await state.read(USES_FILE);
  if (bytes === undefined) return new Map();
  try {
    const { uses } = content.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return new Map(Object.entries(uses).map(([principal, time]) => [principal, Date.parse(time)]));
  } catch {
    return new Map();
  }
}

function later(one: UseTimes, other: UseTimes): Map<string, number> {
  const all = new Map(one);
  for (const [principal, time] of other) all.set(principal, Math.max(time, all.get(principal) ?? time));
  return all;
}

async function writeUses(state: State, uses: UseTimes): Promise<void> {
  const texts = [...uses].map(([principal, time]) => [principal, new Date(time).toISOString()]);
  const text = JSON.stringify({ version: 1, uses: Object.fromEntries(texts) }, null, 2);
  await state.write(USES_FILE, [new TextEncoder().encode(`${text}\n`)]);
}

export interface UsesOptions {
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whose uses are worth keeping: the principals of all tokens; undefined while nobody can tell. */
  readonly principals: () => Promise<ReadonlySet<string> | undefined>;
  /** Told why nothing could be written. */
  readonly onFailure: (error: unknown) => void;
}

export interface Uses {
  /** Notes that somebody used their token now. Written down at most once a minute. */
  note(principal: string): void;
  /** Writes down what has not been. Never fails. */
  close(): Promise<void>;
}

export function openUses({ state, now, principals, onFailure }: UsesOptions): Uses {
  let noted = new Map<string, number>();
  let written = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;

  const merge = async (fresh: UseTimes): Promise<void> => {
    const known = await principals();
    // another server may serve another library with the same tokens
    await state.exclusively('token-uses', async () => {
      const all = later(await readUses(state), fresh);
      const kept = [...all].filter(([principal]) => known === undefined || known.has(principal));
      await writeUses(state, new Map(kept));
    });
  };
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    // where the disk is slow, uses wait and not writes
    if (noted.size === 0 || writing !== undefined) return;
    const fresh = noted;
    noted = new Map();
    written = now();
    writing = merge(fresh)
      .catch((error: unknown) => {
        noted = later(fresh, noted);
        onFailure(error);
      })
      .finally(() => {
        writing = undefined;
      });
  };
  return {
    note(principal) {
      noted.set(principal, now());
      const waits = written + WRITTEN_EVERY_MS - now();
      if (waits <= 0) write();
      // at most a minute, also when somebody sets the clock back
      else timer ??= setTimeout(write, Math.min(waits, WRITTEN_EVERY_MS)).unref();
    },
    async close() {
      await writing;
      write();
      await writing;
    },
  };
}
