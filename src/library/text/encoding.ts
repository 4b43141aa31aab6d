import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts';
import { lineStarts, placeAt } from './lines.ts';

/** A file's text, absent when the file is not text, and what an editor has to know about its encoding. */
export interface Decoded {
  readonly text?: string;
  readonly diagnostics: Diagnostic[];
}

const REPLACEMENT = '\uFFFD';

/** How files begin that are not text, as one character a byte. */
const SIGNATURES: readonly (readonly [start: string, kind: string])[] = [
  ['\x89PNG\r\n\x1a\n', 'a PNG image'],
  ['GIF87a', 'a GIF image'],
  ['GIF89a', 'a GIF image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive or an Office document'],
  ['PK\x05\x06', 'a ZIP archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an Office document'],
  ['{\\rtf', 'a Rich Text (RTF) document'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['\x7fELF', 'a program'],
  ['bplist00', 'a property list'],
  ['SQLite format 3\x00', 'a database'],
];
const LONGEST_SIGNATURE = Math.max(...SIGNATURES.map(([start]) => start.length));

/** Bytes 0x80 to 0x9F of Windows-1252; those without a character are U+FFFD. */
const WINDOWS_1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/**
 * Reads a file's bytes as text. UTF-8 and, where a byte order mark says so, UTF-16 are understood; other bytes are
 * replaced or read as Windows-1252 and reported. One byte order mark is dropped; line ends stay as they are.
 */
export function decode(bytes: Uint8Array, path: string): Decoded {
  const kind = kindOf(bytes);
  if (kind !== undefined) return refused(path, `The file is ${kind}, not text.`);
  const { text, diagnostics } = decodeUtf16(bytes, path) ?? decodeUtf8(bytes, path) ?? decodeOther(bytes, path);
  if (isMostlyControl(text)) return refused(path, 'The file holds bytes that are not text.');
  return withoutNul(text, path, diagnostics);
}

type Readable = Decoded & { readonly text: string };

function refused(path: string, message: string): Decoded {
  const hint = 'Move it out of the library, or save its text as Markdown in UTF-8.';
  return { diagnostics: [diagnose('file-not-text', { path }, { message, hint })] };
}

function kindOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST_SIGNATURE));
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
}

function decodeUtf16(bytes: Uint8Array, path: string): Readable | undefined {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return undefined;
  const text = new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(bytes);
  const fault = { message: 'The file is saved as UTF-16.', hint: 'Save the file as UTF-8.' };
  return { text, diagnostics: [notUtf8(path, fault)] };
}

function decodeUtf8(bytes: Uint8Array, path: string): Readable | undefined {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    const { broken, whole, first } = surveyUtf8(bytes);
    if (whole < broken && !startsWithBom(bytes)) return undefined;
    const text = new TextDecoder().decode(bytes);
    const place = placeIn(text, new TextDecoder().decode(bytes.subarray(0, first)).length);
    const many =
      broken > 1 ? `${broken} characters cannot be read, the first of them here` : 'A character here cannot be read';
    const message = `${many}; "${REPLACEMENT}" is shown instead.`;
    const hint = `Type what is meant in place of "${REPLACEMENT}" and save the file as UTF-8.`;
    return { text, diagnostics: [notUtf8(path, { message, hint, place })] };
  }
}

/** Every byte is a character in Windows-1252: what older Windows programs write in western Europe and the Americas. */
function decodeOther(bytes: Uint8Array, path: string): Readable {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const text = latin1.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? REPLACEMENT);
  const place = placeIn(text, surveyUtf8(bytes).first);
  const message =
    'The file is not saved as UTF-8; from here on its accents and special characters were guessed (Windows-1252).';
  const hint = 'Save the file as UTF-8, and look at its accents and special characters afterwards.';
  return { text, diagnostics: [notUtf8(path, { message, hint, place })] };
}

const placeIn = (text: string, offset: number) => placeAt(lineStarts(text), offset);

function notUtf8(path: string, fault: { message: string; hint: string; place?: Place }): Diagnostic {
  return diagnose('file-encoding', { path, ...(fault.place && { place: fault.place }) }, fault);
}

const startsWithBom = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Counts the characters beyond ASCII that are whole and those that are broken, and finds the first broken one. */
function surveyUtf8(bytes: Uint8Array): { whole: number; broken: number; first: number } {
  let whole = 0;
  let broken = 0;
  let first = bytes.length;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOfCharacter(bytes, at);
    if (length > 1) whole++;
    if (length === 0) {
      broken++;
      first = Math.min(first, at);
    }
    at += Math.max(1, length);
  }
  return { whole, broken, first };
}

/** How many bytes the UTF-8 character at this offset has; 0 when it is not one (Unicode 16, table 3-7). */
function lengthOfCharacter(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < lowest || second > highest) return 0;
  for (let more = at + 2; more < at + length; more++) {
    if (((bytes[more] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** More than two control characters that no program writes into text, and more than one character in fifty. */
function isMostlyControl(text: string): boolean {
  let control = 0;
  for (let at = 0; at < text.length; at++) {
    if (isNeverWritten(text.charCodeAt(at))) control++;
  }
  return control > 2 && control > text.length / 50;
}

/** All control characters but backspace (8), tab, line ends, form feed (to 13) and escape (27). */
function isNeverWritten(code: number): boolean {
  return code < 8 || (code > 13 && code < 32 && code !== 27) || code === 127;
}

function withoutNul(text: string, path: string, diagnostics: Diagnostic[]): Decoded {
  const first = text.indexOf('\0');
  if (first === -1) return { text, diagnostics };
  const message = `The file holds a NUL character here, which no editor shows; "${REPLACEMENT}" is shown instead.`;
  const hint = 'Delete the character and save the file again.';
  const place = placeIn(text, first);
  return {
    text: text.replaceAll('\0', REPLACEMENT),
    diagnostics: [...diagnostics, notUtf8(path, { message, hint, place })],
  };
}
