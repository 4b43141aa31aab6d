import { BUILT_INS, type BuiltIn } from '../library/built-in-names.ts';
import type { Document } from '../library/document.ts';
import { parse } from '../library/parse.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { AI_WIN } from './built-in/ai-win.ts';
import { AI_WIN_OF_THE_WEEK } from './built-in/ai-win-of-the-week.ts';
import { SHARE_HOW_I_DID_THIS } from './built-in/share-how-i-did-this.ts';
import { START_HERE } from './built-in/start-here.ts';

const TEXTS: Readonly<Record<BuiltIn, string>> = {
  'start-here': START_HERE,
  'share-how-i-did-this': SHARE_HOW_I_DID_THIS,
  'ai-win': AI_WIN,
  'ai-win-of-the-week': AI_WIN_OF_THE_WEEK,
};

/** No file of a library has such an id. */
const idOf = (name: BuiltIn): string => `:built-in/${name}.md`;

export type { BuiltIn } from '../library/built-in-names.ts';

/** Written in the form of every other prompt, so that a team can take one over and change it. */
function read(name: BuiltIn): Document {
  const bytes = new TextEncoder().encode(TEXTS[name]);
  const { document } = parse({ id: idOf(name), bytes, hash: name, modified: 0 });
  if (document === undefined) throw new Error(`The built-in prompt ${name} cannot be read.`);
  return document;
}

let all: ReadonlyMap<string, Document> | undefined;

/** The prompts that come with this program, by name; a prompt of the library with such a name takes its place. */
export function builtInsOf({ prompts }: Snapshot): ReadonlyMap<string, Document> {
  all ??= new Map(BUILT_INS.map((name) => [name, read(name)]));
  return new Map([...all].filter(([name]) => !prompts.has(name)));
}

/** Which of the prompts that come with this program a document is; undefined for those of the library. */
export function builtInOf({ id }: Document): BuiltIn | undefined {
  return BUILT_INS.find((name) => id === idOf(name));
}
