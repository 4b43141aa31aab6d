import { BUILT_INS, type BuiltIn } from './built-in-names.ts';
import type { Document } from './document.ts';
import { wishedNameOf } from './prompt-names.ts';
import type { Snapshot } from './snapshot.ts';
import { oneLine } from './text/one-line.ts';

const LONGEST_ID = 200;

/** The prompt that comes with this program and whose name a prompt asks for. */
export function builtInWishedBy(prompt: Document): BuiltIn | undefined {
  const name = wishedNameOf(prompt);
  return BUILT_INS.find((builtIn) => builtIn === name);
}

/** What becomes of names when a prompt that is not in use yet comes into use, in a sentence; nothing when its own is free. */
export function describeNameTaken(prompt: Document, { prompts }: Pick<Snapshot, 'prompts'>): string | undefined {
  const name = wishedNameOf(prompt);
  if (name === undefined) return undefined;
  const named = prompts.get(name) ?? [...prompts.values()].find((other) => wishedNameOf(other) === name);
  if (named !== undefined)
    return `It has the same name as ${oneLine(named.id, LONGEST_ID)}: both will be listed under longer names. Give it a \`name:\` of its own.`;
  const builtIn = builtInWishedBy(prompt);
  return builtIn && `It would take the place of the built-in prompt "${builtIn}" for everybody.`;
}
