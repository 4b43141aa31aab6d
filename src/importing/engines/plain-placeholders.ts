import { type Piece, textPiece, type Variable } from '../foreign-prompt.ts';

/** What a placeholder asks for. */
export interface Placeholder {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

/** `{{ name }}` with two braces on either side, as most tools write what is to be filled in. */
export const BRACES =
  /(?<![\\{])\{\{[^\S\r\n]{0,20}(?<name>[\p{L}_][\p{L}\p{M}\p{N}_-]{0,99})[^\S\r\n]{0,20}\}\}(?!\})/gu;

/** Cuts a text at its placeholders. `read` answers with undefined for what only looks like one. */
export function cutAt(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Placeholder | undefined,
): { pieces: readonly Piece[]; variables: readonly Variable[] } {
  const pieces: Piece[] = [];
  const variables = new Map<string, Variable>();
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const placeholder = read(match);
    if (placeholder === undefined) continue;
    pieces.push(textPiece(text.slice(from, match.index)), { type: 'value', name: placeholder.name });
    from = match.index + match[0].length;
    variables.set(placeholder.name, merged(variables.get(placeholder.name), placeholder));
  }
  pieces.push(textPiece(text.slice(from)));
  return { pieces, variables: [...variables.values()] };
}

/** What is said at the first place counts. */
function merged(known: Variable | undefined, { name, description, default: byDefault }: Placeholder): Variable {
  return {
    name,
    description: known?.description ?? description,
    default: known?.default ?? byDefault,
  };
}

/** The placeholder that a match of a pattern with a group `name` is. */
export function named(match: RegExpExecArray): Placeholder | undefined {
  const name = match.groups?.['name'];
  return name === undefined || name === 'else' ? undefined : { name };
}
