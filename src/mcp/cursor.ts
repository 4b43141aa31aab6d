import { Refusal } from '../refusal.ts';

/** One page of a list, and where the next one begins. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly nextCursor?: string;
}

function decode(cursor: string): string {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null && 'after' in value && typeof value.after === 'string')
      return value.after;
  } catch {
    // an unreadable cursor is refused below
  }
  throw new Refusal('This cursor is not one of ours. Begin again without a cursor.');
}

/**
 * A page of rows that ascend by key. The cursor says "after this key", not an offset, so that it stays right when rows
 * come and go between two pages.
 */
export function pageOf<T>(
  rows: readonly T[],
  size: number,
  options: { cursor?: string | undefined; keyOf: (row: T) => string },
): Page<T> {
  const after = options.cursor === undefined ? undefined : decode(options.cursor);
  const start = after === undefined ? 0 : rows.findIndex((row) => options.keyOf(row) > after);
  const page = start < 0 ? [] : rows.slice(start, start + size);
  const last = page.at(-1);
  if (last === undefined || start + size >= rows.length) return { rows: page };
  return { rows: page, nextCursor: Buffer.from(JSON.stringify({ after: options.keyOf(last) })).toString('base64url') };
}
