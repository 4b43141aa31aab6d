/** Words that differ in one place: how they begin, what the British write there, what Americans write, how they end. */
type Family = readonly [beginnings: string, british: string, american: string, endings: string];

/** `-` stands for no ending. */
const FAMILIES: readonly Family[] = [
  [
    'calib cent centilit centimet fib kilomet lit lust meag met millilit millimet sab somb spect theat',
    're',
    'er',
    '- s',
  ],
  ['cent', 'r', 'er', 'ed ing'],
  ['anal catal dial epil homol monol prol travel', 'ogue', 'og', '- s'],
  ['catal dial', 'ogu', 'og', 'ed er ers ing'],
  ['analy cataly dialy paraly', 's', 'z', 'e ed er ers es ing'],
  ['defen licen offen preten', 'c', 's', 'e ed eless es ing'],
  ['malpracti practi', 's', 'c', 'e ed es ing'],
  ['counsel dial duel fuel refuel', 'l', '', 'ed er ers ing or ors'],
  ['bias focus refocus', 's', '', 'ed es ing'],
  ['distil enrol fulfil instal instil', '', 'l', '- ment ments s'],
  ['skil wil', '', 'l', 'ful fully'],
  ['abridg acknowledg judg misjudg', 'e', '', 'ment ments'],
  ['ag', 'e', '', 'ing'],
  ['lik liv lov mov rat sal siz unlik unus us', 'e', '', 'able'],
  ['man', 'oeuvr', 'euver', 'able ed ing'],
  ['man', 'oeuvre', 'euver', '- s'],
  ['encyclop orthop p', 'ae', 'e', 'dia dias diatric diatrics dic dics'],
  ['an', 'ae', 'e', 'sthesia sthetic sthetics sthetist'],
  ['kilogram program', 'me', '', '- s'],
  ['advis', 'e', 'o', 'r rs'],
  ['alumin', 'i', '', 'um'],
  ['art', 'e', 'i', 'fact facts'],
  ['co', 's', 'z', 'y'],
  ['', 'e', 'i', 'nquire nquired nquires nquiries nquiring nquiry'],
  ['gr', 'e', 'a', 'y ys yscale'],
  ['jewel', 'le', '', 'ry'],
  ['learn', 't', 'ed', '-'],
  ['math', 's', '', '-'],
  ['m', 'ou', 'o', 'ld lded lding lds'],
  ['m', 'ou', 'u', 'stache staches'],
  ['m', 'u', 'o', 'm ms'],
  ['pl', 'ough', 'ow', '- ed ing s'],
  ['p', 'y', 'a', 'jama jamas'],
  ['s', 'c', 'k', 'eptic eptical epticism eptics'],
  ['sul', 'ph', 'f', 'ate ates ide ur'],
  ['t', 'y', 'i', 're res'],
  ['amongs whils', 't', '', '-'],
  ['toward', 's', '', '-'],
  ['yog', 'h', '', 'urt urts'],
];

/** Colour, favourites, behavioural, neighbourhood; but not "hour", "tour" or "contour". */
const OUR =
  /^((?:dis|mis|multi|re|techni|un|uni)?(?:ard|arm|behavi|cand|clam|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig))our/;
/** A base of three letters or more that ends in a consonant: "organise", but not "wise", "arise", "raise" or "noise". */
const ISE = /^(\w{2,}[^\Waeiou])is(e|ed|es|er|ers|ing|able|ation|ations|ational)$/;
/** Bases of words that nobody writes with z, and whose relatives ("advertisement", "precision") have an s as well. */
const NEVER_IZE =
  /(?:[^i]v|[^ai]c|pr|w)$|^(?:advert|chast|chem|comprom|dem|(?:dis)?enfranch|expert|franch|highr|merchand|moonr|parad|prem|prom|rem|sunr|surm|treat)$/;

let americanForms: ReadonlyMap<string, string> | undefined;

/** The American spelling of an English word that the British spell otherwise; any other word as it is. */
export function americanOf(word: string): string {
  americanForms ??= readFamilies();
  const form = americanForms.get(word);
  if (form !== undefined) return form;
  const withOr = word.includes('our') ? word.replace(OUR, '$1or') : word;
  return withOr.includes('is') ? izeOf(withOr) : withOr;
}

function izeOf(word: string): string {
  const [, base, ending] = ISE.exec(word) ?? [];
  if (base === undefined || ending === undefined || NEVER_IZE.test(base)) return word;
  return `${base}iz${ending}`;
}

function readFamilies(): Map<string, string> {
  const forms = new Map<string, string>();
  for (const [beginnings, british, american, endings] of FAMILIES) {
    for (const beginning of beginnings.split(' ')) {
      for (const written of endings.split(' ')) {
        const ending = written === '-' ? '' : written;
        forms.set(beginning + british + ending, beginning + american + ending);
      }
    }
  }
  return forms;
}
