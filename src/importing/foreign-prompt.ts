/** A piece of a prompt's text. Names are those of the source. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly name: string }
  | {
      readonly type: 'if';
      readonly name: string;
      readonly given: readonly Piece[];
      readonly otherwise: readonly Piece[];
    };

/** Who says something in a prompt. */
export type Speaker = 'system' | 'user' | 'assistant';

export interface Turn {
  readonly speaker: Speaker;
  readonly pieces: readonly Piece[];
}

/** What a prompt asks for. */
export interface Variable {
  readonly name: string;
  readonly description?: string;
  readonly options?: readonly string[];
  readonly default?: string;
  readonly isOptional?: boolean;
}

/** A prompt of another tool, in terms that all formats share. */
export interface ForeignPrompt {
  readonly title: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly authors?: readonly string[];
  /** What the source declares, in its order; names that only occur in the text need not be here. */
  readonly variables?: readonly Variable[];
  readonly turns: readonly Turn[];
  /** Sentences: what is different now, or is not carried over. */
  readonly remarks: readonly string[];
}

/** A file of another tool, and what lies beside it. */
export interface PromptSource {
  /** As the report names it, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The paths of files that belong to it, from its own folder on. */
  readonly beside: readonly string[];
  /** Of a pattern in two files, the second one. */
  readonly continuation?: string;
}

/** One prompt that a source turned out to hold, or why it cannot be had. */
export type Reading =
  | { readonly type: 'prompt'; readonly prompt: ForeignPrompt; readonly part?: string }
  /** It is written in our own format and stays as it is. */
  | { readonly type: 'ours'; readonly title: string }
  | { readonly type: 'none'; readonly reason: string; readonly part?: string };

export const textPiece = (text: string): Piece => ({ type: 'text', text });

/** One turn of the user with these pieces. */
export const userTurn = (pieces: readonly Piece[]): readonly Turn[] => [{ speaker: 'user', pieces }];
