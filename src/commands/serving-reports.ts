import { type Diagnostic, formatDiagnostic } from '../library/diagnostic.ts';
import type { LibraryOptions } from '../library/library.ts';
import { counted } from '../library/text/counted.ts';
import { oneLine } from '../library/text/one-line.ts';
import type { Surface } from '../mcp/surface.ts';
import { describePassedOver } from './passed-over.ts';

/** Takes what the person who runs the server should know: a line, or a diagnostic with its hint below. */
export type Tell = (text: string, level?: 'warn') => void;

/** Progress and diagnostics are shown this often at the most. */
const PROGRESS_MS = 1_000;
/** From this many documents on, somebody may wonder why the first answer takes its time. */
const LARGE = 1_000;
/** More diagnostics than this at once are counted, not listed. */
const MOST_LISTED = 20;
const LONGEST_LINE = 1_000;

/** Says how far a long first reading has come. */
export function progressReport(tell: Tell): NonNullable<LibraryOptions['onProgress']> {
  let last = performance.now();
  return (step, done, total) => {
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    tell(step === 'files' ? `Reading files: ${done} of ${total}.` : `Making documents of them: ${done} of ${total}.`);
  };
}

/** Says how far the first indexing of a large library has come. */
async function reportIndexing({ library, engine }: Surface, tell: Tell): Promise<void> {
  await library.ready;
  const report = (): void => {
    const { building } = engine.status();
    if (building === undefined) clearInterval(timer);
    else tell(`Indexing: ${counted(building, 'document')} to go; searches are answered when all are in.`);
  };
  const timer = setInterval(report, PROGRESS_MS).unref();
  if ((engine.status().building ?? 0) > LARGE) report();
}

/** Shows every diagnostic once, when it first appears. */
function reportDiagnostics({ library }: Surface, tell: Tell): void {
  const keyOf = ({ path, line, column, code }: Diagnostic): string => `${line}:${column} ${code} ${path}`;
  let shown = new Set<string>();
  const show = (): void => {
    const current = library.current().diagnostics.filter(({ severity }) => severity !== 'info');
    const fresh = current.filter((diagnostic) => !shown.has(keyOf(diagnostic)));
    for (const diagnostic of fresh.slice(0, MOST_LISTED)) tell(formatDiagnostic(diagnostic), 'warn');
    if (fresh.length > MOST_LISTED)
      tell(`And ${fresh.length - MOST_LISTED} more: "team-context check" shows all of them.`);
    shown = new Set(current.map(keyOf));
  };
  void library.ready.then(() => {
    const { documents, prompts } = library.current();
    tell(`Serving ${counted(documents.size, 'document')} and ${counted(prompts.size, 'prompt')}.`);
    const others = describePassedOver(library.status().passedOver);
    if (others !== undefined) tell(oneLine(others, LONGEST_LINE));
    show();
    library.subscribe(show);
  });
}

/** Tells what is served, how far the first indexing has come, and what editors should mend, as it comes up. */
export function reportOn(surface: Surface, tell: Tell): void {
  reportDiagnostics(surface, tell);
  void reportIndexing(surface, tell);
}
