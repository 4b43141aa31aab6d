import { type LibraryOptions, openLibrary } from '../library/library.ts';
import type { Surface } from '../mcp/surface.ts';
import { createEmbeddedEngine, type EmbeddedEngine } from '../search/embedded-engine.ts';
import { keepWarm } from './keep-warm.ts';
import { version } from './package.ts';
import { reportFault } from './report-fault.ts';
import { type WarmStart, warmStartFor } from './warm-start.ts';

export interface SurfaceOptions extends Omit<LibraryOptions, 'onFault' | 'saved'> {
  /** Begin with what an earlier start saved, and save for later ones. */
  readonly usesCache: boolean;
}

async function openEngine(warm: WarmStart | undefined): Promise<EmbeddedEngine> {
  return createEmbeddedEngine({ onFault: reportFault, saved: await warm?.read('index') });
}

/** Wires everything: the folder becomes a library, its changes feed the search, and both answer the protocol. */
export async function openSurface({
  usesCache,
  ...options
}: SurfaceOptions): Promise<Surface & { close(): Promise<void> }> {
  const warm = usesCache ? await warmStartFor(options.root) : undefined;
  const opening = openEngine(warm);
  const library = await openLibrary({ ...options, saved: async () => warm?.read('library'), onFault: reportFault });
  let settled: Promise<unknown> = opening;
  // before anything is awaited: the first change may come with the next turn
  library.subscribe((change) => {
    settled = opening.then((engine) => engine.apply(change)).catch(reportFault);
  });
  const engine = await opening;
  const kept = warm && keepWarm({ warm, library, engine, settled: () => settled });
  return {
    library,
    engine,
    version: version(),
    onFault: reportFault,
    async close() {
      await kept?.close();
      await library.close();
      await engine.close();
    },
  };
}
