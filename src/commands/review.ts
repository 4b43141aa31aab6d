import { today } from '../library/day.ts';
import type { Document } from '../library/document.ts';
import { homeOf } from '../library/homes.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';
import { remarksOn } from '../reviewing/remarks.ts';
import { openReview, type Review } from '../reviewing/review.ts';
import { draftNamed, draftsOf } from '../reviewing/waiting.ts';
import { type Command, EXIT, type Typed } from './command.ts';
import { counted } from './counted.ts';
import { ownerOf } from './owner.ts';
import { reportFault } from './report-fault.ts';
import { entryLines, headLines, plainSheet, type Sheet, textLines } from './review-sheet.ts';
import { settledLine, walkThrough } from './review-walk.ts';
import { describeChoice, existingLibrary } from './which-library.ts';

const HELP = `Usage: team-context review [LIBRARY] [--as NAME]
       team-context review [LIBRARY] --list [--json]
       team-context review [LIBRARY] --show ID [--json]
       team-context review [LIBRARY] --approve ID | --decline ID [--as NAME]

Goes through what colleagues shared from their chats and what waits in the inbox, oldest first, and shows of each draft
where it would go, what to look at and its text. One key decides: a approves, d declines, s leaves it for later, o shows
all of it, q ends. Without a terminal the list is printed.

What is approved moves into the folder of its kind, with "approved_by" and "approved_on" in its front matter. What is
declined moves to inbox/declined, where nobody is served it. Nothing is deleted, and nothing is written over.

Options:
  --list         what waits, as a list
  --show ID      one draft: ID is its path, its file's name or the beginning of it
  --approve ID   approves one draft without asking
  --decline ID   declines one draft without asking
  --as NAME      your name as colleagues will read it; else TEAM_CONTEXT_MEMBER, else the name that git knows
  --json         the list, or the draft, as JSON for other programs

Exit code: 0, or 2 when the library or the draft cannot be had.
`;

const ACTIONS = ['list', 'show', 'approve', 'decline'] as const;
type Action = (typeof ACTIONS)[number] | 'walk';
const LONGEST_NAME = 80;

function actionIn({ flags }: Typed): Action {
  const [action, another] = ACTIONS.filter((name) => flags[name] !== undefined);
  if (another !== undefined) throw new Refusal(`--${action} and --${another} cannot be given together.`);
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const wished = action ?? (isTerminal && flags['json'] !== true ? 'walk' : 'list');
  if (flags['json'] === true && (wished === 'approve' || wished === 'decline'))
    throw new Refusal('--json goes with --list and --show.');
  return wished;
}

function reviewerIn({ flags }: Typed, root: string): string {
  const given = flags['as'];
  if (typeof given !== 'string') return ownerOf(root).name;
  const name = oneLine(given.trim(), LONGEST_NAME);
  if (name === '') throw new Refusal('--as takes a name, such as --as "Ana Lark".');
  return name;
}

function sheetsOf(library: Library, drafts: readonly Document[]): readonly Sheet[] {
  const snapshot = library.current();
  const remarks = remarksOn(drafts, snapshot);
  return drafts.map((draft) => ({
    draft,
    home: homeOf(snapshot, draft.kind),
    remarks: remarks.get(draft.id) ?? [],
  }));
}

function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

function printList(sheets: readonly Sheet[]): void {
  if (sheets.length === 0) console.log('Nothing waits in the inbox.');
  for (const [index, sheet] of sheets.entries())
    for (const line of entryLines(sheet, index + 1, today())) console.log(line);
}

interface Work {
  readonly library: Library;
  readonly review: Review;
  readonly reviewer: string;
  readonly json: boolean;
}

/** Does what was asked for with one draft. */
async function actOn(action: 'show' | 'approve' | 'decline', draft: Document, work: Work): Promise<void> {
  const { library, review, reviewer, json } = work;
  if (action !== 'show') {
    const settled = await review[action](draft);
    console.log(settledLine({ action, draft, settled, reviewer }));
    return;
  }
  for (const sheet of sheetsOf(library, [draft])) {
    if (json) printJson({ ...plainSheet(sheet, today()), text: draft.text });
    else console.log([...headLines(sheet, today()), '', ...textLines(draft)].join('\n'));
  }
}

async function act(action: Action, typed: Typed, work: Work): Promise<void> {
  const { library, review, reviewer, json } = work;
  const drafts = draftsOf(library.current());
  if (action === 'walk') {
    if (drafts.length === 0) return printList([]);
    const sheets = sheetsOf(library, drafts);
    printList(sheets);
    const sheetOf = (id: string): Sheet | undefined => {
      const known = sheets.find(({ draft }) => draft.id === id);
      const now = library.current().documents.get(id);
      return now === undefined || now === known?.draft ? known : sheetsOf(library, [now])[0];
    };
    return walkThrough({ ids: drafts.map(({ id }) => id), sheetOf, review, reviewer });
  }
  if (action === 'list') {
    const sheets = sheetsOf(library, drafts);
    if (json) printJson({ library: library.root, drafts: sheets.map((sheet) => plainSheet(sheet, today())) });
    else printList(sheets);
    return;
  }
  await actOn(action, draftNamed(drafts, String(typed.flags[action])), work);
}

export const review: Command = {
  help: HELP,
  options: {
    list: { type: 'boolean' },
    show: { type: 'string' },
    approve: { type: 'string' },
    decline: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(typed) {
    const { words, flags } = typed;
    if (words.length > 1) throw new Refusal('"team-context review" takes one library.');
    const action = actionIn(typed);
    const chosen = existingLibrary(words[0]);
    if (chosen.by !== 'argument') console.error(describeChoice(chosen));
    const reviewer = reviewerIn(typed, chosen.root);
    const library = await openLibrary({ root: chosen.root, poll: action !== 'walk', onFault: reportFault });
    try {
      await library.ready;
      const reviewing = openReview({ library, reviewer });
      // what only looks changes nothing
      if (action !== 'list' && action !== 'show') {
        await library.tidy();
        const finished = await reviewing.finish();
        if (finished.length > 0)
          console.error(`${counted(finished.length, 'draft')} had been settled before; the inbox was put in order.`);
      }
      await act(action, typed, { library, review: reviewing, reviewer, json: flags['json'] === true });
      return EXIT.ok;
    } finally {
      await library.close();
    }
  },
};
