import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Document } from './document.ts';
import { byCodeUnit } from './order.ts';
import { stemOf } from './path.ts';
import { slugOf } from './text/sections.ts';

/** Names on the wire are at most this long, since clients put the server's name in front and cap the whole at 60 or 64. */
const LONGEST_NAME = 40;
/** So many of the prompts that share a name are named to the editor of one. */
const MOST_OTHERS = 3;

/** A text as a name on the wire: `[a-z0-9-]`, at most 40 characters; empty when nothing of it can be kept. */
function wireName(text: string): string {
  const plain = slugOf(text.normalize('NFKD').replace(/\p{M}/gu, '')).replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, LONGEST_NAME).replace(/^-+|-+$/g, '');
}

/** The name of the folder that a file lies in; empty at the library's root. */
function folderOf(id: string): string {
  return id.split('/').at(-2) ?? '';
}

/** Gives out names: the wanted one when it is free, else with the smallest number behind it that makes it so. */
function nameGiver(taken: ReadonlyMap<string, Document>): (wanted: string) => string {
  const numbers = new Map<string, number>();
  return (wanted) => {
    if (!taken.has(wanted)) return wanted;
    for (let number = numbers.get(wanted) ?? 2; ; number++) {
      const suffix = `-${number}`;
      const candidate = wanted.slice(0, LONGEST_NAME - suffix.length) + suffix;
      numbers.set(wanted, number);
      if (!taken.has(candidate)) return candidate;
    }
  };
}

/** The name on the wire that a prompt would have if it were alone; undefined when it is no prompt. */
export function wishedNameOf({ id, prompt }: Pick<Document, 'id' | 'prompt'>): string | undefined {
  return prompt === undefined ? undefined : wireName(prompt.name ?? stemOf(id)) || 'prompt';
}

/** The prompts that can be run, by the name that each would have if it were alone. */
function groupByName(documents: readonly Document[]): Map<string, Document[]> {
  const groups = new Map<string, Document[]>();
  for (const document of documents) {
    const name = wishedNameOf(document);
    if (name === undefined || document.isInInbox) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [document]);
    else group.push(document);
  }
  return groups;
}

/** `shared` is the name that all of a group would have, `unique` the one that this prompt has instead. */
function diagnoseSameName(
  document: Document,
  names: { shared: string; unique: string },
  group: Document[],
): Diagnostic {
  const others = group.slice(0, MOST_OTHERS + 1).filter((other) => other !== document);
  const ids = others.slice(0, MOST_OTHERS).map(({ id }) => id);
  const message = `This prompt shares the name "${names.shared}" with ${ids.join(', ')}; people see it as "${names.unique}".`;
  const hint = `Rename the file, or add a line such as "name: ${names.unique}" between the "---" lines at its top.`;
  return diagnose('prompt-same-name', { path: document.id }, { message, hint });
}

/**
 * Gives every prompt that can be run its name on the wire: the one in its front matter, else the file name; prompts that
 * would share a name get their folder in front, and a diagnostic says so. `documents` come with their ids ascending.
 */
export function namePrompts(documents: readonly Document[]): {
  prompts: ReadonlyMap<string, Document>;
  diagnostics: readonly Diagnostic[];
} {
  const groups = groupByName(documents);
  const prompts = new Map<string, Document>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, group] of groups) {
    const [only] = group;
    if (group.length === 1 && only !== undefined) prompts.set(name, only);
  }
  const give = nameGiver(prompts);
  for (const [name, group] of groups) {
    if (group.length === 1) continue;
    for (const document of group) {
      const unique = give(wireName(`${folderOf(document.id)} ${name}`));
      prompts.set(unique, document);
      diagnostics.push(diagnoseSameName(document, { shared: name, unique }, group));
    }
  }
  return { prompts: new Map([...prompts].sort(([a], [b]) => byCodeUnit(a, b))), diagnostics };
}
