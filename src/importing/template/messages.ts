import { type Piece, type Speaker, type Turn, textPiece } from '../foreign-prompt.ts';

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly pieces: readonly Piece[];
}

/** What of a conversation our format has: messages of the user and the assistant. */
export interface Conversation {
  /** One message of the user where the assistant says nothing. */
  readonly messages: readonly Message[];
  readonly remarks: readonly string[];
}

/** Pieces in which no text follows another. */
function withJoinedTexts(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let texts: string[] = [];
  for (const piece of [...pieces, undefined]) {
    if (piece?.type === 'text') {
      texts.push(piece.text);
      continue;
    }
    if (texts.length > 0) joined.push(textPiece(texts.join('')));
    texts = [];
    if (piece !== undefined) joined.push(piece);
  }
  return joined;
}

/** Without the blank lines at its beginning; the indentation of the first line stays. */
function withoutBlankLines(text: string): string {
  const first = text.search(/\S/);
  const before = first < 0 ? text : text.slice(0, first);
  return text.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}

/** Pieces without the blank lines around them; none when they are blank. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const joined = withJoinedTexts(pieces);
  if (joined.every((piece) => piece.type === 'text' && piece.text.trim() === '')) return [];
  return joined
    .map((piece, index, { length }): Piece => {
      if (piece.type !== 'text') return piece;
      const begun = index === 0 ? withoutBlankLines(piece.text) : piece.text;
      return textPiece(index === length - 1 ? begun.trimEnd() : begun);
    })
    .filter((piece) => piece.type !== 'text' || piece.text !== '');
}

/** The pieces of several turns, a blank line between two. */
function together(turns: readonly (readonly Piece[])[]): readonly Piece[] {
  return turns.flatMap((pieces, index) => (index === 0 ? pieces : [{ type: 'text', text: '\n\n' }, ...pieces]));
}

/** Brings turns into our form: what the system says goes first, and a conversation stays one. */
export function arrange(turns: readonly Turn[]): Conversation {
  const said = turns
    .map(({ speaker, pieces }) => ({ speaker, pieces: trimmed(pieces) }))
    .filter(({ pieces }) => pieces.length > 0);
  const of = (speaker: Speaker) => said.filter((turn) => turn.speaker === speaker).map(({ pieces }) => pieces);
  const system = of('system');
  const others = said.filter((turn) => turn.speaker !== 'system');
  const remarks: string[] = [];
  if (system.length > 0 && others.length > 0) {
    remarks.push('The system text stands first in the message of the user, since prompts here have no system text.');
  }
  if (of('assistant').length === 0) {
    return { messages: [{ role: 'user', pieces: together([...system, ...of('user')]) }], remarks };
  }
  const messages = others.map(({ speaker, pieces }): Message => {
    return { role: speaker === 'assistant' ? 'assistant' : 'user', pieces };
  });
  if (system.length === 0) return { messages, remarks };
  const [first, ...rest] = messages;
  if (first?.role !== 'user') return { messages: [{ role: 'user', pieces: together(system) }, ...messages], remarks };
  return { messages: [{ role: 'user', pieces: together([...system, first.pieces]) }, ...rest], remarks };
}
