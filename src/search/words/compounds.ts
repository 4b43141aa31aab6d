import lunr from 'lunr';

/** Verbs that are also written together with a particle: "sign up", "sign-up" and "signup". */
const VERBS_BY_PARTICLE: Readonly<Record<string, string>> = {
  up: 'back break build call catch check clean close cover follow heat hook line link look make mark meet mix mock open pick pop pull ramp round run scale set sign speed stand start step sum sync tie top touch tune turn warm work wrap write',
  in: 'add break buy check clock drop fill lock log opt phase plug sign tie trade walk weigh',
  out: 'black break burn buy call carve check close cut drop fade fall fill hand hold lay log opt pay phase print read roll sell shout sign spell stand take time try turn wash wipe work',
  on: 'add bolt carry clip follow log sign switch',
  off: 'cut drop hand kick lay log one pay play rip send set show sign spin stand switch take trade turn write',
  down: 'break cool count crack cut drill drop lock mark pull rub run scroll shut slow splash strip touch turn',
  over: 'carry change cross fly hand hang hold make mouse push roll run spill stop switch take turn walk',
  back: 'buy call cash cut draw fall feed flash kick pay play pull roll set throw',
  through: 'break click drive flow follow pass play push read run sell walk',
};

/** Other pairs that some people write as one word. */
const PAIRS = [
  'back end, back link, back log, band width, bench mark, book mark, brain storm, cash flow, check box, check',
  'list, co brand, co worker, copy writer, copy writing, data base, data set, dead line, drop box, e book, e',
  'commerce, e learning, e mail, fire wall, flow chart, frame work, free lance, free lancer, front end, fund',
  'raiser, fund raising, guide line, hand book, hash tag, head count, head line, home page, info graphic, key',
  'note, key word, land mark, life cycle, life style, life time, live stream, market place, micro site, mile',
  'stone, mind set, multi channel, multi media, news feed, news letter, off line, off site, omni channel, on',
  'boarding, on going, on line, on site, out reach, out source, pay wall, play book, play list, post card, press',
  'room, re brand, re branding, re marketing, re targeting, re use, road map, run book, score card, screen shot',
  'side bar, slide show, smart phone, snap shot, spread sheet, stake holder, story board, story line, story',
  'telling, sub brand, sub domain, sub heading, sub title, tag line, task force, team work, thumb nail, time',
  'frame, time line, time stamp, time table, time zone, tool box, tool kit, touch point, trade mark, trade show',
  'up load, up sell, up selling, user base, user name, voice over, web cast, web hook, web master, web page, web',
  'shop, web site, white board, white list, white paper, white space, word mark, work around, work book, work',
  'day, work flow, work force, work place, work sheet, work shop, work space',
];

/** The words that a word makes with the one behind it, by that one's English term. */
export type Joins = ReadonlyMap<string, string>;

let byFirstTerm: ReadonlyMap<string, Joins> | undefined;

/** What a word, given by its English term, is written together with. Undefined for most words. */
export function joinsOf(term: string): Joins | undefined {
  byFirstTerm ??= readJoins();
  return byFirstTerm.get(term);
}

function readJoins(): Map<string, Map<string, string>> {
  const joins = new Map<string, Map<string, string>>();
  const add = (first: string, second: string): void => {
    const term = englishTerm(first);
    const seconds = joins.get(term) ?? new Map<string, string>();
    joins.set(term, seconds.set(englishTerm(second), first + second));
  };
  for (const [particle, verbs] of Object.entries(VERBS_BY_PARTICLE)) {
    for (const verb of verbs.split(' ')) add(verb, particle);
  }
  for (const pair of PAIRS.flatMap((line) => line.split(', '))) {
    const [first = '', second = ''] = pair.split(' ');
    add(first, second);
  }
  return joins;
}

function englishTerm(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

/** Longer chains are addresses, sentences and dates in file names. */
const MOST_JOINED = 2;
const LONGEST_JOINED = 20;
const STARTS_WITH_LETTER = /^\p{L}/u;

/** Words that hyphens join, written as one: "opt-in" as "optin". Undefined for what nobody would write so. */
export function writtenAsOne(words: readonly string[]): string | undefined {
  if (words.length < 2 || words.length > MOST_JOINED) return undefined;
  const joined = words.join('');
  return joined.length <= LONGEST_JOINED && STARTS_WITH_LETTER.test(joined) ? joined : undefined;
}
