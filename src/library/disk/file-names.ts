import { SETTINGS_FILE } from '../../settings.ts';
import { identityOf } from './identity.ts';

/** What a name alone says about a file. */
export type NameClass =
  | { readonly kind: 'document' }
  /** `team-context.yaml`; only at the library's root does it count. */
  | { readonly kind: 'settings' }
  /** Left behind by a system, an editor or a sync client: passed over in silence. */
  | { readonly kind: 'litter' }
  /** A type of file that is not served; the extension has its dot and is empty when there is none. */
  | { readonly kind: 'other'; readonly extension: string }
  /** A sync service kept two versions, and this is the one that lost. Not served. */
  | { readonly kind: 'conflicted-copy'; readonly of: string; readonly by: string }
  /** Looks like a copy of a file beside it, and may be meant. Served. */
  | { readonly kind: 'suspected-copy'; readonly of: string }
  /** The text lies in the cloud; the file only points there. */
  | { readonly kind: 'pointer'; readonly to: string }
  /** The sync client has not fetched the file yet. */
  | { readonly kind: 'not-downloaded'; readonly name: string };

const DOCUMENT = /\.(?:md|markdown|mdx|txt)$/i;

const LITTER: readonly RegExp[] = [
  /^\./, // hidden files, and the temporary ones of many editors and sync clients
  /^~\$/, // Office locks
  /^~.*\.tmp$/i,
  /~$/, // editor backups
  /^#.*#$/, // editor autosaves
  /\.(?:tmp|temp|part|partial|crdownload|download|sw[opx]|bak|orig|rej|lock|!sync|dropbox)$/i,
  /\.sb-[0-9a-f]{8}-\w+$/i, // a save of macOS on its way
  /^(?:desktop\.ini|thumbs\.db|ehthumbs\.db|icon\r|4913)$/i,
];

const LITTER_FOLDER =
  /^(?:\..*|node_modules|__macosx|_vti_.*|\$recycle\.bin|#recycle|@eadir|system volume information|lost\+found)$/i;

const POINTERS: ReadonlyMap<string, string> = new Map([
  ...['.gdoc', '.gsheet', '.gslides', '.gdraw', '.gform', '.gjam', '.gsite'].map((it) => [it, 'Google Drive'] as const),
  ['.paper', 'Dropbox Paper'],
  ['.boxnote', 'Box'],
]);

/** Each captures what stands before and after the mark that the service puts into the name. */
const CONFLICT_MARKS: readonly (readonly [RegExp, string])[] = [
  [/^(.+?)\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]{7}(\.[^.]+)$/, 'Syncthing'],
  [/^(.+?) ?\([^()]{0,80}conflicted copy[^()]{0,40}(?:\(\d+\))?\)(?: \(\d+\))?(\.[^.]+)$/i, 'Dropbox or Nextcloud'],
  [/^(.+?)_conflict-\d{8}-\d{6}(\.[^.]+)$/i, 'ownCloud'],
  [
    /^(.+?) ?\((?:konfliktkopie|in konflikt stehende kopie|copie en conflit|copia en conflicto|cópia em conflito)[^()]{0,60}\)(\.[^.]+)$/i,
    'the sync client',
  ],
];

/** Marks that are also ordinary words: they count only when the original lies beside the file. */
const POSSIBLE_CONFLICT_MARKS: readonly (readonly [RegExp, string])[] = [
  [/^(.+?) ?\[conflict(?:ed)?(?: \d+)?\](\.[^.]+)$/i, 'Google Drive'],
  [/^(.+?)\.conflict(?:ed)?(\.[^.]+)$/i, 'Resilio'],
  [/^(.+?) ?\((?:[^()]{0,40} )?(?:conflict|konflikt)[^()]{0,60}\)(\.[^.]+)$/i, 'the sync client'],
];

const COPY_MARKS: readonly RegExp[] = [
  /^(.+?) \(\d{1,2}\)(\.[^.]+)$/,
  /^(.+?) \d(\.[^.]+)$/,
  /^(.+?) ?[-–] ?(?:copy|kopie|copie|copia|cópia)(?: \(\d+\))?(\.[^.]+)$/i,
  /^(.+?) (?:copy|kopie|copie|copia|cópia)(?: \d+)?(\.[^.]+)$/i,
  /^()(?:copy of|kopie von|copie de|copia de|cópia de) (.+)$/i,
  /^(.+?)-(?:DESKTOP|LAPTOP|PC|MACBOOK|WIN)[-A-Z0-9]{2,15}(\.[^.]+)$/,
];

/** Longer names exist on no usual disk, and matching stays cheap. */
const LONGEST_NAME = 255;

/** The extension in lower case with its dot; empty when the name has none. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

/** Folders that nobody means to share: hidden ones, and those that belong to a system or a tool. */
export function isLitterFolder(name: string): boolean {
  return LITTER_FOLDER.test(name);
}

/** The original's name, when one of the marks is found in `name`. */
function unmark(name: string, mark: RegExp): string | undefined {
  const found = mark.exec(name);
  if (found === null) return undefined;
  return (found[1] ?? '').trimEnd() + (found[2] ?? '');
}

function classifyDocumentName(name: string, siblings: ReadonlySet<string>): NameClass {
  for (const [mark, by] of CONFLICT_MARKS) {
    const of = unmark(name, mark);
    if (of !== undefined) return { kind: 'conflicted-copy', of, by };
  }
  for (const [mark, by] of POSSIBLE_CONFLICT_MARKS) {
    const of = unmark(name, mark);
    if (of !== undefined && siblings.has(identityOf(of))) return { kind: 'conflicted-copy', of, by };
  }
  for (const mark of COPY_MARKS) {
    const of = unmark(name, mark);
    if (of !== undefined && siblings.has(identityOf(of))) return { kind: 'suspected-copy', of };
  }
  return { kind: 'document' };
}

/** The name of the file that iCloud's placeholder stands for: `.voice.md.icloud` stands for `voice.md`. */
function nameBehindPlaceholder(name: string): string | undefined {
  const found = /^\.(.+)\.icloud$/i.exec(name)?.[1];
  return found !== undefined && DOCUMENT.test(found) ? found : undefined;
}

/** Whether a name alone says that nobody needs to look at the file. */
export function isLitter(name: string): boolean {
  return nameBehindPlaceholder(name) === undefined && LITTER.some((pattern) => pattern.test(name));
}

/** What a file is, by its name. `siblings` holds the identities (`identityOf`) of all names in its folder. */
export function classifyName(name: string, siblings: ReadonlySet<string>): NameClass {
  if (name.length > LONGEST_NAME) return { kind: 'litter' };
  const behind = nameBehindPlaceholder(name);
  if (behind !== undefined) return { kind: 'not-downloaded', name: behind };
  if (isLitter(name)) return { kind: 'litter' };
  if (identityOf(name) === SETTINGS_FILE) return { kind: 'settings' };
  const extension = extensionOf(name);
  const to = POINTERS.get(extension);
  if (to !== undefined) return { kind: 'pointer', to };
  if (!DOCUMENT.test(name)) return { kind: 'other', extension };
  return classifyDocumentName(name, siblings);
}

/** A link is worth a word when its name could be that of a document or a folder. */
export function looksServable(name: string): boolean {
  if (isLitter(name) || isLitterFolder(name)) return false;
  return DOCUMENT.test(name) || extensionOf(name) === '';
}
