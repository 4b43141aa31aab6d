import { reportOf } from '../journal/report/report.ts';
import { reportPage } from '../journal/report/report-page.ts';
import { firstDayOfWeeks } from '../journal/report/weeks.ts';
import { dayOf } from '../journal/usage/calendar.ts';
import { documentsNow } from '../journal/usage/document-now.ts';
import { gatherUsage } from '../journal/usage/usage.ts';
import { today } from '../library/day.ts';
import { Refusal } from '../refusal.ts';
import { type Command, EXIT, type Typed } from './command.ts';
import { printJson } from './print-json.ts';
import { withJournal } from './with-journal.ts';

const MOST_WEEKS = 260;

const HELP = `Usage: team-context report [LIBRARY] [--weeks N] [--json] [--member-names off] [--no-cache]

Says whether what a few members know becomes what the whole team can do, as a page of Markdown: who uses the library, how
far documents spread beyond their authors, which nobody uses, what was searched for and hardly found, and what was saved.
The figures come from the library's journal. Weeks run from Monday to Sunday in UTC.

Options:
  --weeks N            how many weeks, 1 to ${MOST_WEEKS}, the running one included (12)
  --json               all figures as JSON, for other programs
  --member-names off   no names of members, not even of authors
  --no-cache           read every file, and save nothing for the next start; TEAM_CONTEXT_CACHE=off does the same

Exit code: 0, or 2 when the library cannot be had.
`;

function weeksFrom(text: Typed['flags'][string]): number {
  const weeks = text === undefined ? 12 : Number(text);
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > MOST_WEEKS)
    throw new Refusal(`--weeks takes a whole number from 1 to ${MOST_WEEKS}.`);
  return weeks;
}

function namesFrom(text: Typed['flags'][string]): boolean {
  if (text !== undefined && text !== 'on' && text !== 'off') throw new Refusal('--member-names takes "on" or "off".');
  return text !== 'off';
}

export const report: Command = {
  help: HELP,
  options: {
    weeks: { type: 'string' },
    json: { type: 'boolean' },
    'member-names': { type: 'string' },
    'no-cache': { type: 'boolean' },
  },
  async run(typed) {
    const { words, flags } = typed;
    if (words.length > 1) throw new Refusal('"team-context report" takes one library.');
    const namesMembers = namesFrom(flags['member-names']);
    const to = dayOf(today());
    const window = { from: firstDayOfWeeks(weeksFrom(flags['weeks']), to), to };
    const figures = await withJournal(typed, async ({ entries, ...sources }) => {
      // the first use of a document may lie as far back as the journal goes
      const usage = entries && (await gatherUsage(entries(0), { window, findNow: documentsNow(sources.snapshot) }));
      return reportOf({ ...sources, usage, window, namesMembers });
    });
    if (flags['json'] === true) printJson(figures);
    else console.log(reportPage(figures).trimEnd());
    return EXIT.ok;
  },
};
