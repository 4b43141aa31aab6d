import { today } from '../library/day.ts';
import type { Settled } from '../library/disk/settle.ts';
import type { Document } from '../library/document.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';
import type { Review } from '../reviewing/review.ts';
import { type Keys, openKeys } from './keys.ts';
import { headLines, type Sheet, textLines } from './review-sheet.ts';

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

/** What was done, and where the file is now. */
export function settledLine({ action, draft, settled, reviewer }: Decision): string {
  const title = oneLine(draft.title, LONGEST_LINE);
  const id = oneLine(settled.id, LONGEST_LINE);
  const done = action === 'approve' ? `approved by ${reviewer}, and in use from now on` : 'declined';
  const told = settled.wasThere
    ? `"${title}" had been settled already: it is ${id}.`
    : `"${title}" is ${done}: it is ${id} now.`;
  if (!settled.isDraftLeft) return told;
  return `${told} The draft could not be removed from the inbox; the next "team-context review" tries again.`;
}

export interface Walk {
  /** The drafts, in the order in which they are shown. */
  readonly ids: readonly string[];
  /** The draft as it is now; undefined when it is gone. */
  readonly sheetOf: (id: string) => Sheet | undefined;
  readonly review: Review;
  readonly reviewer: string;
}

function mostLines(): number {
  return Math.max(FEWEST_LINES, (process.stdout.rows ?? 24) - AROUND_TEXT);
}

function show(sheet: Sheet, most: number): void {
  const lines = textLines(sheet.draft);
  const left = lines.length - most;
  console.log([...headLines(sheet, today()), '', ...lines.slice(0, most)].join('\n'));
  if (left > 0) console.log(`  … ${left} more lines; o shows all of it`);
}

async function decide(action: 'approve' | 'decline', { draft }: Sheet, { review, reviewer }: Walk): Promise<void> {
  try {
    console.log(settledLine({ action, draft, settled: await review[action](draft), reviewer }));
  } catch (wrong) {
    if (!(wrong instanceof Refusal)) throw wrong;
    console.log(oneLine(wrong.message, 2_000));
  }
}

/** Asks about one draft until it is decided or left. Answers whether to go on. */
async function ask(sheet: Sheet, keys: Keys, walk: Walk): Promise<boolean> {
  show(sheet, mostLines());
  for (;;) {
    console.log('\na approve   d decline   s skip   o show all   q quit');
    const key = await keys.next();
    switch (key) {
      case 'a':
        await decide('approve', sheet, walk);
        return true;
      case 'd':
        await decide('decline', sheet, walk);
        return true;
      case 's':
        console.log('It waits on.');
        return true;
      case 'o':
        show(sheet, Number.POSITIVE_INFINITY);
        break;
      case 'q':
      case undefined:
        return false;
      default:
        break;
    }
  }
}

/** Goes through drafts in a terminal, one after the other. */
export async function walkThrough(walk: Walk): Promise<void> {
  const keys = openKeys(process.stdin);
  try {
    console.log(`\nWhat you approve bears your name: ${walk.reviewer}. (--as gives another.)`);
    for (const [index, id] of walk.ids.entries()) {
      const sheet = walk.sheetOf(id);
      console.log(`\n── ${index + 1} of ${walk.ids.length} ──`);
      if (sheet === undefined) console.log(`${oneLine(id, LONGEST_LINE)} is no longer there.`);
      else if (!(await ask(sheet, keys, walk))) break;
    }
  } finally {
    keys.close();
  }
}
