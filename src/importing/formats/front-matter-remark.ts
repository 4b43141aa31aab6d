import type { FrontMatter } from '../../library/text/front-matter.ts';

/** Says why nothing of a file's front matter could be used. */
export function remarkOnFrontMatter({ isIntact, diagnostics }: FrontMatter): string[] {
  if (isIntact) return [];
  const [first] = diagnostics;
  const reason = first === undefined ? '' : ` Line ${first.line}: ${first.message}`;
  return [`What stands between the "---" lines could not be read, so only the text is carried over.${reason}`];
}
