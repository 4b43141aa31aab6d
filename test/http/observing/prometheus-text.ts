import { expect } from 'vitest';

export interface ReadSample {
  /** With what a histogram adds to it. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ReadFamily {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: readonly ReadSample[];
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(,|$)/;
const VALUE = /^(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[-+]Inf|NaN)$/;

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}

function fail(line: string): never {
  throw new Error(`This is no line of the exposition format: ${JSON.stringify(line)}`);
}

function readLabels(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== ''; ) {
    const [whole, name = '', value = '', comma] = LABEL.exec(rest) ?? fail(line);
    if (Object.hasOwn(labels, name)) fail(line);
    labels[name] = withoutEscapes(value);
    rest = rest.slice(whole.length);
    if (comma === ',' && rest === '') fail(line);
  }
  return labels;
}

function readNumber(text: string, line: string): number {
  if (!VALUE.test(text)) fail(line);
  return Number(text.replace('Inf', 'Infinity'));
}

function readSample(line: string): ReadSample {
  const open = line.indexOf('{');
  const close = line.lastIndexOf('}');
  const [head, labels, tail] =
    open === -1
      ? [line.slice(0, line.indexOf(' ')), '', line.slice(line.indexOf(' '))]
      : [line.slice(0, open), line.slice(open + 1, close), line.slice(close + 1)];
  if (!NAME.test(head) || !tail.startsWith(' ')) fail(line);
  return { name: head, labels: readLabels(labels, line), value: readNumber(tail.slice(1), line) };
}

function endingsOf(type: string): readonly string[] {
  return type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
}

/** Reads a page and fails at the first thing that the format does not allow. */
export function readExposition(text: string): ReadFamily[] {
  expect(text === '' || text.endsWith('\n')).toBe(true);
  const families: (ReadFamily & { samples: ReadSample[] })[] = [];
  const lines = text.split('\n').slice(0, -1);
  for (let at = 0; at < lines.length; ) {
    const [, name = '', help = ''] = /^# HELP (\S+) (.+)$/.exec(lines[at] ?? '') ?? fail(lines[at] ?? '');
    const [, named, type = ''] =
      /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(lines[at + 1] ?? '') ?? fail(lines[at + 1] ?? '');
    if (!NAME.test(name) || named !== name || families.some((family) => family.name === name)) fail(lines[at] ?? '');
    const family = { name, help: withoutEscapes(help), type, samples: [] as ReadSample[] };
    families.push(family);
    for (at += 2; at < lines.length && !lines[at]?.startsWith('#'); at++) {
      const sample = readSample(lines[at] ?? '');
      if (!endingsOf(type).some((ending) => sample.name === name + ending)) fail(lines[at] ?? '');
      family.samples.push(sample);
    }
    expect(family.samples.length).toBeGreaterThan(0);
  }
  return families;
}

/** The value of one series; fails when there is not exactly one. */
export function seriesOf(
  families: readonly ReadFamily[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  const found = families
    .flatMap(({ samples }) => samples)
    .filter((sample) => sample.name === name)
    .filter(
      (sample) =>
        JSON.stringify(Object.entries(sample.labels).sort()) === JSON.stringify(Object.entries(labels).sort()),
    );
  expect(found, `${name} ${JSON.stringify(labels)}`).toHaveLength(1);
  return found[0]?.value ?? Number.NaN;
}
