const BASE = 'team://library/';
/** The template that covers every document. */
export const DOCUMENT_TEMPLATE = `${BASE}{+path}`;
export const STATUS_URI = 'team://status';
export const DIGEST_URI = 'team://digest';
/** Longer URIs are refused before anything looks at them. */
export const LONGEST_URI = 2_048;

/** The URI of a document, or of one section: every segment of the path percent-encoded, so that URI and file are one to one. */
export function uriOf(id: string, anchor = ''): string {
  const path = id.split('/').map(encodeURIComponent).join('/');
  return `${BASE}${path}${anchor === '' ? '' : `#${encodeURIComponent(anchor)}`}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path with an optional `#anchor`, from a URI of ours or from a path as people write it. Never a file name: it is looked up. */
export function referenceFrom(text: string): { path: string; anchor: string } {
  const trimmed = text.trim();
  const isUri = trimmed.toLowerCase().startsWith(BASE);
  const rest = isUri ? trimmed.slice(BASE.length) : trimmed;
  const cut = rest.indexOf('#');
  const [path, anchor] = cut < 0 ? [rest, ''] : [rest.slice(0, cut), rest.slice(cut + 1)];
  return isUri ? { path: decoded(path), anchor: decoded(anchor) } : { path, anchor };
}
