import { KINDS } from '../../library/document.ts';
import { counted } from '../../library/text/counted.ts';
import { LOCAL_REMARK } from '../pages/local-remark.ts';
import { type OpenGap, wordlessSentence } from '../pages/open-gaps.ts';
import { bareWords, plainWords, quoted } from '../pages/plain-words.ts';
import { minutesAndHours, shownMinutes } from '../pages/stated-minutes.ts';
import { barOf, percent, tableOf } from './figures.ts';
import type { Report } from './report.ts';
import { spreadParagraphs } from './spread-paragraphs.ts';
import { FEWEST_MEMBERS, type Week } from './weeks.ts';

const LONGEST_TITLE = 100;
const MOST_UNUSED = 12;
const MOST_WORKFLOWS = 12;

/** A chapter of the page: its heading, and paragraphs with an empty line between them. */
interface Chapter {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

function weekRow({ week, isOver, members, uses, topShare }: Week): readonly string[] {
  const name = isOver ? week : `${week} (not over)`;
  const share = topShare === undefined ? ['', ''] : [percent(topShare), barOf(topShare)];
  return [name, String(members), String(uses), ...share];
}

function trendSentence({ trend: { distance, weeks, first = 0, last = 0 } }: Report): string {
  if (distance === 'unknown')
    return 'There are too few weeks to tell whether the distance between the few and the many shrinks: six that are over and have any use are needed.';
  const becomes = { shrinks: 'shrinks', grows: 'grows', stays: 'stays about the same' }[distance];
  const compared = `in the first ${counted(weeks, 'week')} the most active tenth made ${percent(first)} of the uses, in the last ${percent(last)}`;
  return `The distance between the few and the many ${becomes}: ${compared} (means over the first and the last third of the weeks that are over and have any use; less than 5 points are no difference).`;
}

/** The weeks from the first one with any use on. */
function shownWeeks({ weeks }: Report): readonly Week[] {
  const first = weeks.findIndex(({ uses }) => uses > 0);
  return weeks.slice(Math.max(0, first));
}

function curveParagraphs(report: Report): readonly string[] {
  const { topMembers, members } = report;
  const rows = shownWeeks(report).map(weekRow);
  if (topMembers === undefined) {
    const head = ['week', 'members', 'uses'];
    const sentence = `There are fewer than ${FEWEST_MEMBERS} members: no curve, since it would show one person.`;
    return [
      tableOf(
        head,
        rows.map((row) => row.slice(0, head.length)),
      ),
      sentence,
    ];
  }
  const rule = `The share is that of the ${counted(topMembers, 'member')} who were most active in the week: a tenth of the ${members.toLocaleString('en')} of these weeks, rounded up, and as many in each week.`;
  return [rule, tableOf(['week', 'members', 'uses', 'share of the most active', ''], rows), trendSentence(report)];
}

function weeksChapter(report: Report): Chapter {
  return {
    heading: 'Who uses the library',
    paragraphs: [
      `${counted(report.members, 'member')} used it in these weeks. A use is an entry of the journal: a prompt that was run, a document that was read, a search, a brief, something shared. Weeks run from Monday to Sunday in UTC.`,
      ...curveParagraphs(report),
    ],
  };
}

function unusedChapter({ unused }: Report): Chapter {
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
      `${counted(unused.length, 'approved document was', 'approved documents were')} used by nobody in these weeks.`,
      lines.join('\n'),
    ],
  };
}

function gapLine({ words, members, searches, latest, nearest }: OpenGap): string {
  const near = nearest.map(({ title }) => quoted(title, LONGEST_TITLE)).join(', ');
  const now = near === '' ? 'nothing is near it' : `nearest now: ${near}`;
  const who = `${counted(members, 'member')}, ${counted(searches, 'search', 'searches')}, last on ${latest}`;
  return `- "${bareWords(words, LONGEST_TITLE)}": ${who}; ${now}`;
}

function gapsChapter({ gaps, gapsInAll, areGapsCut, wordless }: Report): Chapter {
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
    .map(({ title, minutesEachTime, memberDays, minutes: sum }) => [
      plainWords(title, LONGEST_TITLE),
      shownMinutes(minutesEachTime),
      String(memberDays),
      shownMinutes(sum),
    ]);
  const more = workflows.length - rows.length;
  return [
    `Workflows saved ${minutesAndHours(minutes)}, ${label}. A member counts once a day for a workflow.`,
    tableOf(['workflow', 'minutes each time', 'days of use', 'minutes'], rows),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ];
}

function minutesChapter(report: Report): Chapter {
  const { wins, withMinutes, minutes } = report.wins;
  const logged =
    wins === 0
      ? 'No wins were logged.'
      : `${counted(wins, 'win was', 'wins were')} logged; ${counted(withMinutes, 'of them says', 'of them say')} what was saved: ${minutesAndHours(minutes)} in all, as logged. This may overlap with the estimate, so the two are not added together.`;
  const estimate = report.journal === 'off' ? [] : savedParagraphs(report);
  return { heading: 'Minutes saved', paragraphs: [...estimate, logged] };
}

function chaptersOf(report: Report): readonly Chapter[] {
  if (report.journal === 'off') {
    const off = 'The journal is off for this library, so nothing is known of who uses what.';
    return [{ heading: 'Who uses the library', paragraphs: [off] }, minutesChapter(report)];
  }
  const spread = { heading: 'How far documents spread', paragraphs: spreadParagraphs(report) };
  if (report.journal === 'empty') {
    const isUsedAtAll = report.spread.some(({ now }) => now > 0);
    const empty = 'The journal has no use of the library in these weeks.';
    return [
      { heading: 'Who uses the library', paragraphs: [empty] },
      ...(isUsedAtAll ? [spread] : []),
      minutesChapter(report),
    ];
  }
  return [weeksChapter(report), spread, unusedChapter(report), gapsChapter(report), minutesChapter(report)];
}

/** The report as Markdown. */
export function reportPage(report: Report): string {
  const { team, from, to, later, isLocal, journal } = report;
  const name = plainWords(team, LONGEST_TITLE) || 'The team library';
  const chapters = chaptersOf(report).map(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs].join('\n\n'));
  const remark =
    later === 0
      ? []
      : [
          `${counted(later, 'entry is', 'entries are')} dated in the future and ${later === 1 ? 'is' : 'are'} not counted: a computer's clock is wrong.`,
        ];
  const local = isLocal && journal !== 'off' ? [LOCAL_REMARK] : [];
  return `${[`# ${name}: report from ${from} to ${to}`, ...chapters, ...remark, ...local].join('\n\n')}\n`;
}
