import { createHash } from 'node:crypto';
import type { Document } from '../src/library/document.ts';
import { parse } from '../src/library/parse.ts';
import { type Snapshot, takeSnapshot } from '../src/library/snapshot.ts';
import { DEFAULT_SETTINGS } from '../src/settings.ts';

const MODIFIED = Date.UTC(2026, 0, 2);

/** A library with these files, by id, as it is when a folder with them has been read. */
export function libraryOf(files: Readonly<Record<string, string>>): Snapshot {
  const documents: Document[] = [];
  const diagnostics = Object.entries(files).flatMap(([id, text]) => {
    const bytes = new TextEncoder().encode(text);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const parsed = parse({ id, bytes, hash, modified: MODIFIED });
    if (parsed.document !== undefined) documents.push(parsed.document);
    return parsed.diagnostics;
  });
  return takeSnapshot({ documents, settings: DEFAULT_SETTINGS, diagnostics });
}
