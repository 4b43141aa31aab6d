/** The names on the wire of the prompts that come with this program. */
export const BUILT_INS = ['start-here', 'share-how-i-did-this', 'ai-win', 'ai-win-of-the-week'] as const;
export type BuiltIn = (typeof BUILT_INS)[number];
