import { today } from '../library/day.ts';
import type { Document } from '../library/document.ts';
import { homeOf } from '../library/homes.ts';
import { draftsOf } from '../library/inbox.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { counted } from '../library/text/counted.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';
import { draftNamed, versionOf } from '../reviewing/draft-named.ts';
import { remarksOn } from '../reviewing/remarks.ts';
import { openReview, type Review } from '../reviewing/review.ts';
import { type Command, EXIT, type Typed } from './command.ts';
import { draftTyped } from './draft-typed.ts';
import { ownerOf } from './owner.ts';
import { printJson } from './print-json.ts';
import { reportFault } from './report-fault.ts';
import { entryLines, headLines, howToApprove, plainSheet, type Sheet, textLines } from './review-sheet.ts';
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
  --approve ID   approves one draft without asking; ID@HASH only while it is what --show has shown with that hash
  --decline ID   declines one draft without asking; ID@HASH likewise
  --as NAME      your name as colleagues will read it; else TEAM_CONTEXT_MEMBER, else the name that git knows
  --json         the list, or the draft, as JSON for other programs

Exit code: 0, or 2 when the library or the draft cannot be had.
`;

const ACTIONS = ['list', 'show', 'approve', 'decline'] as const;
type Action = (typeof ACTIONS)[number] | 'walk';
const LONGEST_NAME = 80;
/** A change of a file is known in moments, on a share in seconds. */
const LONGEST_WAIT_MS = 10_000;

function actionIn({ flags }: Typed): Action {
  const [action, another] = ACTIONS.filter((name) => flags[name] !== undefined);
  if (another !== undefined) throw new Refusal(`--${action} and --${another} cannot be given together.`);
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const wished = action ?? (isTerminal && flags['json'] !== true ? 'walk' : 'list');
  if (flags['json'] === true && (wished === 'approve' || wished === 'decline'))
    throw new Refusal('--json goes with --list and --show.');
  return wished;
}

function reviewerIn({ flags }: Typed): string {
  const given = flags['as'];
  if (typeof given !== 'string') return ownerOf().name;
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
  /** The library's folder as it was named; the system may know it by another name. */
  readonly root: string;
}

/** Waits until the library is as it should be, or for 10 s. */
async function nextState(library: Library, isReached: () => boolean): Promise<void> {
  if (isReached()) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      leave();
      resolve();
    };
    const timer = setTimeout(end, LONGEST_WAIT_MS);
    const leave = library.subscribe(() => {
      if (isReached()) end();
    });
  });
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
    if (json) printJson({ ...plainSheet(sheet, today()), hash: versionOf(draft), text: draft.text });
    else console.log([...headLines(sheet, today()), ...howToApprove(draft), '', ...textLines(draft)].join('\n'));
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
      if (now === undefined) return undefined;
      return now.hash === known?.draft.hash ? known : sheetsOf(library, [now])[0];
    };
    const isAsBefore = ({ draft }: Sheet): boolean => library.current().documents.get(draft.id)?.hash === draft.hash;
    const renewed = async (sheet: Sheet): Promise<Sheet | undefined> => {
      await nextState(library, () => !isAsBefore(sheet));
      return isAsBefore(sheet) ? undefined : sheetOf(sheet.draft.id);
    };
    return walkThrough({ ids: drafts.map(({ id }) => id), sheetOf, renewed, review, reviewer });
  }
  if (action === 'list') {
    const sheets = sheetsOf(library, drafts);
    if (json) printJson({ library: library.root, drafts: sheets.map((sheet) => plainSheet(sheet, today())) });
    else printList(sheets);
    return;
  }
  const name = draftTyped(String(typed.flags[action]), [work.root, library.root]);
  await actOn(action, draftNamed(drafts, name), work);
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
    const reviewer = reviewerIn(typed);
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
      const json = flags['json'] === true;
      await act(action, typed, { library, review: reviewing, reviewer, json, root: chosen.root });
      return EXIT.ok;
    } finally {
      await library.close();
    }
  },
};
