import { diagnosticsOn } from '../library/dates.ts';
import { isDay, today } from '../library/day.ts';
import { formatDiagnostic, type Severity } from '../library/diagnostic.ts';
import { openLibrary } from '../library/library.ts';
import { counted } from '../library/text/counted.ts';
import { Refusal } from '../refusal.ts';
import { type Command, EXIT } from './command.ts';
import { describePassedOver } from './passed-over.ts';
import { printJson } from './print-json.ts';
import { reportFault } from './report-fault.ts';
import { describeChoice, existingLibrary } from './which-library.ts';

const HELP = `Usage: team-context check [LIBRARY] [--strict] [--on DATE] [--json]

Reads every file of the library and says what to mend, one place a line:
  path:line:column severity message [code]
      what to type or do

Options:
  --strict   warnings count as errors
  --on DATE  what is due, or runs out, on another day than today, such as 2027-01-31
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

function dayFrom(text: string | boolean | readonly (string | boolean)[] | undefined): string {
  if (text === undefined) return today();
  if (typeof text !== 'string' || !isDay(text))
    throw new Refusal('--on takes a date as year-month-day, such as 2027-01-31.');
  return text;
}

export const check: Command = {
  help: HELP,
  options: { strict: { type: 'boolean' }, on: { type: 'string' }, json: { type: 'boolean' } },
  async run({ words, flags }) {
    if (words.length > 1) throw new Refusal('"team-context check" takes one library.');
    const day = dayFrom(flags['on']);
    const chosen = existingLibrary(words[0]);
    if (chosen.by !== 'argument') console.error(describeChoice(chosen));
    const library = await openLibrary({ root: chosen.root, poll: true, onFault: reportFault });
    await library.ready;
    const snapshot = library.current();
    const { documents } = snapshot;
    const diagnostics = diagnosticsOn(snapshot, day);
    const { passedOver } = library.status();
    await library.close();
    const count = (severity: Severity): number => diagnostics.filter((each) => each.severity === severity).length;
    if (flags['json'] === true) {
      const counts = {
        documents: documents.size,
        errors: count('error'),
        warnings: count('warning'),
        info: count('info'),
      };
      printJson({ library: chosen.root, ...counts, passed_over: passedOver, diagnostics });
    } else {
      for (const diagnostic of diagnostics) console.log(formatDiagnostic(diagnostic));
      const others = describePassedOver(passedOver);
      if (others !== undefined) console.error(others);
      console.error(summary(documents.size, count));
    }
    const wrong = count('error') + (flags['strict'] === true ? count('warning') : 0);
    return wrong > 0 ? EXIT.found : EXIT.ok;
  },
};
