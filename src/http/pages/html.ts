/** Text that is HTML already. Only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function written(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** A template of HTML: every text that is put into it is escaped, for text and for attributes in quotes alike. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = pieces.map((piece, index) => {
    const part = parts[index];
    return part === undefined ? piece : piece + written(part);
  });
  return { markup: markup.join('') };
}
