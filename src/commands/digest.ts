import { DIGEST_DAYS } from '../journal/digest/digest.ts';
import { writeDigest } from '../journal/digest/write-digest.ts';
import { dayOf } from '../journal/usage/calendar.ts';
import { isDay, today } from '../library/day.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';
import { type Command, EXIT, type Typed } from './command.ts';
import { withJournal } from './with-journal.ts';

const HELP = `Usage: team-context digest [LIBRARY] [--since SPAN] [--no-cache]

Writes what the team should know of the last days, to be pasted into chat or mail: what is new, the wins with one proposed
for the week, a workflow that deserves to spread, what nobody could find, drafts that wait, and reviews that are due. At
most two pages of Markdown.

Options:
  --since SPAN   the last days or weeks, such as 7d or 2w, or all since a date, such as 2026-11-01; today is the last day
                 (${DIGEST_DAYS}d)
  --no-cache     read every file, and save nothing for the next start; TEAM_CONTEXT_CACHE=off does the same

Exit code: 0, or 2 when the library cannot be had.
`;

const LONGEST_SPAN = 366;
const DAYS_IN = { d: 1, w: 7 } as const;

/** The first day of a span that somebody typed, in days since 1970; the last day is one of those that they count. */
export function dayOfSpan(span: string, until: number): number {
  const [, count, unit] = /^([1-9]\d{0,2})([dw])$/i.exec(span.trim()) ?? [];
  const day = isDay(span.trim())
    ? dayOf(span.trim())
    : until - Number(count) * DAYS_IN[unit?.toLowerCase() === 'w' ? 'w' : 'd'] + 1;
  if (Number.isNaN(day))
    throw new Refusal(
      `--since takes days or weeks, such as 7d or 2w, or a date, such as 2026-11-01, and not "${oneLine(span, 40)}".`,
    );
  if (day > until) throw new Refusal(`--since takes no day that is yet to come; today is ${today()} in UTC.`);
  if (until - day >= LONGEST_SPAN) throw new Refusal(`--since goes back at most ${LONGEST_SPAN} days.`);
  return day;
}

function spanFrom(flag: Typed['flags'][string]): string {
  return typeof flag === 'string' ? flag : `${DIGEST_DAYS}d`;
}

export const digest: Command = {
  help: HELP,
  options: { since: { type: 'string' }, 'no-cache': { type: 'boolean' } },
  async run(typed) {
    const { words, flags } = typed;
    if (words.length > 1) throw new Refusal('"team-context digest" takes one library.');
    const until = dayOf(today());
    const since = dayOfSpan(spanFrom(flags['since']), until);
    const page = await withJournal(typed, (sources) => writeDigest({ ...sources, since, today: until }));
    console.log(page.trimEnd());
    return EXIT.ok;
  },
};
