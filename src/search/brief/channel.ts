import type { Document } from '../../library/document.ts';
import { stemOf } from '../../library/path.ts';
import { type Phrases, readPhrases } from './phrases.ts';

/** Where the text will appear. */
export interface Channel {
  /** How people call it. */
  readonly name: string;
  /** Whether a text speaks of it. */
  isIn(text: string): boolean;
  /** Its names as one text, to search with. */
  readonly words: string;
}

/** The channels that are known by more than one name. What is mentioned first is the name that is shown. */
const KNOWN: readonly string[] = [
  'email, emails, e-mail, e-mails, mailing, newsletter, newsletters, nurture, drip campaign, subject line, subject lines, welcome series, correo, courriel, メール, 邮件',
  'LinkedIn',
  'social media, social, social post, social posts, soziale medien, réseaux sociaux, redes sociales, SNS',
  'landing page, landing pages, landingpage, web page, website, homepage, home page, page de destination',
  'webinar, webinars, webinaire, ウェビナー',
  'blog, blog post, blog posts, blogpost, article, blogbeitrag',
  'press, press release, press quote, journalist, magazine, pressemitteilung, communiqué de presse, プレスリリース',
  'Google Search, Google Ads, search ad, search ads, search campaign, PPC, AdWords, SEA',
  'ads, ad, advert, adverts, ad copy, advertisement, display ads, banner, anzeige, anzeigen',
  'direct mail, postcard, postcards, flyer, leaflet, mailshot, print',
  'event, events, trade fair, trade show, conference, messe',
  'video, videos, YouTube',
  'podcast, podcasts',
  'SMS, text message, text messages',
  'WhatsApp',
  'Instagram',
  'Facebook',
  'TikTok',
  'forum, community, reddit',
  'case study, case studies, customer story, fallstudie',
  'sales deck, pitch deck, slides, presentation',
];

function channelCalled(line: string): Channel {
  const names = line.split(',').map((name) => name.trim());
  const phrases = readPhrases(names.map((name) => [name, true] as const));
  return { name: names[0] ?? line, words: names.slice(0, 4).join(' '), isIn: (text) => phrases.in(text).length > 0 };
}

const CHANNELS = KNOWN.map(channelCalled);
const BY_NAME: Phrases<Channel> = readPhrases(
  KNOWN.flatMap((line, at) => {
    const channel = CHANNELS[at];
    return channel === undefined ? [] : line.split(',').map((name): [string, Channel] => [name, channel]);
  }),
);
const MOST_CHANNELS = 2;

/** The channel that somebody named: a known one, or any other by its own words. */
export function channelNamed(name: string): Channel {
  const [longest] = BY_NAME.in(name).sort((a, b) => b.length - a.length || a.at - b.at);
  if (longest === undefined) return channelCalled(name.replaceAll(',', ' '));
  const known = longest.value;
  const whole = readPhrases([[name, true]]);
  return { ...known, name: name.trim(), isIn: (text) => whole.in(text).length > 0 || known.isIn(text) };
}

/** The channels that a task speaks of, at most two; `own` are names of channels that only this library uses. */
export function channelsIn(task: string, own: readonly string[]): Channel[] {
  const found = [
    ...BY_NAME.in(task),
    ...readPhrases(own.map((name): [string, Channel] => [name, channelNamed(name)])).in(task),
  ].sort((a, b) => b.length - a.length || a.at - b.at);
  const different = new Map<string, Channel>();
  for (const { value } of found) if (!different.has(value.words)) different.set(value.words, value);
  return [...different.values()].slice(0, MOST_CHANNELS);
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
