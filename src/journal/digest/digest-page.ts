import { counted } from '../../library/text/counted.ts';
import type { Credited } from '../pages/credited.ts';
import { LOCAL_REMARK } from '../pages/local-remark.ts';
import { type OpenGap, wordlessSentence } from '../pages/open-gaps.ts';
import { bareWords, plainWords, quoted } from '../pages/plain-words.ts';
import { shownMinutes } from '../pages/stated-minutes.ts';
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
const named = (name: string): string => plainWords(name, LONGEST_NAME) || 'somebody';
function byWhom({ by, owner }: Credited): string {
  if (by !== undefined) return ` by ${named(by)}`;
  return owner === undefined ? '' : `, owner: ${named(owner)}`;
}

function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function newsBullet(news: News): string {
  const { kind, approvedBy, isDraft, what } = news;
  const approved = approvedBy === undefined ? '' : `, approved by ${named(approvedBy)}`;
  return `${capitalized(what)} ${kind}: ${titled(news)}${byWhom(news)}${approved}${isDraft ? ' (draft)' : ''}`;
}

function winBullet(win: Won, at: number): string {
  const { day, minutes, used } = win;
  const facts = [
    dateOf(day),
    ...(minutes === undefined ? [] : [`${shownMinutes(minutes)} minutes saved`]),
    ...(used === 0 ? [] : [`names ${counted(used, 'thing')} that it used`]),
  ];
  return `${at === 0 ? 'Proposed for the week: ' : ''}${titled(win)}${byWhom(win)} (${facts.join(', ')})`;
}

function deservingBullet(deserving: Deserving): string {
  const { minutes, colleagues } = deserving;
  const facts = [
    minutes === undefined ? 'states no minutes' : `saves ${shownMinutes(minutes)} minutes each time`,
    ...(colleagues === undefined ? [] : [`used by ${counted(colleagues, 'colleague')}`]),
  ];
  return `${titled(deserving)}${byWhom(deserving)}: ${facts.join(', ')}`;
}

function gapBullet({ words, members, searches, nearest }: OpenGap): string {
  const near = nearest.map(({ title }) => quoted(title, LONGEST_NEAR));
  const now = near.length === 0 ? '' : `; nearest now: ${near.join(', ')}`;
  return `Nobody could find: "${bareWords(words, LONGEST_TITLE)}" (${counted(members, 'member')}, ${counted(searches, 'search', 'searches')}${now}); write this next`;
}

function draftBullet(draft: WaitingDraft): string {
  const since = draft.days === 0 ? 'since today' : `for ${counted(draft.days, 'day')}`;
  return `${titled(draft)}${byWhom(draft)}, waiting ${since}`;
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
  const name = owner === undefined ? 'Without an owner' : `For ${named(owner)}`;
  return `${name}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What two members or more searched for by its words, and the rest as a number. */
function gapsPart({ gaps, gapsOfMany, gapsOfOne }: Digest): Part {
  const things = counted(gapsOfOne, gapsOfMany > 0 ? 'more' : 'thing', gapsOfMany > 0 ? 'more' : 'things');
  const last = `${gapsOfMany > 0 ? 'and ' : ''}${things} that one member each searched for`;
  return {
    heading: 'Missing in the library',
    bullets: gaps.map(gapBullet),
    more: gapsOfMany - gaps.length,
    ...(gapsOfOne > 0 ? { last } : {}),
  };
}

/** Every part that has something to say. */
function partsOf(digest: Digest): readonly Part[] {
  const { news, wins, deserving, drafts, reviews, journal, today } = digest;
  const rule = journal === 'on' ? DESERVING_RULE : DESERVING_RULE_UNKNOWN;
  const parts: readonly Part[] = [
    { heading: 'New and changed', bullets: news.map(newsBullet) },
    { heading: 'Wins', rule: WIN_RULE, bullets: wins.map(winBullet) },
    { heading: 'A workflow to spread', rule, bullets: deserving === undefined ? [] : [deservingBullet(deserving)] },
    gapsPart(digest),
    { heading: 'Waiting in the inbox', rule: WAITING_RULE, bullets: drafts.map(draftBullet) },
    { heading: 'To be reviewed', bullets: reviews.map((group) => reviewBullet(group, today)) },
  ];
  return parts.filter(({ bullets, last }) => bullets.length > 0 || last !== undefined);
}

const WAITING_RULE = 'Look at them with "team-context review".';
const NO_WINS = 'No wins were logged: the prompt "AI win" logs one in three questions.';

const JOURNAL_REMARKS = {
  on: [],
  off: ['The journal is off: what members used, and what they could not find, is not known.'],
  empty: [
    'The journal has no entry of the last 90 days: what members used, and what they could not find, is not known.',
  ],
} as const;

/** Whether nothing came about in these days and nothing waits. */
function isQuiet({ news, wins, gaps, gapsOfOne, wordless, drafts, reviews }: Digest): boolean {
  return wordless + gapsOfOne === 0 && [news, wins, gaps, drafts, reviews].every((list) => list.length === 0);
}

/** The digest as Markdown for chat and mail, at most `LONGEST_DIGEST`. */
export function digestPage(digest: Digest): string {
  const { team, since, today, journal, wordless, wins, isLocal } = digest;
  const name = plainWords(team, LONGEST_TITLE) || 'The team library';
  const quiet = 'Nothing happened in these days: nothing new, no wins, and nothing that waits for anybody.';
  return fitPage(
    {
      title: `${name}: ${since} to ${today}`,
      parts: partsOf(digest),
      remarks: [
        ...(isQuiet(digest) ? [quiet] : []),
        ...(wins.length === 0 ? [NO_WINS] : []),
        ...(wordless > 0 ? [wordlessSentence(wordless)] : []),
        ...JOURNAL_REMARKS[journal],
        ...(isLocal && journal !== 'off' ? [LOCAL_REMARK] : []),
      ],
    },
    LONGEST_DIGEST,
  );
}
