import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_SETTINGS, readSettings, SETTINGS_FILE, type Settings } from '../settings.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { identityOf } from './disk/file-names.ts';
import { folderOf } from './disk/scope.ts';
import { type Parsed, parse, type SourceFile } from './parse.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { decode } from './text/encoding.ts';

/** What is known of every file of a library. */
export interface Files {
  /** Those in force: the same object until one of them changes. */
  settings(): Settings;
  /** Reads the settings file. What cannot be read changes nothing, and is reported to its editor. */
  takeSettings(bytes: Uint8Array): void;
  /** Reads a new or changed file, the settings file included. */
  take(file: SourceFile): void;
  /** Forgets a file that is gone. */
  drop(id: string): void;
  /** `ofFolder` is what is wrong with the folder itself. */
  snapshot(ofFolder: readonly Diagnostic[]): Snapshot;
}

/** A version that cannot be read does not replace one that could. */
function keepLastGood(old: Parsed | undefined, fresh: Parsed, path: string): Parsed {
  if (old?.document?.isIntact !== true || fresh.document?.isIntact === true) return fresh;
  const kept = diagnose(
    'last-good-version',
    { path },
    {
      message: 'The newest version of this file cannot be read in full, so the version before it is served.',
      hint: 'Mend what is reported beside this; the new version is then served at once.',
    },
  );
  return { document: old.document, diagnostics: [...fresh.diagnostics, kept] };
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
  const files = new Map<string, Parsed>();
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
        if (file.id === SETTINGS_FILE) readSettingsFile(file.bytes);
        else files.set(file.id, keepLastGood(files.get(file.id), parse(file), file.id));
      });
    },
    drop(id) {
      if (id !== SETTINGS_FILE) files.delete(id);
      else {
        settings = DEFAULT_SETTINGS;
        ofSettings = [];
      }
    },
    snapshot(ofFolder) {
      const parsed = [...files.values()];
      const ofInclude = diagnoseInclude(settings, files.keys());
      return takeSnapshot({
        documents: parsed.flatMap(({ document }) => document ?? []),
        settings,
        diagnostics: [...ofFolder, ...ofSettings, ...ofInclude, ...parsed.flatMap(({ diagnostics }) => diagnostics)],
      });
    },
  };
}
