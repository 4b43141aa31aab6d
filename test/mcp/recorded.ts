/** An answer as it is recorded: without what is different on every machine and in every version. */
export function normalised(value: unknown): string {
  const keep = (key: string, each: unknown): unknown => {
    if (key === 'version' && typeof each === 'string') return 'VERSION';
    return key === 'io.modelcontextprotocol/serverInfo' ? undefined : each;
  };
  return `${JSON.stringify(value, keep, 2)}\n`;
}
