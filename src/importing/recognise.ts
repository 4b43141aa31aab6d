import type { PromptSource, Reading } from './foreign-prompt.ts';
import { readChatYaml } from './formats/chat-yaml.ts';
import { readDotprompt } from './formats/dotprompt.ts';
import { readFabricPattern } from './formats/fabric-pattern.ts';
import { readPlainText } from './formats/plain-text.ts';
import { readPromptTable } from './formats/prompt-table.ts';
import { readPrompty } from './formats/prompty.ts';
import { readCommand, readSkill } from './formats/skill.ts';
import { readVscodePrompt } from './formats/vscode-prompt.ts';

/** A form in which prompts are kept, and how a file of it is read. */
export interface Format {
  /** As people call it. */
  readonly name: string;
  readonly read: (source: PromptSource) => readonly Reading[];
}

const SKILL: Format = { name: 'skill', read: readSkill };
const FABRIC: Format = { name: 'fabric pattern', read: readFabricPattern };
const PLAIN: Format = { name: 'plain text', read: readPlainText };

/** What a file is by its name and its folder, the first that fits. */
const BY_PATH: readonly (readonly [RegExp, Format])[] = [
  [/(?:^|\/)skill\.md$/i, SKILL],
  [/(?:^|\/)system\.md$/i, FABRIC],
  [/\.prompt\.md$/i, { name: 'VS Code prompt', read: readVscodePrompt }],
  [/\.prompt\.ya?ml$/i, { name: 'GitHub prompt', read: readChatYaml }],
  [/\.prompty$/i, { name: 'prompty', read: readPrompty }],
  [/\.prompt$/i, { name: 'dotprompt', read: readDotprompt }],
  [/\.[ct]sv$/i, { name: 'table of prompts', read: readPromptTable }],
  [/(?:^|\/)commands\/(?:[^/]+\/)*[^/]+\.md$/i, { name: 'command', read: readCommand }],
];
const TEXT = /\.(?:md|markdown|txt)$/i;
/** Files about a collection and not of it. */
const ABOUT =
  /(?:^|\/)(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security|agents|claude|notice)\.[^/]*$/i;
const IN_PROMPTS = /(?:^|\/)prompts\/[^/]+$/i;

/** A prompt's file among those that were found, with what belongs to it. */
export interface Candidate {
  readonly path: string;
  readonly format: Format;
  /** The second file of a pattern. */
  readonly continuation?: string;
  /** Other files that belong to it, by their path from its folder on. */
  readonly beside: readonly string[];
}

export interface Selection {
  readonly candidates: readonly Candidate[];
  /** Files that are no prompts. */
  readonly others: readonly string[];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function formatOf(path: string): Format | undefined {
  return ABOUT.test(path) ? undefined : BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
}

/** The folders that are one prompt each, and the files in them, by the path of the prompt's own file. */
function groupByFolder(paths: readonly string[]): { owners: Map<string, string>; belongings: Map<string, string[]> } {
  const owners = new Map<string, string>();
  for (const path of paths) {
    const format = formatOf(path);
    if (format === SKILL || format === FABRIC) owners.set(folderOf(path), path);
  }
  const belongings = new Map<string, string[]>();
  for (const path of paths) {
    const owner = ownerOf(path, owners);
    if (owner === undefined) continue;
    const known = belongings.get(owner);
    if (known === undefined) belongings.set(owner, [path]);
    else known.push(path);
  }
  return { owners, belongings };
}

/** The prompt to whose folder a file belongs: the nearest one above it. */
function ownerOf(path: string, owners: ReadonlyMap<string, string>): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
    const owner = owners.get(folder);
    if (owner !== undefined) {
      const isInside = formatOf(owner) === SKILL || folder === folderOf(path);
      return owner === path || !isInside ? undefined : owner;
    }
    if (folder === '') return undefined;
  }
}

function candidateOf(path: string, format: Format, belonging: readonly string[]): Candidate {
  const folder = folderOf(path);
  const continuation = format === FABRIC ? belonging.find((other) => /\/user\.md$/i.test(`/${other}`)) : undefined;
  const beside = belonging.filter((other) => other !== continuation).map((other) => other.slice(folder.length));
  return { path, format, continuation, beside };
}

/**
 * Tells which of the files below one source are prompts. Plain text is a prompt when it was named, when it lies in a
 * folder `prompts`, and when nothing else is there.
 */
export function selectPrompts(paths: readonly string[], { isNamed }: { isNamed: boolean }): Selection {
  const { owners, belongings } = groupByFolder(paths);
  const free = paths.filter((path) => ownerOf(path, owners) === undefined);
  const known = free.filter((path) => formatOf(path) !== undefined);
  const isText = (path: string): boolean =>
    TEXT.test(path) && (isNamed || (!ABOUT.test(path) && (known.length === 0 || IN_PROMPTS.test(path))));
  const candidates: Candidate[] = [];
  const others: string[] = [];
  for (const path of free) {
    const format = formatOf(path) ?? (isText(path) ? PLAIN : undefined);
    if (format === undefined) others.push(path);
    else candidates.push(candidateOf(path, format, belongings.get(path) ?? []));
  }
  return { candidates, others };
}
