const LONGEST_BAR = 20;

/** A share from 0 to 1 as `62 %`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** A share from 0 to 1 as a bar of characters, so that a column of them is a curve. */
export function barOf(share: number): string {
  return '█'.repeat(Math.max(1, Math.round(LONGEST_BAR * share)));
}

/** A table in Markdown. No cell may hold a line end or a `|`. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
