import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_SETTINGS, readSettings, SETTINGS_FILE, type Settings } from '../settings.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { identityOf } from './disk/identity.ts';
import { folderOf } from './disk/scope.ts';
import { type FoundFile, type Parsed, parse, recalled } from './parse.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { decode } from './text/encoding.ts';

/** What is known of every file of a library. */
export interface Files {
  /** Those in force: the same object until one of them changes. */
  settings(): Settings;
  /** Reads the settings file. What cannot be read changes nothing, and is reported to its editor. */
  takeSettings(bytes: Uint8Array): void;
  /** Reads a new or changed file, the settings file included. */
  take(file: FoundFile): void;
  /** Forgets a file that is gone. */
  drop(id: string): void;
  /** What the contents with this hash were read as, if that and nothing else is what the file says now. */
  parsed(id: string, hash: string): Parsed | undefined;
  /** `ofFolder` is what is wrong with the folder itself. */
  snapshot(ofFolder: readonly Diagnostic[]): Snapshot;
}

/** What is served of a file. */
interface Held {
  readonly parsed: Parsed;
  /** Of the contents that say exactly this; absent while a version before the newest is served. */
  readonly hash?: string;
}

/** A version that cannot be read does not replace one that could. */
function keepLastGood(old: Parsed | undefined, fresh: Parsed, { id: path, hash }: FoundFile): Held {
  if (old?.document?.isIntact !== true || fresh.document?.isIntact === true) return { parsed: fresh, hash };
  const kept = diagnose(
    'last-good-version',
    { path },
    {
      message: 'The newest version of this file cannot be read in full, so the version before it is served.',
      hint: 'Mend what is reported beside this; the new version is then served at once.',
    },
  );
  return { parsed: { document: old.document, diagnostics: [...fresh.diagnostics, kept] } };
}

/** Says which folders of `include:` hold nothing that is served. */
function diagnoseInclude({ include = [] }: Settings, ids: Iterable<string>): Diagnostic[] {
  const paths = [...ids].map((id) => `${identityOf(id)}/`);
  const empty = include.filter((folder) => {
    const named = folderOf(folder);
    return named !== '' && !paths.some((path) => path.startsWith(`${named}/`));
  });
  return empty.map((folder) =>
    diagnose(
      'settings-broken',
      { path: SETTINGS_FILE },
      {
        message: `"include" names "${folder}", and no document lies there.`,
        hint: 'Write folders as they are called from the library on, such as "include: [context, prompts]".',
      },
    ),
  );
}

/** Begins with no file and the default settings. Where reading faults, `onFault` is told and what was known stays. */
export function openFiles(onFault: (fault: unknown) => void): Files {
  const files = new Map<string, Held>();
  let settings: Settings = DEFAULT_SETTINGS;
  let ofSettings: readonly Diagnostic[] = [];

  const readSettingsFile = (bytes: Uint8Array): void => {
    const { text, diagnostics } = decode(bytes, SETTINGS_FILE);
    const read = text === undefined ? { settings, diagnostics: [] } : readSettings(text, settings);
    if (!isDeepStrictEqual(read.settings, settings)) settings = read.settings;
    ofSettings = [...diagnostics, ...read.diagnostics];
  };
  const reportingFaults = (read: () => void): void => {
    try {
      read();
    } catch (fault) {
      onFault(fault);
    }
  };

  return {
    settings: () => settings,
    takeSettings: (bytes) => reportingFaults(() => readSettingsFile(bytes)),
    take(file) {
      reportingFaults(() => {
        const fresh = (): Parsed => (file.bytes === undefined ? recalled(file) : parse(file));
        if (file.id !== SETTINGS_FILE) files.set(file.id, keepLastGood(files.get(file.id)?.parsed, fresh(), file));
        else if (file.bytes !== undefined) readSettingsFile(file.bytes);
      });
    },
    drop(id) {
      if (id !== SETTINGS_FILE) files.delete(id);
      else {
        settings = DEFAULT_SETTINGS;
        ofSettings = [];
      }
    },
    parsed(id, hash) {
      const held = files.get(id);
      return held?.hash === hash ? held.parsed : undefined;
    },
    snapshot(ofFolder) {
      const parsed = [...files.values()].map((held) => held.parsed);
      const ofInclude = diagnoseInclude(settings, files.keys());
      return takeSnapshot({
        documents: parsed.flatMap(({ document }) => document ?? []),
        settings,
        diagnostics: [...ofFolder, ...ofSettings, ...ofInclude, ...parsed.flatMap(({ diagnostics }) => diagnostics)],
      });
    },
  };
}
