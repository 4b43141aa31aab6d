import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts';
import { isFieldLike, type Opening } from './fence.ts';
import { lineStarts, linesOf, placeAt } from './lines.ts';
import { oneLine } from './one-line.ts';
import { explainYamlFault } from './yaml-fault.ts';
import { LIMITS } from './yaml-limits.ts';

type Unread = Extract<Opening, { kind: 'language' | 'unclosed' }>;

/** What is wrong with front matter that was not even read as YAML. */
export function diagnoseOpening(opening: Unread, path: string): Diagnostic {
  const { line } = opening;
  if (opening.kind === 'language') {
    const message = `The front matter is written in "${oneLine(opening.language)}", which is not read.`;
    const hint = 'Type only --- in this line, and the fields below it as "title: My page".';
    return diagnose('front-matter-language', { path, place: { line, column: 4 } }, { message, hint });
  }
  const message = 'The front matter that begins at this line has no closing "---" line.';
  const hint = `Type --- on a line of its own below line ${opening.lastFieldLine}.`;
  return diagnose('front-matter-unclosed', { path, place: { line, column: 1 } }, { message, hint });
}

/** Two rules with text or a list between them, at the top of a file. */
export function diagnoseNoFields(place: Place, path: string): Diagnostic {
  const message = 'The lines between the two "---" lines at the top are not fields, so they are read as text.';
  const hint = 'Write each field as "title: My page", or type *** in place of --- if it is meant as a rule.';
  return diagnose('front-matter-not-settings', { path, place }, { message, hint });
}

/** Lines such as `title:Foo`, which make a whole block one text. `line` is the line of the file on which it begins. */
export function diagnoseUnjoinedFields({ source, line }: { source: string; line: number }, path: string): Diagnostic[] {
  const starts = lineStarts(source);
  const found: Diagnostic[] = [];
  for (const { start, end } of linesOf(source)) {
    if (!isFieldLike(source.slice(start, end)) || found.length === LIMITS.diagnostics) continue;
    const text = explainYamlFault({ code: 'MULTILINE_IMPLICIT_KEY', message: '', offset: start }, source);
    found.push(diagnose('front-matter-not-settings', { path, place: placeAt(starts, text.offset, line) }, text));
  }
  return found;
}
