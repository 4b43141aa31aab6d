import { type LibraryOptions, openLibrary } from '../library/library.ts';
import { safeForTerminal } from '../library/text/unsafe-text.ts';
import type { Surface } from '../mcp/surface.ts';
import { createEmbeddedEngine } from '../search/embedded-engine.ts';
import { version } from './package.ts';

/** Reports what is wrong with us: the stack on stderr, never on the protocol's channel. */
export function reportFault(fault: unknown): void {
  console.error(fault instanceof Error ? (fault.stack ?? fault.message) : safeForTerminal(fault));
}

/** Wires everything: the folder becomes a library, its changes feed the search, and both answer the protocol. */
export async function openSurface(options: LibraryOptions): Promise<Surface & { close(): Promise<void> }> {
  const library = await openLibrary({ onFault: reportFault, ...options });
  const engine = createEmbeddedEngine();
  library.subscribe((change) => {
    engine.apply(change).catch(reportFault);
  });
  return {
    library,
    engine,
    version: version(),
    onFault: reportFault,
    async close() {
      await library.close();
      await engine.close();
    },
  };
}
