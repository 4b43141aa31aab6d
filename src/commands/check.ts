import type { Severity } from '../library/diagnostic.ts';
import { openLibrary } from '../library/library.ts';
import { Refusal } from '../refusal.ts';
import { type Command, EXIT } from './command.ts';
import { counted, linesOfDiagnostic } from './diagnostic-lines.ts';
import { describeChoice, existingLibrary } from './which-library.ts';

const HELP = `Usage: team-context check [LIBRARY] [--strict] [--json]

Reads every file of the library and says what to mend, one place a line:
  path:line:column severity message [code]
      what to type or do

Options:
  --strict   warnings count as errors
  --json     an object with the library, the counts and the diagnostics, for other programs

Exit code: 0 when nothing has to be mended (warnings and hints may be there), 1 when there are errors, 2 when the
library cannot be had.
`;

function summary(documents: number, count: (severity: Severity) => number): string {
  const parts = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('info'), 'hint'),
  ];
  return `${counted(documents, 'document')}: ${parts.join(', ')}.`;
}

export const check: Command = {
  name: 'check',
  summary: 'Says what to mend in the library, by file and line',
  help: HELP,
  options: { strict: { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ words, flags }) {
    if (words.length > 1) throw new Refusal('"team-context check" takes one library.');
    const chosen = existingLibrary(words[0]);
    if (chosen.by !== 'argument') console.error(describeChoice(chosen));
    const library = await openLibrary({ root: chosen.root, poll: true });
    await library.ready;
    const { diagnostics, documents } = library.current();
    await library.close();
    const count = (severity: Severity): number => diagnostics.filter((each) => each.severity === severity).length;
    if (flags['json'] === true) {
      const counts = {
        documents: documents.size,
        errors: count('error'),
        warnings: count('warning'),
        info: count('info'),
      };
      console.log(JSON.stringify({ library: chosen.root, ...counts, diagnostics }, null, 2));
    } else {
      for (const diagnostic of diagnostics) for (const line of linesOfDiagnostic(diagnostic)) console.log(line);
      console.error(summary(documents.size, count));
    }
    const wrong = count('error') + (flags['strict'] === true ? count('warning') : 0);
    return wrong > 0 ? EXIT.found : EXIT.ok;
  },
};
