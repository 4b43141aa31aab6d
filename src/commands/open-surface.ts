import { type LibraryOptions, openLibrary } from '../library/library.ts';
import type { Surface } from '../mcp/surface.ts';
import { createEmbeddedEngine } from '../search/embedded-engine.ts';
import { version } from './package.ts';
import { reportFault } from './report-fault.ts';

/** Wires everything: the folder becomes a library, its changes feed the search, and both answer the protocol. */
export async function openSurface(
  options: Omit<LibraryOptions, 'onFault'>,
): Promise<Surface & { close(): Promise<void> }> {
  const library = await openLibrary({ ...options, onFault: reportFault });
  const engine = createEmbeddedEngine({ onFault: reportFault });
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
