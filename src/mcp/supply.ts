import type { Document } from '../library/document.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { type GivenArguments, isGiven } from '../prompts/arguments.ts';
import type { BuiltIn } from '../prompts/built-ins.ts';
import { fold } from '../prompts/fold.ts';
import { findBuiltIn, type ListedPrompt, listPrompts } from '../prompts/listing.ts';
import { digestOfDays } from './digest.ts';
import type { Caller } from './recording.ts';
import { type Surface, sharingOf, snapshotOf } from './surface.ts';

type Values = readonly (readonly [string, string])[];

/** What a built-in prompt is worked out from. */
interface Asked {
  readonly surface: Surface;
  readonly caller: Caller;
  /** What was typed for an argument; empty when nothing was. */
  readonly typed: (argument: string) => string;
}

/** As many prompts are offered to somebody whose work is not known yet. */
const MOST_OFFERED = 8;
const MOST_CHOSEN = 3;
/** Prompts that fit the work less than this, beside the one that fits best, are not offered for it. */
const FITTING = 0.5;
/** As many prompts are looked at for whether they fit. */
const MOST_FOUND = 12;

const SUPPLIES: Readonly<Record<BuiltIn, (asked: Asked) => Values | Promise<Values>>> = {
  'share-how-i-did-this': saving,
  'ai-win': saving,
  'ai-win-of-the-week': async ({ surface, typed }) => [['digest', await digestOfDays(surface, daysOf(typed('since')))]],
  'start-here': startHere,
};

/** The values that a prompt which comes with this program needs besides its arguments; none for the team's own. */
export async function supply(
  surface: Surface,
  request: { readonly name: string; readonly arguments: GivenArguments },
  caller: Caller,
): Promise<ReadonlyMap<string, string>> {
  const builtIn = findBuiltIn(await snapshotOf(surface), request.name);
  if (builtIn === undefined) return new Map();
  const typed = (argument: string): string => {
    const value = Object.entries(request.arguments).find(([name]) => fold(name) === argument)?.[1] ?? '';
    return isGiven(value) ? value.trim() : '';
  };
  return new Map(await SUPPLIES[builtIn]({ surface, caller, typed }));
}

function saving({ surface }: Asked): Values {
  return [['saving', sharingOf(surface) === undefined ? '' : 'yes']];
}

const WEEK = 7;

/** `14d` is 14; a week when it says nothing else. */
function daysOf(typed: string): number {
  return Number(/^\d{1,3}/.exec(typed)?.[0] ?? WEEK) || WEEK;
}

/** A prompt of the team that somebody may try. */
interface Offer {
  readonly prompt: ListedPrompt;
  readonly document: Document;
  /** How many colleagues used it lately. */
  readonly colleagues: number;
}

/** First those that most colleagues use; the library's order for the rest. */
function bySpread(a: Offer, b: Offer): number {
  return b.colleagues - a.colleagues;
}

async function startHere({ surface, caller, typed }: Asked): Promise<Values> {
  const snapshot = await snapshotOf(surface);
  const offers = offersOf(snapshot, (id) => surface.colleagues?.usedBy(id, caller.name) ?? 0).sort(bySpread);
  const work = typed('work');
  const isKnown = /[\p{L}\p{N}]/u.test(work);
  const chosen = isKnown ? await fittingFirst(surface, offers, work) : offers;
  const most = isKnown ? MOST_CHOSEN : MOST_OFFERED;
  return [
    ['how_chosen', howChosen(offers, isKnown)],
    ['chosen', chosen.slice(0, most).map(describe).join('\n')],
  ];
}

function offersOf(snapshot: Snapshot, colleaguesOf: (id: string) => number): Offer[] {
  return listPrompts(snapshot).flatMap((prompt) => {
    const document = snapshot.prompts.get(prompt.name);
    if (document?.status !== 'approved') return [];
    return [{ prompt, document, colleagues: colleaguesOf(document.id) }];
  });
}

/** Those that fit the work come first; among these, and among the others, those that spread. */
async function fittingFirst({ engine }: Surface, offers: readonly Offer[], work: string): Promise<readonly Offer[]> {
  const { hits } = await engine.search({ query: work, kind: 'prompt', limit: MOST_FOUND });
  const fitting = new Set(hits.filter(({ score }) => score >= FITTING).map(({ document }) => document.id));
  const fits = ({ document }: Offer): boolean => fitting.has(document.id);
  return [...offers.filter(fits), ...offers.filter((offer) => !fits(offer))];
}

function howChosen(offers: readonly Offer[], isKnown: boolean): string {
  const what = isKnown ? 'These prompts of the team were chosen for that' : 'These are prompts of the team';
  const isSpreading = offers.some(({ colleagues }) => colleagues > 0);
  return `${what}${isSpreading ? ', first those that most colleagues used in the last 30 days' : ''}. A field with * has to be filled in.`;
}

function describe({ prompt, colleagues }: Offer): string {
  const users = colleagues === 1 ? '1 colleague' : `${colleagues} colleagues`;
  const fields = prompt.arguments.map(
    ({ name, description, required }) =>
      `  - ${name}${required ? '*' : ''}${description === '' ? '' : `: ${description}`}`,
  );
  const head = [
    `- ${prompt.title} (${prompt.name})`,
    ...(colleagues === 0 ? [] : [`, used by ${users}`]),
    ...(prompt.description === '' ? [] : [`: ${prompt.description}`]),
  ];
  return [head.join(''), ...fields].join('\n');
}
