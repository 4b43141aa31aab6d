import type { Snapshot } from '../library/snapshot.ts';
import { offeredLabels } from './choices.ts';
import { fold } from './fold.ts';
import { findPrompt } from './listing.ts';

/** As many values as a client is sent at most. */
const MOST_VALUES = 100;

/** What can follow what was typed. `total` counts all matches. */
export interface Completion {
  readonly values: readonly string[];
  readonly total: number;
}

/**
 * The choices of an argument that begin with what was typed, then those that contain it, regardless of case. None for an
 * argument that is unknown or takes any text. Throws a Refusal when there is no such prompt.
 */
export function completeArgument(
  snapshot: Snapshot,
  request: { prompt: string; argument: string; typed: string },
): Completion {
  const declared = findPrompt(snapshot, request.prompt).prompt?.arguments ?? [];
  const argument =
    declared.find(({ name }) => name === request.argument) ??
    declared.find(({ name }) => fold(name) === fold(request.argument));
  if (argument === undefined) return { values: [], total: 0 };
  const typed = request.typed.trim().toLowerCase();
  const beginning: string[] = [];
  const within: string[] = [];
  for (const label of offeredLabels(snapshot, argument)) {
    const place = label.toLowerCase().indexOf(typed);
    if (place === 0) beginning.push(label);
    else if (place > 0) within.push(label);
  }
  const found = [...new Set([...beginning, ...within])];
  return { values: found.slice(0, MOST_VALUES), total: found.length };
}
