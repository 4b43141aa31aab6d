/** What was passed over because of its type, as a sentence; nothing when there is nothing of the kind. */
export function describePassedOver(
  passedOver: Readonly<Record<string, number>>,
  reason = 'only Markdown and plain text are served',
): string | undefined {
  const types = Object.entries(passedOver).sort(([, a], [, b]) => b - a);
  if (types.length === 0) return undefined;
  const shown = types.slice(0, 6).map(([type, count]) => `${count} ${type}`);
  return `Passed over, because ${reason}: ${shown.join(', ')}${types.length > 6 ? ' and others' : ''}.`;
}
