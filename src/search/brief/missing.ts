import type { Document } from '../../library/document.ts';
import { type Channel, channelsOf } from './channel.ts';
import { FORMS, PARTS, type Part } from './part.ts';
import { titled } from './passage.ts';

/** What there is for a brief. */
interface Had {
  readonly has: ReadonlySet<Part | 'ready-made'>;
  readonly hasPersonas: boolean;
  readonly channels: readonly Channel[];
}

/** The sentences that say what the library does not have for a brief. */
export function missingIn(documents: readonly Document[], { has, hasPersonas, channels }: Had): string[] {
  if (documents.length === 0) return ['The library has no documents yet.'];
  const sentences = PARTS.flatMap((part) => (has.has(part) ? [] : (FORMS[part].missing ?? [])));
  if (!hasPersonas) sentences.push('The library has no personas.');
  if (!has.has('learned')) sentences.push(nothingLearned(documents, channels));
  if (!has.has('ready-made')) sentences.push('The library has no prompt or workflow for this job.');
  return sentences;
}

function nothingLearned(documents: readonly Document[], channels: readonly Channel[]): string {
  const on =
    channels.length === 0
      ? 'that fits this task'
      : `on the channel ${channels.map(({ name }) => `"${titled(name)}"`).join(' or ')}`;
  const own = channelsOf(documents);
  const others = own.length === 0 ? '' : `; there is something on ${own.slice(0, 6).map(titled).join(', ')}`;
  return `The library has no learning ${on}${others}.`;
}
