/** A place that looks like a secret, and what it looks like; never the secret itself. */
export interface Secret {
  readonly start: number;
  /** With its article: "a Stripe key". */
  readonly kind: string;
}

/** Keys that their makers gave a form of their own. */
const FORMS: readonly (readonly [kind: string, form: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g],
  ['an AWS access key', /\b(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}\b/g],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{50})/g],
  ['a GitLab token', /\bglpat-[\w-]{20}/g],
  ['a Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}|\bxapp-\d-[A-Za-z0-9-]{10,250}/g],
  ['the address of a Slack webhook', /hooks\.slack\.com\/services\/T\w{5,20}\/B\w{5,20}\/\w{16,40}/g],
  ['a Stripe key', /\b(?:[sr]k_(?:live|test)_|whsec_)[A-Za-z0-9]{16,250}/g],
  ['a Google key', /\bAIza[\w-]{35}/g],
  ['a SendGrid key', /\bSG\.[\w-]{16,64}\.[\w-]{16,64}/g],
  ['an API key', /\bsk-[A-Za-z0-9_-]{20,250}/g],
];

/** `password: …`, `API_KEY = "…"` and the like. */
const NAMED =
  /(?<![A-Za-z])(?:pass(?:word|wd|phrase)|pwd|secret|api[ _-]?key|access[ _-]?key|(?:auth|access|api|bearer)[ _-]?token)\b["']?[ \t]{0,3}[:=][ \t]{0,3}["'`]?([^\s"'`<>]{8,200})/gi;

/** The first places of a text that look like secrets, at most `most` of each kind. Never throws. */
export function findSecrets(text: string, most: number): Secret[] {
  const found: Secret[] = [];
  for (const [kind, form] of FORMS) {
    const isKey = (key: string) => kind !== 'an API key' || isRandom(key);
    for (const match of firstMatches(text, form, { most, isKey })) found.push({ start: match.index, kind });
  }
  for (const match of firstMatches(text, NAMED, { most, isKey: isRandom })) {
    const start = match.index + match[0].length - (match[1] ?? '').length;
    const isKnown = found.some((secret) => Math.abs(secret.start - start) < 8);
    if (!isKnown) found.push({ start, kind: 'a password or a key' });
  }
  return found;
}

function firstMatches(text: string, form: RegExp, wanted: { most: number; isKey: (value: string) => boolean }) {
  const matches: RegExpExecArray[] = [];
  for (const match of text.matchAll(form)) {
    if (wanted.isKey(match[1] ?? match[0]) && matches.push(match) === wanted.most) break;
  }
  return matches;
}

const PLACEHOLDER = /\{\{|\$\{|%[({]|\*\*\*|\.\.\.|…|:\/\/|x{4}|example|your|placeholder|changeme/i;

/** Nobody writes such a value as a word: characters of three sorts, or a long one of letters and figures, all mixed. */
function isRandom(value: string): boolean {
  if (PLACEHOLDER.test(value)) return false;
  const sorts = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((sort) => sort.test(value)).length;
  const isMixed = /\d/.test(value) && /[A-Za-z]/.test(value);
  return isMixed && (sorts >= 3 || value.length >= 20) && bitsOf(value) >= 2.9;
}

/** Shannon's entropy of the characters of a value, in bits a character. */
function bitsOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (bits, count) => bits - (count / value.length) * Math.log2(count / value.length),
    0,
  );
}
