import type { Kind } from '../../library/document.ts';
import { counted } from '../../library/text/counted.ts';
import { plainWords } from '../pages/plain-words.ts';
import { tableOf } from './figures.ts';
import type { Report } from './report.ts';
import type { Spread } from './spread.ts';

const LONGEST_TITLE = 100;
const LONGEST_NAME = 60;
const MOST_SHOWN = 20;
const MOST_WEEKS = 12;
/** A document that so many colleagues have used is no longer a secret of one person. */
const MANY = 3;

type Group = 'prompts' | 'workflows' | 'other documents';

function groupOf(kind: Kind): Group {
  if (kind === 'prompt') return 'prompts';
  return kind === 'workflow' ? 'workflows' : 'other documents';
}

function growth({ before, now }: Spread): string {
  return now > before ? `+${now - before}` : '';
}

function groupRow(spread: readonly Spread[], group: Group): readonly string[] {
  const ofGroup = spread.filter(({ kind }) => groupOf(kind) === group);
  const reached = (count: (one: Spread) => number, least: number): string =>
    String(ofGroup.filter((one) => count(one) >= least).length);
  return [
    group,
    String(ofGroup.length),
    reached(({ before }) => before, 1),
    reached(({ now }) => now, 1),
    reached(({ before }) => before, MANY),
    reached(({ now }) => now, MANY),
  ];
}

function documentRow(spread: Spread): readonly string[] {
  const { title, kind, author, before, now, byWeek } = spread;
  return [
    plainWords(title, LONGEST_TITLE),
    kind,
    author === undefined ? '' : plainWords(author, LONGEST_NAME),
    String(before),
    String(now),
    growth(spread),
    byWeek.slice(-MOST_WEEKS).join(' '),
  ];
}

/** How many colleagues use what somebody made: the groups, then the documents that gained most. */
export function spreadParagraphs({ spread, gone }: Report): readonly string[] {
  const used = spread.filter(({ now }) => now > 0);
  const groups: readonly Group[] = ['prompts', 'workflows', 'other documents'];
  const groupHead = [
    '',
    'in all',
    '1 or more, before',
    '1 or more, now',
    `${MANY} or more, before`,
    `${MANY} or more, now`,
  ];
  const head = ['document', 'kind', 'author, else owner', 'before', 'now', 'growth', 'week by week'];
  const more = used.length - MOST_SHOWN;
  const lost = `${counted(gone, 'entry', 'entries')} of these weeks ${gone === 1 ? 'names' : 'name'} what is no longer in the library.`;
  return [
    'How many colleagues have used a document so far, as far back as the journal goes, not counting its author (or its owner, where it names no author). "Before" is before these weeks.',
    tableOf(
      groupHead,
      groups.map((group) => groupRow(spread, group)),
    ),
    ...(used.length === 0
      ? ['Nobody has used what a colleague made.']
      : [
          `"Week by week" is cumulative: how many had used it by the end of each week, of the last ${MOST_WEEKS} at most.`,
          tableOf(head, used.slice(0, MOST_SHOWN).map(documentRow)),
        ]),
    ...(more > 0 ? [`And ${counted(more, 'more document', 'more documents')} that colleagues have used.`] : []),
    ...(gone > 0 ? [lost] : []),
  ];
}
