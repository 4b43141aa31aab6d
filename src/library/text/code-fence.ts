/** What opened a fenced block of code: its backticks or tildes, and the column at which the text around it begins. */
export interface Fence {
  readonly mark: string;
  readonly base: number;
}

/** The mark with which a line opens a fence, given without its indentation and list marks; undefined when it opens none. */
export function openingFence(text: string): string | undefined {
  const mark = /^(?:`{3,}|~{3,})/.exec(text)?.[0];
  return mark?.startsWith('`') && text.includes('`', mark.length) ? undefined : mark;
}

/** Whether a line closes a fence, given without its indentation, which is `indent` columns wide. */
export function closesFence(fence: Fence, { text, indent }: { text: string; indent: number }): boolean {
  const marks = text.trimEnd();
  const [mark = ''] = fence.mark;
  return indent - fence.base <= 3 && marks.length >= fence.mark.length && marks === mark.repeat(marks.length);
}
