import { createHash } from 'node:crypto';
import { slugOf } from '../library/text/sections.ts';

/** Names on the wire are no longer, so that each file has a name of its own there too. */
const LONGEST_NAME = 40;
/** Names that a system or the library takes for something else. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|readme|parts)$/;

/** Where imported prompts are put: knows the names and the texts that are there. */
export interface Shelf {
  /** The name of the file with this very text, wherever it came from. */
  holding(text: string): string | undefined;
  /** A name that is free, for a prompt with this title. */
  freeName(title: string): string;
  /** From now on there is a file with this name and text. */
  put(name: string, text: string): void;
}

/** What makes two files the same prompt: everything but the line that says where it came from. */
function fingerprint(text: string): string {
  const front = /^---\r?\n([\s\S]{0,70000}?)\r?\n---(?:\r?\n|$)/.exec(text);
  const fields = front?.[1]?.replace(/^source: .*\r?\n?/m, '') ?? '';
  const body = text.slice(front?.[0].length ?? 0);
  return createHash('sha256').update(fields).update('\0').update(body).digest('base64');
}

function stemFor(title: string): string {
  const plain = slugOf(title.normalize('NFKD').replace(/\p{M}/gu, ''));
  const ascii = plain.replace(/[^a-z0-9]+/g, '-');
  const stem = [ascii, slugOf(title)]
    .map((text) =>
      Array.from(text)
        .slice(0, LONGEST_NAME)
        .join('')
        .replace(/^-+|-+$/g, ''),
    )
    .find((text) => text !== '');
  if (stem === undefined) return 'prompt';
  return RESERVED.test(stem) ? `${stem}-prompt` : stem;
}

export function openShelf(): Shelf {
  const stems = new Set<string>();
  const names = new Map<string, string>();
  const numbers = new Map<string, number>();
  const fold = (stem: string): string => stem.normalize('NFC').toLowerCase();
  return {
    holding: (text) => names.get(fingerprint(text)),
    freeName(title) {
      const wanted = stemFor(title);
      if (!stems.has(fold(wanted))) return `${wanted}.md`;
      for (let number = numbers.get(wanted) ?? 2; ; number++) {
        const suffix = `-${number}`;
        const stem = Array.from(wanted)
          .slice(0, LONGEST_NAME - suffix.length)
          .join('')
          .concat(suffix);
        numbers.set(wanted, number);
        if (!stems.has(fold(stem))) return `${stem}.md`;
      }
    },
    put(name, text) {
      stems.add(fold(name.slice(name.lastIndexOf('/') + 1).replace(/(?:\.prompt)?\.[^.]+$/, '')));
      const print = fingerprint(text);
      if (!names.has(print)) names.set(print, name);
    },
  };
}
