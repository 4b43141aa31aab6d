import { type OpenGap, wordlessSentence } from '../pages/open-gaps.ts';
import { numbered, plainWords, quoted } from '../pages/plain-words.ts';
import { dateOf } from '../usage/calendar.ts';
import { DESERVING_RULE, DESERVING_RULE_UNKNOWN, type Deserving } from './deserving.ts';
import type { Digest } from './digest.ts';
import { fitPage, type Part } from './fit.ts';
import type { News } from './news.ts';
import type { DueDocument, DueReviews, WaitingDraft } from './waiting.ts';
import { WIN_RULE, type Won } from './won.ts';

/** Two pages. */
export const LONGEST_DIGEST = { characters: 6_000, lines: 90 } as const;

const LONGEST_TITLE = 80;
const LONGEST_NAME = 40;
const LONGEST_NEAR = 50;
const MOST_TITLES = 3;

const titled = ({ title }: { readonly title: string }): string => quoted(title, LONGEST_TITLE);
const byWhom = (name: string | undefined): string =>
  name === undefined ? '' : ` by ${plainWords(name, LONGEST_NAME) || 'somebody'}`;
const shownMinutes = (minutes: number): string => minutes.toLocaleString('en', { maximumFractionDigits: 1 });

function newsBullet(news: News): string {
  const { kind, by, approvedBy, isDraft, isNew } = news;
  const approved = approvedBy === undefined ? '' : `, approved by ${plainWords(approvedBy, LONGEST_NAME)}`;
  return `${isNew ? 'New' : 'Changed'} ${kind}: ${titled(news)}${byWhom(by)}${approved}${isDraft ? ' (draft)' : ''}`;
}

function winBullet(win: Won, at: number): string {
  const { by, day, minutes, used, isInInbox } = win;
  const facts = [
    dateOf(day),
    ...(minutes === undefined ? [] : [`${shownMinutes(minutes)} minutes saved`]),
    ...(used === 0 ? [] : [`names ${numbered(used, 'thing')} that it used`]),
    ...(isInInbox ? ['still in the inbox'] : []),
  ];
  return `${at === 0 ? 'Proposed for the week: ' : ''}${titled(win)}${byWhom(by)} (${facts.join(', ')})`;
}

function deservingBullet(deserving: Deserving): string {
  const { by, minutes, colleagues } = deserving;
  const facts = [
    minutes === undefined ? 'states no minutes' : `saves ${shownMinutes(minutes)} minutes each time`,
    ...(colleagues === undefined ? [] : [`used by ${numbered(colleagues, 'colleague')}`]),
  ];
  return `${titled(deserving)}${byWhom(by)}: ${facts.join(', ')}`;
}

function gapBullet({ words, members, searches, nearest }: OpenGap): string {
  const near = nearest.slice(0, MOST_TITLES).map(({ title }) => quoted(title, LONGEST_NEAR));
  const now = near.length === 0 ? '' : `; nearest now: ${near.join(', ')}`;
  return `Nobody could find: ${quoted(words, LONGEST_TITLE)} (${numbered(members, 'member')}, ${numbered(searches, 'search', 'searches')}${now}); write this next`;
}

function draftBullet(draft: WaitingDraft): string {
  return `${titled(draft)}${byWhom(draft.by)}, waiting for ${numbered(draft.days, 'day')}`;
}

function dueWords(document: DueDocument, today: string): string {
  const { reviewBy, validUntil } = document;
  const facts = [
    ...(reviewBy === undefined ? [] : [`review by ${reviewBy}`]),
    ...(validUntil === undefined ? [] : [`${validUntil < today ? 'was valid' : 'valid'} until ${validUntil}`]),
  ];
  return `${titled(document)} (${facts.join(', ')})`;
}

function reviewBullet({ owner, documents }: DueReviews, today: string): string {
  const shown = documents.slice(0, MOST_TITLES).map((document) => dueWords(document, today));
  const more = documents.length - shown.length;
  const name = owner === undefined ? 'Nobody in charge' : `For ${plainWords(owner, LONGEST_NAME) || 'somebody'}`;
  return `${name}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Every part that has something to say. */
function partsOf(digest: Digest): readonly Part[] {
  const { news, wins, deserving, gaps, gapsInAll, drafts, reviews, journal, today } = digest;
  const rule = journal === 'on' ? DESERVING_RULE : DESERVING_RULE_UNKNOWN;
  const parts: readonly Part[] = [
    { heading: 'New and changed', bullets: news.map(newsBullet) },
    { heading: 'Wins', rule: WIN_RULE, bullets: wins.map(winBullet) },
    { heading: 'A workflow to spread', rule, bullets: deserving === undefined ? [] : [deservingBullet(deserving)] },
    { heading: 'Missing in the library', bullets: gaps.map(gapBullet), more: gapsInAll - gaps.length },
    { heading: 'Waiting in the inbox', bullets: drafts.map(draftBullet) },
    { heading: 'To be reviewed', bullets: reviews.map((group) => reviewBullet(group, today)) },
  ];
  return parts.filter(({ bullets }) => bullets.length > 0);
}

const JOURNAL_REMARKS = {
  on: [],
  off: ['The journal is off: what members used, and what they could not find, is not known.'],
  empty: [
    'The journal tells of no use in the last 90 days: what members used, and what they could not find, is not known.',
  ],
} as const;

/** Whether nothing came about in these days and nothing waits. */
function isQuiet({ news, wins, gaps, wordless, drafts, reviews }: Digest): boolean {
  return wordless === 0 && [news, wins, gaps, drafts, reviews].every((list) => list.length === 0);
}

/** The digest as Markdown for chat and mail, at most `LONGEST_DIGEST`. */
export function digestPage(digest: Digest): string {
  const { team, since, today, journal, wordless } = digest;
  const name = plainWords(team, LONGEST_TITLE) || 'The team library';
  const quiet = 'Nothing happened in these days: nothing new, no wins, and nothing that waits for anybody.';
  return fitPage(
    {
      title: `${name}: ${since} to ${today}`,
      parts: partsOf(digest),
      remarks: [
        ...(isQuiet(digest) ? [quiet] : []),
        ...(wordless > 0 ? [wordlessSentence(wordless)] : []),
        ...JOURNAL_REMARKS[journal],
      ],
    },
    LONGEST_DIGEST,
  );
}
