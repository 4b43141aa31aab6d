import type { Document } from '../../library/document.ts';
import { stemOf } from '../../library/path.ts';
import { wordsOf } from '../words/words.ts';
import { CHANNEL_NAMES, type ChannelNames } from './channel-names.ts';
import { type Found, readPhrases } from './phrases.ts';

/** Where the text will appear. */
export interface Channel {
  /** How people call it. */
  readonly name: string;
  /** Whether a text speaks of it. */
  isIn(text: string): boolean;
  /** Its names as one text, to search with. */
  readonly words: string;
  /** The name of the channel that it is part of. */
  readonly wider?: string;
}

function channelCalled({ names, alone, wider }: ChannelNames): Channel {
  const all = namesIn(names);
  const phrases = readPhrases(all.map((name) => [name, true] as const));
  const whole = new Set(namesIn(alone).map(folded));
  return {
    name: all[0] ?? names,
    words: all.slice(0, 4).join(' '),
    isIn: (text) => whole.has(folded(text)) || phrases.in(text).length > 0,
    ...(wider === undefined ? {} : { wider }),
  };
}

function namesIn(line = ''): string[] {
  return line === '' ? [] : line.split(',').map((name) => name.trim());
}

function folded(text: string): string {
  return wordsOf(text).join(' ');
}

const CHANNELS = CHANNEL_NAMES.map((names) => ({ ...names, channel: channelCalled(names) }));
const BY_NAME = readPhrases(
  CHANNELS.flatMap(({ names, channel }) => namesIn(names).map((name) => [name, channel] as const)),
);
const ALONE = new Map(CHANNELS.flatMap(({ alone, channel }) => namesIn(alone).map((name) => [folded(name), channel])));
const PERHAPS = readPhrases(
  CHANNELS.flatMap(({ perhaps, channel }) => namesIn(perhaps).map((name) => [name, channel] as const)),
);
const MOST_CHANNELS = 2;

/** The channel that somebody named: a known one, or any other by its own words. */
export function channelNamed(name: string): Channel {
  const known = ALONE.get(folded(name)) ?? longestFirst(BY_NAME.in(name))[0]?.value;
  if (known === undefined) return channelCalled({ names: name.replaceAll(',', ' ') });
  const whole = readPhrases([[name, true]]);
  return { ...known, name: name.trim(), isIn: (text) => whole.in(text).length > 0 || known.isIn(text) };
}

/** The channel that a narrower one is part of. */
export function widerThan({ wider }: Channel): Channel | undefined {
  return CHANNELS.find(({ channel }) => channel.name === wider)?.channel;
}

/** The channels that a task speaks of, at most two; `own` are names of channels that the library has something on. */
export function channelsIn(task: string, own: readonly string[]): Channel[] {
  const sure = [
    ...BY_NAME.in(task),
    ...readPhrases(own.map((name): [string, Channel] => [name, channelNamed(name)])).in(task),
  ];
  const likely = PERHAPS.in(task).filter(
    (one) => own.some(one.value.isIn) && !sure.some((other) => isInside(one, other)),
  );
  const different = new Map<string, Channel>();
  for (const { value } of longestFirst([...sure, ...likely])) {
    if (!different.has(value.words)) different.set(value.words, value);
  }
  return [...different.values()].slice(0, MOST_CHANNELS);
}

function longestFirst<T>(found: readonly Found<T>[]): Found<T>[] {
  return [...found].sort((a, b) => b.length - a.length || a.at - b.at);
}

/** Whether a phrase is only a piece of a longer one: there is no story in "customer story". */
function isInside(one: Found<unknown>, other: Found<unknown>): boolean {
  return other.length > one.length && other.at <= one.at && one.at + one.length <= other.at + other.length;
}

/** The channels by which the team's learnings are filed, in the order of the documents. */
export function channelsOf(documents: Iterable<Document>): string[] {
  const names = new Map<string, string>();
  for (const { kind, fields } of documents) {
    const written = kind === 'learning' && Object.hasOwn(fields, 'channel') ? fields['channel'] : undefined;
    const channel = typeof written === 'string' ? written.trim() : '';
    if (channel !== '' && !names.has(channel.toLowerCase())) names.set(channel.toLowerCase(), channel);
  }
  return [...names.values()];
}

/** Whether a document is filed under a channel: by its field and tags; by its names where it has no such field. */
export function isAbout({ fields, title, tags, aliases, id }: Document, channel: Channel): boolean {
  const field = Object.hasOwn(fields, 'channel') ? fields['channel'] : undefined;
  const names = typeof field === 'string' ? [field] : [title, stemOf(id), ...aliases];
  return [...names, ...tags].some(channel.isIn);
}
