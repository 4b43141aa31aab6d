import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Document } from './document.ts';
import { slugOf } from './text/sections.ts';

/** Names on the wire are at most this long, since clients put the server's name in front and cap the whole at 60 or 64. */
const LONGEST_NAME = 40;

/** A text as a name on the wire: `[a-z0-9-]`, at most 40 characters; empty when nothing of it can be kept. */
function wireName(text: string): string {
  const plain = slugOf(text.normalize('NFKD').replace(/\p{M}/gu, '')).replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, LONGEST_NAME).replace(/^-+|-+$/g, '');
}

function folderAndFile(id: string): { folder: string; file: string } {
  const parts = id.split('/');
  const file = (parts.pop() ?? id).replace(/(\.prompt)?\.[^.]+$/i, '');
  return { folder: parts.pop() ?? '', file };
}

/** The name itself when it is free, else the name with the smallest number that makes it so. */
function free(name: string, taken: ReadonlyMap<string, Document>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const suffix = `-${number}`;
    const candidate = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!taken.has(candidate)) return candidate;
  }
}

/**
 * Gives every prompt that can be run its name on the wire: the one in its front matter, else the file name; prompts that
 * would share a name get their folder in front, and a diagnostic says so. `documents` come with their ids ascending.
 */
export function namePrompts(documents: readonly Document[]): {
  prompts: ReadonlyMap<string, Document>;
  diagnostics: readonly Diagnostic[];
} {
  const groups = new Map<string, Document[]>();
  for (const document of documents) {
    if (document.prompt === undefined || document.isInInbox) continue;
    const name = wireName(document.prompt.name ?? folderAndFile(document.id).file) || 'prompt';
    groups.set(name, [...(groups.get(name) ?? []), document]);
  }
  const prompts = new Map<string, Document>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, group] of groups) {
    const [only] = group;
    if (group.length === 1 && only !== undefined) prompts.set(name, only);
  }
  for (const [name, group] of groups) {
    if (group.length === 1) continue;
    for (const document of group) {
      const others = group.filter((other) => other !== document).map((other) => other.id);
      const unique = free(wireName(`${folderAndFile(document.id).folder} ${name}`), prompts);
      prompts.set(unique, document);
      diagnostics.push(
        diagnose(
          'prompt-same-name',
          { path: document.id },
          {
            message: `This prompt shares the name "${name}" with ${others.slice(0, 3).join(', ')}; people see it as "${unique}".`,
            hint: `Rename the file, or add a line such as "name: ${unique}" between the "---" lines at its top.`,
          },
        ),
      );
    }
  }
  return { prompts: new Map([...prompts].sort(([a], [b]) => (a < b ? -1 : 1))), diagnostics };
}
