import { today } from '../library/day.ts';
import { CHANGED, type Settled } from '../library/disk/settle.ts';
import type { Document } from '../library/document.ts';
import { counted } from '../library/text/counted.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';
import { lastingStatus, type Remark } from '../reviewing/remarks.ts';
import type { Review } from '../reviewing/review.ts';
import { type Keys, openKeys } from './keys.ts';
import { headLines, previewLines, type Sheet, textLines } from './review-sheet.ts';

const LONGEST_LINE = 300;
/** Lines of a terminal that the head of a draft and the question need. */
const AROUND_TEXT = 14;
const FEWEST_LINES = 8;

interface Decision {
  readonly action: 'approve' | 'decline';
  readonly draft: Document;
  readonly settled: Settled;
  readonly reviewer: string;
}

/** What its front matter makes of a draft that was approved; empty when nothing keeps it out of use. */
function statusLeft({ action, draft, settled }: Decision): string {
  const status = lastingStatus(draft);
  if (action === 'decline' || settled.wasThere || status === undefined) return '';
  const served = status === 'draft' ? 'as a draft' : 'as no longer in force';
  return ` Its front matter still says "status: ${status}", so it is served ${served}: take that line out.`;
}

/** What was done, and where the file is now. */
export function settledLine(decision: Decision): string {
  const { action, draft, settled, reviewer } = decision;
  const left = statusLeft(decision);
  const title = oneLine(draft.title, LONGEST_LINE);
  const id = oneLine(settled.id, LONGEST_LINE);
  const inUse = left === '' ? ', and in use from now on' : '';
  const done = action === 'approve' ? `approved by ${reviewer}${inUse}` : 'declined';
  const told = settled.wasThere
    ? `"${title}" had been settled already: it is ${id}.`
    : `"${title}" is ${done}: it is ${id} now.${left}`;
  if (!settled.isDraftLeft) return told;
  return `${told} The draft could not be removed from the inbox; the next "team-context review" tries again.`;
}

export interface Walk {
  /** The drafts, in the order in which they are shown. */
  readonly ids: readonly string[];
  /** The draft as it is now; undefined when it is gone. */
  readonly sheetOf: (id: string) => Sheet | undefined;
  /** A draft that is said to be another one now, as soon as that is known; undefined when it is gone, or not known. */
  readonly renewed: (sheet: Sheet) => Promise<Sheet | undefined>;
  readonly review: Review;
  readonly reviewer: string;
}

type Action = 'approve' | 'decline';
/** What became of a draft in the walk; when it has ended, it was left. */
type Outcome = Action | 'left' | 'gone' | 'ended';

/** What nobody should let pass by the way. */
const GRAVE: ReadonlyMap<Remark['sort'], string> = new Map([
  ['secret', 'what may be a secret'],
  ['invisible', 'invisible text'],
  ['instruction', 'lines that seem to be meant for assistants'],
]);

/** What is in a draft that is asked about twice before it is approved; undefined when nothing is. */
function gravelyIn({ remarks }: Sheet): string | undefined {
  const found = [...GRAVE].filter(([sort]) => remarks.some((remark) => remark.sort === sort)).map(([, name]) => name);
  return found.length === 0 ? undefined : found.join(', and ');
}

function mostLines(): number {
  return Math.max(FEWEST_LINES, (process.stdout.rows ?? 24) - AROUND_TEXT);
}

function show(sheet: Sheet): void {
  const lines = previewLines(sheet.draft);
  const most = mostLines();
  const left = lines.length - most;
  console.log([...headLines(sheet, today()), '', ...lines.slice(0, most)].join('\n'));
  if (left > 0) console.log(`  … ${counted(left, 'more line')}; o shows all of it`);
}

function showAll(sheet: Sheet): void {
  console.log([...headLines(sheet, today()), '', ...textLines(sheet.draft)].join('\n'));
}

/** Does it. Answers whether the draft was no longer what was shown, and then undefined; else what became of it. */
async function decide(action: Action, { draft }: Sheet, walk: Walk): Promise<Outcome | undefined> {
  const { review, reviewer } = walk;
  try {
    console.log(settledLine({ action, draft, settled: await review[action](draft), reviewer }));
    return action;
  } catch (wrong) {
    if (!(wrong instanceof Refusal)) throw wrong;
    console.log(oneLine(wrong.message, 2_000));
    if (wrong.message.includes(CHANGED)) return undefined;
    return walk.sheetOf(draft.id) === undefined ? 'gone' : 'left';
  }
}

/** What a person wants to be done with a draft. */
async function choice(sheet: Sheet, keys: Keys): Promise<Action | 'left' | 'ended'> {
  const grave = gravelyIn(sheet);
  let isWarned = false;
  for (;;) {
    console.log('\na approve   d decline   s skip   o show all   q quit');
    const key = await keys.next();
    const isRepeated = isWarned && key === 'a';
    isWarned = false;
    switch (key) {
      case 'a':
        if (grave === undefined || isRepeated) return 'approve';
        isWarned = true;
        console.log(`It has ${grave}. Press a again to approve it all the same.`);
        break;
      case 'd':
        return 'decline';
      case 's':
        console.log('Left in the inbox.');
        return 'left';
      case 'o':
        showAll(sheet);
        break;
      case 'q':
      case undefined:
        return 'ended';
      default:
        break;
    }
  }
}

/** Asks about one draft until it is decided or left; shows it again when it has become another one. */
async function ask(first: Sheet, keys: Keys, walk: Walk): Promise<Outcome> {
  let sheet = first;
  for (;;) {
    show(sheet);
    const chosen = await choice(sheet, keys);
    if (chosen === 'left' || chosen === 'ended') return chosen;
    const outcome = await decide(chosen, sheet, walk);
    if (outcome !== undefined) return outcome;
    const renewed = await walk.renewed(sheet);
    if (renewed === undefined) {
      console.log('What it says now cannot be shown: it is left for the next "team-context review".');
      return 'left';
    }
    console.log('\nThis is what it says now:\n');
    sheet = renewed;
  }
}

/** `3 approved, 1 declined, 2 still wait.` */
function summaryOf(outcomes: readonly Outcome[], total: number): string {
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  const waiting = total - count('approve') - count('decline') - count('gone');
  const parts = [
    ...(count('approve') === 0 ? [] : [`${count('approve')} approved`]),
    ...(count('decline') === 0 ? [] : [`${count('decline')} declined`]),
    ...(waiting === 0 ? [] : [counted(waiting, 'still waits', 'still wait')]),
  ];
  return parts.length === 0 ? 'Others have settled what waited.' : `${parts.join(', ')}.`;
}

/** Goes through drafts in a terminal, one after the other. */
export async function walkThrough(walk: Walk): Promise<void> {
  const keys = openKeys(process.stdin);
  const outcomes: Outcome[] = [];
  try {
    console.log(`\nWhat you approve bears your name: ${walk.reviewer}. (--as gives another.)`);
    for (const [index, id] of walk.ids.entries()) {
      const sheet = walk.sheetOf(id);
      console.log(`\n── ${index + 1} of ${walk.ids.length} ──`);
      if (sheet === undefined) console.log(`${oneLine(id, LONGEST_LINE)} is no longer there.`);
      const outcome = sheet === undefined ? 'gone' : await ask(sheet, keys, walk);
      outcomes.push(outcome);
      if (outcome === 'ended') break;
    }
    console.log(`\n${summaryOf(outcomes, walk.ids.length)}`);
  } finally {
    keys.close();
  }
}
