import { plainSlug, UNTITLED } from '../library/disk/new-name.ts';
import type { Kind } from '../library/document.ts';
import { frontMatterOf } from '../library/text/front-matter-lines.ts';
import { givenLine, givenText } from './given-text.ts';
import { bodyOf, fenced, quietly } from './section-text.ts';

/** A document that is to be written, and what it is called. */
export interface Draft {
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
}

/** Whose it is, and of which day: `2026-11-22`. */
export interface Credit {
  readonly author: string;
  readonly date: string;
}

/** How somebody did something with AI, as it really went. */
export interface Workflow {
  readonly title: string;
  readonly task: string;
  readonly context?: string | undefined;
  /** In their order. */
  readonly prompts: readonly string[];
  readonly forbidden?: string | undefined;
  readonly fixed?: string | undefined;
  readonly learned?: string | undefined;
  readonly tools?: readonly string[] | undefined;
  readonly minutesBefore?: number | undefined;
  readonly minutesAfter?: number | undefined;
}

/** What AI did for somebody. */
export interface Win {
  readonly title: string;
  readonly what: string;
  /** Who did it, where that is not who shares it. */
  readonly who?: string | undefined;
  readonly savedMinutes?: number | undefined;
  /** Ids of documents and prompts. */
  readonly used?: readonly string[] | undefined;
}

export interface PromptArgument {
  readonly name: string;
  readonly description?: string | undefined;
  readonly required?: boolean | undefined;
  readonly options?: readonly string[] | undefined;
  readonly default?: string | undefined;
}

/** A prompt that others should have. */
export interface Prompt {
  readonly title: string;
  readonly text: string;
  readonly description?: string | undefined;
  /** Without it every placeholder of the text is one. */
  readonly arguments?: readonly PromptArgument[] | undefined;
  readonly notes?: string | undefined;
}

const LONGEST_TITLE = 150;
const LONGEST_LINE = 300;
const LONGEST_NAME = 40;

const lineOf = (text: string): string => givenLine(text, LONGEST_LINE);
const partOf = (text: string | undefined): string => (text === undefined ? '' : quietly(text));

/** The texts that are not blank, each on one line; undefined when there are none. */
function linesOf(texts: readonly string[] | undefined): string[] | undefined {
  const lines = texts?.map(lineOf).filter((line) => line !== '') ?? [];
  return lines.length === 0 ? undefined : lines;
}

export function draftOfWorkflow(workflow: Workflow, { author, date }: Credit): Draft {
  const title = givenLine(workflow.title, LONGEST_TITLE);
  const front = frontMatterOf({
    title,
    kind: 'workflow',
    author: lineOf(author),
    date,
    task: lineOf(workflow.task),
    tools: linesOf(workflow.tools),
    minutes_before: workflow.minutesBefore,
    minutes_after: workflow.minutesAfter,
  });
  // fences keep prompts as they were typed, to be copied
  const prompts = workflow.prompts
    .filter((prompt) => givenText(prompt).trim() !== '')
    .map((prompt, index) => `**Prompt ${index + 1}**\n\n${fenced(prompt)}`);
  const body = bodyOf([
    { heading: 'The task', text: partOf(workflow.task) },
    { heading: 'What context I gave it', text: partOf(workflow.context) },
    { heading: 'The prompts, in order', text: prompts.join('\n\n') },
    { heading: 'What I told it not to do', text: partOf(workflow.forbidden) },
    { heading: 'What I had to fix by hand afterwards', text: partOf(workflow.fixed) },
    { heading: 'What I learned', text: partOf(workflow.learned) },
  ]);
  return { kind: 'workflow', title, text: front + body };
}

export function draftOfWin(win: Win, { author, date }: Credit): Draft {
  const title = givenLine(win.title, LONGEST_TITLE);
  const front = frontMatterOf({
    title,
    kind: 'win',
    author: lineOf(author),
    date,
    who: win.who === undefined ? undefined : lineOf(win.who),
    saved_minutes: win.savedMinutes,
    used: linesOf(win.used),
  });
  return { kind: 'win', title, text: front + bodyOf([{ heading: 'What happened', text: partOf(win.what) }]) };
}

/** The prompt's text stays as it is, but for line ends and for white space at its end. */
export function draftOfPrompt(prompt: Prompt, { author, date }: Credit): Draft {
  const title = givenLine(prompt.title, LONGEST_TITLE);
  const name = plainSlug(title, LONGEST_NAME);
  const front = frontMatterOf({
    title,
    name: name === UNTITLED ? undefined : name,
    kind: 'prompt',
    description: prompt.description === undefined ? undefined : lineOf(prompt.description),
    author: lineOf(author),
    date,
    arguments: prompt.arguments?.map(({ options, ...argument }) => ({
      name: lineOf(argument.name),
      description: argument.description === undefined ? undefined : lineOf(argument.description),
      required: argument.required,
      options: linesOf(options),
      default: argument.default === undefined ? undefined : lineOf(argument.default),
    })),
    notes: linesOf(prompt.notes?.split(/\r\n?|\n/)),
  });
  return { kind: 'prompt', title, text: `${front}${givenText(prompt.text).trimEnd()}\n` };
}
