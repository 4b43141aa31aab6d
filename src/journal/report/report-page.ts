import { KINDS } from '../../library/document.ts';
import { type OpenGap, wordlessSentence } from '../pages/open-gaps.ts';
import { numbered, plainWords, quoted } from '../pages/plain-words.ts';
import { barOf, percent, tableOf } from './figures.ts';
import type { Report } from './report.ts';
import { spreadPart } from './spread-part.ts';
import type { Week } from './weeks.ts';

const LONGEST_TITLE = 100;
const MOST_UNUSED = 12;
const MOST_WORKFLOWS = 12;

/** A part of the page: its heading, and paragraphs with an empty line between them. */
interface Part {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

function weekRow({ week, isOver, members, uses, topShare, topMembers }: Week): readonly string[] {
  const name = isOver ? week : `${week} (not over)`;
  if (topShare === undefined) return [name, '0', '0', '', ''];
  return [name, String(members), String(uses), `${percent(topShare)} (${topMembers})`, barOf(topShare)];
}

function trendSentence({ trend: { gap, weeks, first = 0, last = 0 } }: Report): string {
  if (gap === 'unknown')
    return 'There are too few weeks to tell whether the gap closes: six that are over and have any use are needed.';
  const claim = {
    closes: 'The gap closes',
    widens: 'The gap widens',
    stays: 'The gap stays about the same',
  }[gap];
  const compared = `in the first ${numbered(weeks, 'week')} the top tenth made ${percent(first)} of the uses, in the last ${percent(last)}`;
  return `${claim}: ${compared} (means over the first and the last third of the weeks that are over and have any use; less than 5 points are no difference).`;
}

function weeksPart(report: Report): Part {
  const { weeks, members } = report;
  const head = ['week', 'members', 'uses', 'share of the top tenth (members)', ''];
  const isSmall = weeks.some((week) => week.members > 0 && week.members < 10);
  return {
    heading: 'Who uses the library',
    paragraphs: [
      `${numbered(members, 'member')} used it in these weeks. A use is an entry of the journal: a prompt that was run, a document that was read, a search, a brief, something shared. Weeks run from Monday to Sunday in UTC.`,
      tableOf(head, weeks.map(weekRow)),
      trendSentence(report),
      ...(isSmall ? ['In a week with fewer than 10 active members, a tenth is one person.'] : []),
    ],
  };
}

function unusedPart({ unused }: Report): Part {
  const lines = KINDS.flatMap((kind) => {
    const ofKind = unused.filter((document) => document.kind === kind);
    if (ofKind.length === 0) return [];
    const shown = ofKind.slice(0, MOST_UNUSED).map(({ title }) => quoted(title, LONGEST_TITLE));
    const more = ofKind.length - shown.length;
    return [`- ${kind} (${ofKind.length}): ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
  });
  if (lines.length === 0) return { heading: 'Used by nobody', paragraphs: ['Every approved document was used.'] };
  return {
    heading: 'Used by nobody',
    paragraphs: [
      `${numbered(unused.length, 'approved document was', 'approved documents were')} used by nobody in these weeks.`,
      lines.join('\n'),
    ],
  };
}

function gapLine({ words, members, searches, latest, nearest }: OpenGap): string {
  const near = nearest.map(({ title }) => quoted(title, LONGEST_TITLE)).join(', ');
  const now = near === '' ? 'nothing is near it' : `nearest now: ${near}`;
  const who = `${numbered(members, 'member')}, ${numbered(searches, 'search', 'searches')}, last on ${latest}`;
  return `- ${quoted(words, LONGEST_TITLE)}: ${who}; ${now}`;
}

function gapsPart({ gaps, gapsInAll, areGapsCut, wordless }: Report): Part {
  const heading = 'Searched for and hardly found';
  const more = gapsInAll - gaps.length;
  const lines = [...gaps.map(gapLine), ...(more > 0 ? [`- and ${more.toLocaleString('en')} more`] : [])];
  const cut = `There were more different searches than the ${gapsInAll.toLocaleString('en')} that are kept; those of fewest members were dropped.`;
  const paragraphs = [
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(areGapsCut ? [cut] : []),
    ...(wordless > 0 ? [wordlessSentence(wordless)] : []),
  ];
  return { heading, paragraphs: paragraphs.length > 0 ? paragraphs : ['Every search found something.'] };
}

function savedParagraphs({ saved: { minutes, workflows } }: Report): readonly string[] {
  const label = 'an estimate: the minutes that authors stated, times days on which members used it';
  if (workflows.length === 0) return [`No workflow that states its minutes was used (${label}).`];
  const rows = workflows
    .slice(0, MOST_WORKFLOWS)
    .map(({ title, minutesEachTime, uses, minutes: sum }) => [
      plainWords(title, LONGEST_TITLE),
      shownMinutes(minutesEachTime),
      String(uses),
      shownMinutes(sum),
    ]);
  const more = workflows.length - rows.length;
  return [
    `Workflows saved ${shownMinutes(minutes)} minutes, ${label}. A member counts once a day for a workflow.`,
    tableOf(['workflow', 'minutes each time', 'uses', 'minutes'], rows),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ];
}

function shownMinutes(minutes: number): string {
  return minutes.toLocaleString('en', { maximumFractionDigits: 1 });
}

function minutesPart(report: Report): Part {
  const { wins, withMinutes, minutes } = report.wins;
  const logged =
    wins === 0
      ? 'No wins were logged.'
      : `${numbered(wins, 'win was', 'wins were')} logged; ${numbered(withMinutes, 'of them says', 'of them say')} what was saved: ${shownMinutes(minutes)} minutes in all, as logged. This may overlap with the estimate, so the two are not added together.`;
  const estimate = report.journal === 'off' ? [] : savedParagraphs(report);
  return { heading: 'Minutes saved', paragraphs: [...estimate, logged] };
}

function partsOf(report: Report): readonly Part[] {
  if (report.journal === 'off') {
    const off = 'The journal is off for this library, so nothing is known of who uses what.';
    return [{ heading: 'Who uses the library', paragraphs: [off] }, minutesPart(report)];
  }
  const spread = { heading: 'How far documents spread', paragraphs: spreadPart(report) };
  if (report.journal === 'empty') {
    const isUsedAtAll = report.spread.some(({ now }) => now > 0);
    const empty = 'The journal has no use of the library in these weeks.';
    return [
      { heading: 'Who uses the library', paragraphs: [empty] },
      ...(isUsedAtAll ? [spread] : []),
      minutesPart(report),
    ];
  }
  return [weeksPart(report), spread, unusedPart(report), gapsPart(report), minutesPart(report)];
}

/** The report as Markdown. */
export function reportPage(report: Report): string {
  const { team, from, to, later } = report;
  const name = plainWords(team, LONGEST_TITLE) || 'The team library';
  const parts = partsOf(report).map(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs].join('\n\n'));
  const remark =
    later === 0
      ? []
      : [
          `${numbered(later, 'entry bears', 'entries bear')} a day that is yet to come and ${later === 1 ? 'is' : 'are'} not counted: somebody's clock is wrong.`,
        ];
  return `${[`# ${name}: report from ${from} to ${to}`, ...parts, ...remark].join('\n\n')}\n`;
}
