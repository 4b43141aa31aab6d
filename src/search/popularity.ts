/** How much a document that many use is worth more than the same one that nobody uses: enough to order equals. */
const MOST_LIFT = 0.05;
/** So many members besides the first one give all of it. */
const MANY = 15;

/** The factor by which use raises a document, from 1 to 1.05. `members` is how many used it lately; one alone raises nothing. */
export function liftOf(members: number): number {
  const others = Math.min(MANY, Math.max(0, members - 1));
  return 1 + (MOST_LIFT * Math.log2(1 + others)) / Math.log2(1 + MANY);
}
