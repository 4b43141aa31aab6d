import { describe, expect, test } from 'vitest';
import { openFiles } from '../../src/library/files.ts';
import type { SourceFile } from '../../src/library/parse.ts';
import { DEFAULT_SETTINGS, SETTINGS_FILE } from '../../src/settings.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const VOICE = 'context/brand/voice.md';
const BROKEN = '---\ntitle: "Voice\n---\nNew text.';

function fileOf(content: string | Uint8Array, id = VOICE): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { id, bytes, hash: String(bytes.length), modified: 0 };
}

function opened() {
  const faults: unknown[] = [];
  const files = openFiles((fault) => faults.push(fault));
  const seen = () => {
    const { documents, diagnostics } = files.snapshot([]);
    return { body: documents.get(VOICE)?.body, codes: diagnostics.map(({ code }) => code) };
  };
  return { files, faults, seen };
}

describe('a file that breaks while it is edited', () => {
  test('is served in its last good version, and this is said, until it is whole again', () => {
    const { files, seen } = opened();
    files.take(fileOf('First.'));
    for (const broken of [BROKEN, PNG, BROKEN]) {
      files.take(fileOf(broken));
      expect(seen().body).toBe('First.');
      expect(seen().codes).toContain('last-good-version');
      expect(seen().codes.length).toBeGreaterThan(1);
    }
    files.take(fileOf('Second.'));
    expect(seen()).toEqual({ body: 'Second.', codes: [] });
  });

  test('is served as it is when there never was a good version, or the good one was deleted', () => {
    const { files, seen } = opened();
    files.take(fileOf(BROKEN));
    expect(seen().codes).not.toContain('last-good-version');
    files.take(fileOf('First.'));
    files.drop(VOICE);
    expect(seen()).toEqual({ body: undefined, codes: [] });
    files.take(fileOf(PNG));
    expect(seen()).toEqual({ body: undefined, codes: ['file-not-text'] });
  });
});

describe('what the contents of a file were read as', () => {
  test('is told as long as the file says that and nothing else', () => {
    const { files } = opened();
    files.take(fileOf('First.'));
    const { length } = 'First.';
    expect(files.parsed(VOICE, String(length))?.document?.body).toBe('First.');
    expect(files.parsed(VOICE, 'of other contents')).toBeUndefined();
    // a version before is served now
    files.take(fileOf(BROKEN));
    expect(files.parsed(VOICE, String(BROKEN.length))).toBeUndefined();
    files.take(fileOf(PNG, 'context/logo.md'));
    expect(files.parsed('context/logo.md', String(PNG.length))?.diagnostics).toHaveLength(1);
    files.drop('context/logo.md');
    expect(files.parsed('context/logo.md', String(PNG.length))).toBeUndefined();
  });

  test('is taken without reading, with the time that the file has now', () => {
    const { files, seen } = opened();
    files.take(fileOf('First.'));
    const parsed = files.parsed(VOICE, '6') ?? { diagnostics: [] };
    const { files: others } = opened();
    others.take({ id: VOICE, hash: '6', modified: 86_400_000, parsed });
    expect(others.snapshot([]).documents.get(VOICE)).toMatchObject({
      body: 'First.',
      modified: '1970-01-02T00:00:00.000Z',
    });
    expect(seen().body).toBe('First.');
  });
});

test('a fault of ours in reading a file is reported, and the last version of the file stays', () => {
  const { files, faults, seen } = opened();
  files.take(fileOf('First.'));
  // no disk tells such a time, so nothing of ours expects it
  files.take({ ...fileOf('Second.'), modified: Number.NaN });
  files.take(fileOf('Other.', 'context/other.md'));
  expect(faults).toEqual([expect.any(RangeError)]);
  expect(seen()).toEqual({ body: 'First.', codes: [] });
  expect(files.snapshot([]).documents.size).toBe(2);
});

describe('the settings file', () => {
  const IGNORING = 'ignore: [context/archive]\nname: Acme';

  test('is no document, and its deletion brings the defaults back', () => {
    const { files } = opened();
    files.take(fileOf(IGNORING, SETTINGS_FILE));
    expect(files.snapshot([])).toMatchObject({ settings: { name: 'Acme' }, documents: new Map() });
    files.drop(SETTINGS_FILE);
    expect(files.settings()).toEqual(DEFAULT_SETTINGS);
  });

  test('that cannot be read, or is no text, changes nothing, and its editor is told', () => {
    const { files, seen } = opened();
    files.takeSettings(new TextEncoder().encode(IGNORING));
    const good = files.settings();
    for (const [broken, code] of [
      [PNG, 'file-not-text'],
      ['ignore: [', 'settings-broken'],
      ['ignore: 2: 3', 'settings-broken'],
      ['nothing', 'settings-broken'],
    ] as const) {
      files.take(fileOf(broken, SETTINGS_FILE));
      expect(files.settings()).toBe(good);
      expect(seen().codes).toContain(code);
    }
  });

  test('saved again without a change leaves the same settings', () => {
    const { files } = opened();
    files.take(fileOf(IGNORING, SETTINGS_FILE));
    const before = files.settings();
    files.take(fileOf(`# why\n${IGNORING}`, SETTINGS_FILE));
    expect(files.settings()).toBe(before);
  });
});
