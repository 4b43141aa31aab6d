import type { CallToolResult, Tool as ListedTool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Caller, Used } from './recording.ts';
import type { Surface } from './surface.ts';

/** What a tool gives: an object that clients get both as structure and as text, or only a text; and what it used for that. */
export type ToolAnswer = ({ readonly structure: Record<string, unknown> } | { readonly text: string }) & {
  readonly used?: Used;
};

/** One tool, as a constant: nothing from the library gets into it. */
export interface Tool {
  readonly listed: ListedTool;
  /** It makes a new file, for which somebody has to be responsible; not offered where nothing may be written. */
  readonly isWriting: boolean;
  /** Throws a Refusal for arguments that it cannot take. */
  call(given: unknown, surface: Surface, caller: Caller): Promise<ToolAnswer>;
}

/** No answer is longer than this many characters: about 25,000 tokens, where clients cut. */
export const LONGEST_ANSWER = 80_000;

/** The schema as clients read it; JSON knows no functions, so what comes back is plain. */
function jsonSchemaOf(schema: z.ZodObject, io: 'input' | 'output'): ListedTool['inputSchema'] {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return JSON.parse(JSON.stringify(rest));
}

function describeArguments(schema: z.ZodObject): string {
  return Object.entries(schema.shape)
    .map(
      ([name, field]) =>
        `${name}${field.safeParse(undefined).success ? '' : ' (required)'}: ${field.description ?? ''}`,
    )
    .join('\n- ');
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    given,
  );
}

/** One thing wrong with what a model sent, in words that it can act on. */
function describeIssue(issue: z.core.$ZodIssue, given: unknown): string {
  const name = issue.path.join('.') || 'arguments';
  if (issue.code === 'invalid_type')
    return valueAt(given, issue.path) === undefined
      ? `${name} is missing`
      : `${name} must be of the type ${issue.expected}`;
  if (issue.code === 'too_small')
    return `${name} must be at least ${issue.minimum}${issue.origin === 'string' ? ' characters long' : ''}`;
  if (issue.code === 'too_big')
    return `${name} must be at most ${issue.maximum}${issue.origin === 'array' ? ' entries' : ''}`;
  if (issue.code === 'invalid_value') return `${name} must be one of ${issue.values.join(', ')}`;
  return `${name} cannot be used`;
}

const FORM = z.object({ type: z.string().optional(), enum: z.array(z.string()).optional() });

/** A value as it was surely meant: a list of one, a number that came as text, a choice in another case or in the plural. */
function meant(value: unknown, form: z.output<typeof FORM>): unknown {
  if (typeof value !== 'string') return value;
  if (form.type === 'array') return [value];
  const number = Number(value);
  if ((form.type === 'integer' || form.type === 'number') && !Number.isNaN(number)) return number;
  const word = value.trim().toLowerCase();
  return form.enum?.find((choice) => choice === word || `${choice}s` === word) ?? value;
}

/** What a model sent, without the blanks that some clients send for whatever is not given. */
function generous(given: unknown, forms: ListedTool['inputSchema']['properties'] = {}): Record<string, unknown> {
  const entries = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  const filled = entries.filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(
    filled.map(([name, value]) => [name, meant(value, FORM.safeParse(forms[name]).data ?? {})]),
  );
}

/** A person has to agree each time: what is written is read by colleagues' assistants too. */
const ASKS_FIRST = { 'anthropic/requiresUserInteraction': true };

/** Puts a tool together. Ours know nothing but the library; they read, or make a new file and change none. */
export function defineTool<Input extends z.ZodObject>(tool: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output?: z.ZodObject;
  readonly meta?: Record<string, unknown>;
  readonly isWriting?: boolean;
  readonly run: (input: z.output<Input>, surface: Surface, caller: Caller) => Promise<ToolAnswer>;
}): Tool {
  const { isWriting = false } = tool;
  const listed: ListedTool = {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: jsonSchemaOf(tool.input, 'input'),
    ...(tool.output === undefined ? {} : { outputSchema: jsonSchemaOf(tool.output, 'output') }),
    annotations: {
      title: tool.title,
      readOnlyHint: !isWriting,
      destructiveHint: false,
      idempotentHint: !isWriting,
      openWorldHint: false,
    },
    ...(tool.meta === undefined && !isWriting ? {} : { _meta: { ...tool.meta, ...(isWriting && ASKS_FIRST) } }),
  };
  return {
    listed,
    isWriting,
    async call(given, surface, caller) {
      const read = tool.input.safeParse(generous(given, listed.inputSchema.properties));
      if (read.success) return tool.run(read.data, surface, caller);
      const wrong = read.error.issues.map((issue) => describeIssue(issue, given)).join('; ');
      throw new Refusal(
        `${tool.name} cannot take these arguments (${wrong}). It takes:\n- ${describeArguments(tool.input)}`,
      );
    },
  };
}

/** The protocol's form of what a tool gave. The only place that builds it. */
export function resultOf(answer: ToolAnswer): CallToolResult {
  if ('text' in answer) return { content: [{ type: 'text', text: answer.text }] };
  return { content: [{ type: 'text', text: JSON.stringify(answer.structure) }], structuredContent: answer.structure };
}

/** A refusal, in the form in which a model reads it and can do better. */
export function refusalResult(refusal: Refusal): CallToolResult {
  return { content: [{ type: 'text', text: refusal.message }], isError: true };
}
