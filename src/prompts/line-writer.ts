import { Refusal } from '../refusal.ts';

/** The longest text that a prompt may come to, in characters. */
export const LONGEST_RESULT = 400_000;

/**
 * Puts a text together line by line, and leaves out the lines that have nothing to say: those whose values are all
 * blank, and those that hold tags and come to nothing. A line ends where the template's line ends; a line break within a
 * value does not end it.
 */
export interface LineWriter {
  /** Text of the template, as it stands. */
  readonly text: (text: string) => void;
  readonly value: (value: string) => void;
  /** What an include put in; empty when there was nothing. */
  readonly included: (text: string) => void;
  /** The tag of a block. */
  readonly tag: () => void;
  /** Ends the last line and gives the whole. */
  readonly end: () => string;
}

interface Line {
  readonly pieces: string[];
  hasTag: boolean;
  hasValue: boolean;
  /** A value or an include that is not blank. */
  hasContent: boolean;
}

function newLine(): Line {
  return { pieces: [], hasTag: false, hasValue: false, hasContent: false };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function isLeftOut(line: Line): boolean {
  if (line.hasContent) return false;
  return line.hasValue || (line.hasTag && line.pieces.every(isBlank));
}

export function lineWriter(): LineWriter {
  const lines: string[] = [];
  let line = newLine();
  let length = 0;

  const put = (piece: string): void => {
    length += piece.length;
    if (length > LONGEST_RESULT) {
      throw new Refusal(
        `With these values the prompt comes to more than ${LONGEST_RESULT} characters. Give shorter ones.`,
      );
    }
    line.pieces.push(piece);
  };
  const endLine = (): void => {
    const text = line.pieces.join('');
    if (isLeftOut(line)) length -= text.length;
    else lines.push(text);
    line = newLine();
  };

  return {
    text(text) {
      let from = 0;
      for (const { 0: ending, index } of text.matchAll(/\r\n?|\n/g)) {
        put(text.slice(from, index + ending.length));
        endLine();
        from = index + ending.length;
      }
      if (from < text.length) put(text.slice(from));
    },
    value(value) {
      line.hasValue = true;
      if (!isBlank(value)) line.hasContent = true;
      put(value);
    },
    included(text) {
      line.hasTag = true;
      if (!isBlank(text)) line.hasContent = true;
      put(text);
    },
    tag() {
      line.hasTag = true;
    },
    end() {
      endLine();
      return lines.join('');
    },
  };
}
