import type { ParseArgsConfig } from 'node:util';

/** What somebody typed after the command's name. */
export interface Typed {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** One command of the command line. Its help says everything that it accepts. */
export interface Command {
  /** Shown by `--help`. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Answers with the exit code. Throws a Refusal for what cannot be had. */
  run(typed: Typed): Promise<number>;
}

export const EXIT = { ok: 0, found: 1, refused: 2, fault: 70 } as const;
