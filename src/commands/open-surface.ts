import { type LibraryOptions, openLibrary } from '../library/library.ts';
import type { Surface } from '../mcp/surface.ts';
import { createEmbeddedEngine } from '../search/embedded-engine.ts';
import { openSharing } from '../sharing/sharing.ts';
import { keepWarm } from './keep-warm.ts';
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
}

/** Wires everything: the folder becomes a library, its changes feed the search, and both answer the protocol. */
export async function openSurface({
  usesCache,
  isReadOnly = false,
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
  return {
    library,
    engine,
    ...(isReadOnly ? {} : { sharing: openSharing({ library }) }),
    owner: ownerOf(options.root),
    version: version(),
    onFault,
    async close() {
      await kept?.close();
      await library.close();
      await engine.close();
    },
  };
}
