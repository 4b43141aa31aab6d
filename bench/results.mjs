// RESULTS.md: every benchmark writes its own section of it, with the machine it ran on.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, 'RESULTS.md');
const OPENING = '# Results\n\nWritten by the benchmarks themselves; each replaces its own section.\n';

/** A table in Markdown whose columns line up, so that it can be read on a terminal as well. */
export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

/** Taken when the benchmark starts: what others keep the processors busy with is in every time. */
const [BUSY] = loadavg();

/** Which machine and how busy it was before, which Node, which day. */
export function describeRun() {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${day} · ${processor?.model ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, load ${BUSY.toFixed(1)} before the start · Node ${process.version} on ${process.platform} ${process.arch}`;
}

/** Puts a section in place of the one that has this name, or at the end. */
export function writeSection(name, text) {
  const [begin, end] = [`<!-- ${name} begins -->`, `<!-- ${name} ends -->`];
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : OPENING;
  const section = `${begin}\n${text.trim()}\n${end}\n`;
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  if (from < 0 || to < 0) writeFileSync(FILE, `${before.trimEnd()}\n\n${section}`);
  else writeFileSync(FILE, `${before.slice(0, from)}${section}${before.slice(to + end.length).replace(/^\n/, '')}`);
}
