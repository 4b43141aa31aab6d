import { type Colleagues, openColleagues } from '../journal/colleagues.ts';
import type { Journal } from '../journal/journal.ts';
import { type LibraryOptions, openLibrary } from '../library/library.ts';
import { stopDigests } from '../mcp/digest.ts';
import type { Surface } from '../mcp/surface.ts';
import { createEmbeddedEngine } from '../search/embedded-engine.ts';
import { openSharing } from '../sharing/sharing.ts';
import { keepWarm } from './keep-warm.ts';
import { type JournalFor, openJournalFor } from './open-journal.ts';
import { ownerOf } from './owner.ts';
import { version } from './package.ts';
import { reportFault } from './report-fault.ts';
import { warmStartFor } from './warm-start.ts';

export interface SurfaceOptions extends Omit<LibraryOptions, 'onFault' | 'saved'> {
  /** Told of what is wrong with us; standard error is, unless it is given. */
  readonly onFault?: (fault: unknown) => void;
  /** Begin with what was saved at an earlier start, and save for the next one. */
  readonly usesCache: boolean;
  /** Nothing is ever written into the library. */
  readonly isReadOnly?: boolean;
  /** What is asked for is recorded, where the team wants that; a command's own questions are not. */
  readonly isRecording?: boolean;
}

/** The journal, and what is known from it of colleagues; undefined where it is switched off on this machine. */
async function recordFor(
  options: JournalFor,
): Promise<{ readonly journal: Journal; readonly colleagues: Colleagues } | undefined> {
  if (process.env['TEAM_CONTEXT_JOURNAL']?.toLowerCase() === 'off') return undefined;
  const journal = await openJournalFor(options);
  const colleagues = openColleagues({ journal, onFault: options.onFault ?? reportFault });
  void options.library.ready.then(colleagues.renew);
  return { journal, colleagues };
}

/** Wires everything: the folder becomes a library, its changes feed the search, and both answer the protocol. */
export async function openSurface({
  usesCache,
  isReadOnly = false,
  isRecording = false,
  onFault = reportFault,
  ...options
}: SurfaceOptions): Promise<Surface & { close(): Promise<void> }> {
  const warm = usesCache ? await warmStartFor(options.root) : undefined;
  const engine = createEmbeddedEngine({ onFault, saved: async () => warm?.read('index') });
  const library = await openLibrary({ ...options, saved: async () => warm?.read('library'), onFault });
  let settled: Promise<unknown> = Promise.resolve();
  library.subscribe((change) => {
    settled = engine.apply(change).catch(onFault);
  });
  const kept = warm && keepWarm({ warm, library, engine, settled: () => settled });
  if (!isReadOnly) void library.tidy();
  const record = isRecording ? await recordFor({ library, isReadOnly, onFault }) : undefined;
  return {
    library,
    engine,
    ...(isReadOnly ? {} : { sharing: openSharing({ library }) }),
    ...(record && { journal: record.journal, colleagues: record.colleagues }),
    owner: ownerOf(),
    version: version(),
    onFault,
    async close() {
      stopDigests({ library });
      record?.colleagues.close();
      await record?.journal.close();
      await kept?.close();
      await library.close();
      await engine.close();
    },
  };
}
