import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOfSection } from '../../../src/library/document.ts';
import { lookUp } from '../../../src/library/find.ts';
import type { Surface } from '../../../src/mcp/surface.ts';
import { PROJECT } from '../../processes.ts';
import { asRead, type Desk, holds, openTools, withBrief, withSearches } from './assistant.ts';
import { TASKS, type Task } from './tasks.ts';

let tools: Surface & { close(): Promise<void> };
beforeAll(async () => {
  tools = await openTools(PROJECT);
});
afterAll(() => tools.close());

interface Row {
  readonly task: Task;
  readonly brief: Desk;
  readonly sections: Desk;
  readonly documents: Desk;
}

const met = (task: Task, desk: Desk): number => task.needs.filter((need) => holds(desk, need)).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function tableOf(rows: readonly Row[]): string {
  const cells = (name: string, needs: number, desks: readonly (readonly [number, number])[]): string =>
    [
      name.padEnd(18),
      String(needs).padStart(5),
      ...desks.map(([had, chars]) => `${String(had).padStart(4)} in ${String(chars).padStart(6)}`),
    ].join(' | ');
  const lines = rows.map(({ task, brief, sections, documents }) =>
    cells(
      task.name,
      task.needs.length,
      [brief, sections, documents].map((desk) => [met(task, desk), desk.chars] as const),
    ),
  );
  const totals = (['brief', 'sections', 'documents'] as const).map(
    (way) => [sum(rows.map((row) => met(row.task, row[way]))), sum(rows.map((row) => row[way].chars))] as const,
  );
  const head = `${''.padEnd(18)} | needs | build_brief    | 6 searches and first sections | … and first documents`;
  return [head, ...lines, cells('all', sum(rows.map(({ task }) => task.needs.length)), totals)].join('\n');
}

test('every need stands in the library as it is written down', () => {
  const wrong = TASKS.flatMap(({ needs }) => needs).filter(({ id, says }) => {
    const [path = '', anchor = ''] = id.split('#');
    const found = lookUp(tools.library.current(), path, anchor);
    if (found.type !== 'found') return true;
    const text = found.section === undefined ? found.document.body : textOfSection(found.document, found.section);
    return says !== undefined && !asRead(text).includes(asRead(says));
  });
  expect(wrong).toEqual([]);
});

let rows: readonly Row[];
beforeAll(async () => {
  const read: Row[] = [];
  for (const task of TASKS) {
    read.push({
      task,
      brief: await withBrief(task, tools),
      sections: await withSearches(task, tools, 'section'),
      documents: await withSearches(task, tools, 'document'),
    });
  }
  rows = read;
});

const total = (way: 'brief' | 'sections' | 'documents'): number => sum(rows.map((row) => met(row.task, row[way])));
const chars = (way: 'brief' | 'sections' | 'documents'): number => sum(rows.map((row) => row[way].chars));

test('a brief gives no less of what each of ten tasks needs than six searches with the first sections, and ten give half as much again', () => {
  for (const { task, brief, sections } of rows) {
    expect(met(task, brief), `${task.name}\n${tableOf(rows)}`).toBeGreaterThanOrEqual(met(task, sections));
  }
  expect(total('brief'), tableOf(rows)).toBeGreaterThanOrEqual(1.5 * total('sections'));
});

test('ten briefs give more of what their tasks need than six searches each with the first documents', () => {
  expect(total('brief'), tableOf(rows)).toBeGreaterThan(total('documents'));
});

test('briefs take at most two fifths of the characters of the sections, and a third of those of the documents', () => {
  expect(chars('brief'), tableOf(rows)).toBeLessThanOrEqual((chars('sections') * 2) / 5);
  expect(chars('brief'), tableOf(rows)).toBeLessThanOrEqual(chars('documents') / 3);
});

test('each brief gives at least three fifths of what its task needs', () => {
  for (const { task, brief } of rows) {
    expect(met(task, brief) / task.needs.length, `${task.name}\n${tableOf(rows)}`).toBeGreaterThanOrEqual(3 / 5);
  }
});

test('a short brief on a price has the rules that limit what is said of prices', async () => {
  const request = { task: 'Write the email that announces our price increase', max_chars: 3_000 };
  const { text } = await withBrief({ name: 'price', request, needs: [], queries: [] }, tools);
  expect(text).toContain('> Prices and bills.');
  expect(text).toContain('> Prices as in product names');
});
