import { today } from '../library/day.ts';
import type { Document } from '../library/document.ts';
import { forceOf } from '../library/force.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { counted } from '../library/text/counted.ts';
import type { BuiltIn } from '../prompts/built-ins.ts';
import { type ListedPrompt, listPrompts } from '../prompts/listing.ts';
import { digestOfDays } from './digest.ts';
import type { Caller } from './recording.ts';
import { type Surface, sharingOf, snapshotOf } from './surface.ts';

type Supplied = readonly (readonly [string, string])[];

/** What a built-in prompt is worked out from. */
interface Asked {
  readonly surface: Surface;
  readonly caller: Caller;
  /** Of its arguments, by name; empty for what was not given. */
  readonly values: ReadonlyMap<string, string>;
}

/** As many prompts are offered to somebody whose work is not known yet. */
const MOST_OFFERED = 8;
const MOST_CHOSEN = 3;
/** Prompts that fit the work less than this, beside the one that fits best, are not offered for it. */
const FITTING = 0.5;
/** As many prompts are looked at for whether they fit. */
const MOST_FOUND = 12;

const SUPPLIES: Readonly<Record<BuiltIn, (asked: Asked) => Supplied | Promise<Supplied>>> = {
  'share-how-i-did-this': saving,
  'ai-win': saving,
  'ai-win-of-the-week': async ({ surface, values }) => [['digest', await digestOfDays(surface, daysIn(values))]],
  'start-here': startHere,
};

/** The values that a prompt which comes with this program needs besides its arguments. */
export async function supply(builtIn: BuiltIn, asked: Asked): Promise<ReadonlyMap<string, string>> {
  return new Map(await SUPPLIES[builtIn](asked));
}

function saving({ surface }: Asked): Supplied {
  return [['saving', sharingOf(surface) === undefined ? '' : 'yes']];
}

/** Of `7d`, `14d` or `28d`; the argument has a default. */
function daysIn(values: Asked['values']): number {
  return Number.parseInt(values.get('since') ?? '7d', 10);
}

/** A prompt of the team that somebody may try. */
interface Offer {
  readonly prompt: ListedPrompt;
  readonly document: Document;
  /** How many colleagues used it lately. */
  readonly colleagues: number;
}

/** First those that most colleagues use; of as many, as they were. */
function bySpread(a: Offer, b: Offer): number {
  return b.colleagues - a.colleagues;
}

async function startHere({ surface, caller, values }: Asked): Promise<Supplied> {
  const snapshot = await snapshotOf(surface);
  const offers = offersOf(snapshot, (id) => surface.colleagues?.usedBy(id, caller.name) ?? 0);
  const work = values.get('work') ?? '';
  const chosen = /[\p{L}\p{N}]/u.test(work) ? await chosenFor(surface, offers, work) : [];
  if (chosen.length > 0) {
    return [
      ['how_chosen', `These prompts of the team fit that${asSpread(chosen)}. A field with * has to be filled in.`],
      ['chosen', chosen.map(describeWhole).join('\n')],
    ];
  }
  const some = [...offers].sort(bySpread).slice(0, MOST_OFFERED);
  return [
    [
      'how_chosen',
      `These are prompts of the team${asSpread(some)}. list_library with kind "prompt" shows all of them and their fields.`,
    ],
    ['chosen', some.map(describe).join('\n')],
  ];
}

function offersOf(snapshot: Snapshot, colleaguesOf: (id: string) => number): Offer[] {
  return listPrompts(snapshot).flatMap((prompt) => {
    const document = snapshot.prompts.get(prompt.name);
    if (document === undefined || !forceOf(snapshot, document, today()).isInForce) return [];
    return [{ prompt, document, colleagues: colleaguesOf(document.id) }];
  });
}

/** Those that fit the work, first those that spread, of as many first those that fit better; then what comes next to them. */
async function chosenFor({ engine }: Surface, offers: readonly Offer[], work: string): Promise<readonly Offer[]> {
  const { hits } = await engine.search({ query: work, kind: 'prompt', limit: MOST_FOUND });
  const found = hits.flatMap(({ document, score }) => {
    const offer = offers.find((each) => each.document.id === document.id);
    return offer === undefined ? [] : [{ offer, score }];
  });
  const fitting = found.filter(({ score }) => score >= FITTING).map(({ offer }) => offer);
  const others = found.filter(({ score }) => score < FITTING).map(({ offer }) => offer);
  return [...fitting.sort(bySpread), ...others].slice(0, MOST_CHOSEN);
}

function asSpread(offers: readonly Offer[]): string {
  const isSpreading = offers.some(({ colleagues }) => colleagues > 0);
  return isSpreading ? ', with how many colleagues used them in the last 30 days' : '';
}

function describe({ prompt, colleagues }: Offer): string {
  return [
    `- ${prompt.title} (${prompt.name})`,
    ...(colleagues === 0 ? [] : [`, used by ${counted(colleagues, 'colleague')}`]),
    ...(prompt.description === '' ? [] : [`: ${prompt.description}`]),
  ].join('');
}

/** With its fields, to be filled in. */
function describeWhole(offer: Offer): string {
  const fields = offer.prompt.arguments.map(
    ({ name, description, required }) =>
      `  - ${name}${required ? '*' : ''}${description === '' ? '' : `: ${description}`}`,
  );
  return [describe(offer), ...fields].join('\n');
}
