import type { Entry } from '../../src/journal/entry.ts';
import type { Document } from '../../src/library/document.ts';

// The figures of report and digest once more: slow, by plain loops over whole lists, and with nothing of theirs.

const DAY_MS = 86_400_000;

export const sameName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .split(' ')
    .filter((part) => part !== '')
    .join(' ');

const dateAt = (at: number): string => new Date(at).toISOString().slice(0, 10);
const text = (document: Document, field: string): string | undefined =>
  document.fields[field] === undefined ? undefined : String(document.fields[field]);
const number = (document: Document, field: string): number => Number.parseFloat(text(document, field) ?? 'nothing');
export const authorIn = (document: Document): string | undefined =>
  text(document, 'author')?.trim() ?? document.owner?.trim();

export function withoutDoubles(entries: readonly Entry[]): Entry[] {
  const byId: Record<string, Entry> = {};
  for (const entry of entries) byId[entry.id] = entry;
  return Object.values(byId);
}

const dateIn = (entry: Entry): string => dateAt(entry.at);
const isBetween = (date: string, from: string, to: string): boolean => date >= from && date <= to;

/** Monday to Sunday weeks, as the dates of their days. */
export function weekDays(from: string, to: string): string[][] {
  const weeks: string[][] = [];
  for (let at = Date.parse(from); dateAt(at) <= to; at += DAY_MS) {
    if (new Date(at).getUTCDay() === 1) weeks.push([]);
    weeks.at(-1)?.push(dateAt(at));
  }
  return weeks;
}

/** `all` are the entries of the whole period: a tenth of its members is as many people in each week. */
export function plainWeek(entries: readonly Entry[], all: readonly Entry[], days: readonly string[]) {
  const inWeek = entries.filter((entry) => days.includes(dateIn(entry)));
  const names = [...new Set(inWeek.map(({ member }) => sameName(member)))];
  const counts = names.map((name) => inWeek.filter(({ member }) => sameName(member) === name).length);
  counts.sort((a, b) => b - a);
  const everybody = new Set(all.map(({ member }) => sameName(member))).size;
  let topMembers = 0;
  while (10 * topMembers < everybody) topMembers++;
  const top = counts.slice(0, topMembers).reduce((sum, count) => sum + count, 0);
  const share = inWeek.length === 0 || everybody < 10 ? undefined : top / inWeek.length;
  return { members: names.length, uses: inWeek.length, topShare: share };
}

const foundIn = new WeakMap<readonly Document[], Map<string, Document | undefined>>();

/** The document that an id stands for today; looked for once in each list. */
export function documentNow(id: string, documents: readonly Document[]): Document | undefined {
  const found = foundIn.get(documents) ?? new Map<string, Document | undefined>();
  foundIn.set(documents, found);
  if (!found.has(id)) found.set(id, findNow(id, documents));
  return found.get(id);
}

function findNow(id: string, documents: readonly Document[]): Document | undefined {
  if (id.startsWith('inbox/')) return undefined;
  const exact = documents.find((document) => document.id === id);
  if (exact !== undefined) return exact;
  const name = id.split('/').at(-1) ?? '';
  // 2026-11-22-title-7k2m9x0a.md
  const isMade =
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}-/.test(name) && (name.split('-').at(-1) ?? '').length === '7k2m9x0a.md'.length;
  return isMade ? documents.find((document) => document.id.endsWith(`/${name}`)) : undefined;
}

/** Who used a document on which day, each pair once: `name on date`. */
export function memberDays(
  entries: readonly Entry[],
  isMeant: (id: string) => boolean,
  { from, to }: { from: string; to: string },
): { name: string; date: string }[] {
  const found = new Map<string, { name: string; date: string }>();
  for (const entry of entries) {
    const [name, date] = [sameName(entry.member), dateIn(entry)];
    if (entry.use === 'share' || !isBetween(date, from, to) || !entry.ids.some(isMeant)) continue;
    found.set(`${name} on ${date}`, { name, date });
  }
  return [...found.values()];
}

/** How many members but the author used a document on these days. */
export function plainColleagues(document: Document, days: readonly { name: string }[]): number {
  const author = authorIn(document);
  const names = new Set(days.map(({ name }) => name));
  if (author !== undefined) names.delete(sameName(author));
  return names.size;
}

export function plainGaps(entries: readonly Entry[], from: string, to: string) {
  const groups: Record<string, Entry[]> = {};
  for (const entry of entries) {
    if (entry.use !== 'search' || entry.outcome === 'done' || !isBetween(dateIn(entry), from, to)) continue;
    const words = (entry.words ?? '').toLowerCase().split(/[^a-zäöü]+/);
    const key = [...new Set(words)]
      .filter((word) => word !== '')
      .sort()
      .join('+');
    groups[key] = [...(groups[key] ?? []), entry];
  }
  return Object.values(groups).map((group) => {
    const latest = Math.max(...group.map(({ at }) => at));
    return {
      words: group
        .filter(({ at }) => at === latest)
        .map(({ words }) => words ?? '')
        .sort()[0],
      members: new Set(group.map(({ member }) => sameName(member))).size,
      searches: group.length,
      latest,
    };
  });
}

/** Minutes saved each time; undefined when there is no gain. */
export function plainGain(document: Document): number | undefined {
  const gain = number(document, 'minutes_before') - number(document, 'minutes_after');
  return gain > 0 ? gain : undefined;
}

export function plainWins(documents: readonly Document[], from: string, to: string): Document[] {
  return documents.filter((document) => {
    const date = text(document, 'date')?.slice(0, 10) ?? '';
    return (
      document.kind === 'win' && document.status === 'approved' && !document.isInInbox && isBetween(date, from, to)
    );
  });
}

export const plainMinutes = (win: Document): number | undefined => {
  const minutes = number(win, 'saved_minutes');
  return Number.isNaN(minutes) ? undefined : minutes;
};

export const dateField = (document: Document, field: string): string | undefined => text(document, field)?.slice(0, 10);
