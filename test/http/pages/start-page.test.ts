import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLOURS } from '../../../src/http/pages/page-style.ts';
import { type StartPageFacts, startPage } from '../../../src/http/pages/start-page.ts';
import { statusWith } from '../observing/statuses.ts';

const FACTS: StartPageFacts = {
  name: 'Lark & Co',
  url: 'http://127.0.0.1:3000/mcp',
  hasTokens: false,
  hasIssuer: false,
  inside: { about: 'Everything about larks.', status: statusWith() },
};

function pageOf(other: Partial<StartPageFacts> = {}): Promise<string> {
  return startPage({ ...FACTS, ...other }).text();
}

/** What a reader sees, with the entities read. */
function textOf(page: string): string {
  return page
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const tagsOf = (page: string): string[] => page.match(/<[^>]*>/g) ?? [];

describe('what the page says', () => {
  test('names the library, its figures and how fresh it is', async () => {
    const text = textOf(await pageOf());
    expect(text).toContain('Lark & Co');
    expect(text).toContain('Everything about larks.');
    expect(text).toContain('9 (guideline 3, persona 2, prompt 4)');
    expect(text).toContain('31 January 2027');
    expect(text).toContain('7 seconds ago');
    expect(text).toContain('1 error, 2 warnings');
    expect(text).toContain('Up to date.');
    expect(text).toContain('team-context 1.2.3');
  });

  test.each([
    [statusWith({ reachable: false }), 'The folder cannot be reached'],
    [statusWith({ reading: { done: 20, total: 300 } }), '20 of 300 files'],
    [statusWith({ indexing: 1 }), 'take in 1 document.'],
  ])('does not call a library up to date that is not', async (status, sentence) => {
    const text = textOf(await pageOf({ inside: { about: '', status } }));
    expect(text).toContain(sentence);
    expect(text).not.toContain('Up to date.');
  });

  test('can be shown before anything was read', async () => {
    const status = statusWith({ documents: {}, last_change: undefined, seconds_since_check: undefined });
    const text = textOf(await pageOf({ name: '', inside: { about: '', status } }));
    expect(text).toContain('The team library');
    expect(text).toContain('not read yet');
  });

  test('shows a visitor who is not let in nothing but the name and how to connect', async () => {
    const text = textOf(await pageOf({ inside: undefined, hasTokens: true }));
    expect(text).toContain('Lark & Co');
    expect(text).toContain('claude mcp add');
    expect(text).toContain('token add');
    expect(text).not.toMatch(/How fresh|Last change|1\.2\.3|Everything about/);
  });

  test('never shows what a diagnostic says or where', async () => {
    expect(await pageOf()).not.toContain('secret-plan');
  });

  test('gives every client its address', async () => {
    const text = textOf(await pageOf());
    for (const client of ['Claude Code', 'VS Code', 'Cursor', 'Claude on the web', 'ChatGPT'])
      expect(text).toContain(client);
    expect(text.match(/http:\/\/127\.0\.0\.1:3000\/mcp/g)).toHaveLength(4);
  });
});

describe('what the page allows', () => {
  test('is its own style and nothing else', async () => {
    const response = startPage(FACTS);
    const style = /<style>(.*)<\/style>/s.exec(await response.text())?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('holds no script, no style in a tag and nothing from elsewhere', async () => {
    const tags = tagsOf(await pageOf()).join('\n');
    expect(tags).not.toMatch(/<script|<link|<img|<iframe|<form|\s(on\w+|style|src|href)=/i);
  });

  test('escapes whatever the library and the settings say', async () => {
    const expected = tagsOf(await pageOf());
    const hostile = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onfocus='x",
        '</style><b>',
        '&lt;b&gt;',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, about, url) => {
        expect(tagsOf(await pageOf({ name, url, inside: { about, status: statusWith() } }))).toEqual(expected);
      }),
    );
  });

  test('shows characters that would turn a line around as what they are', async () => {
    expect(await pageOf({ name: 'a\u202eb' })).toContain('a\\u{202e}b');
  });
});

describe('who can read the page', () => {
  /** Relative luminance and contrast as WCAG 2.2 defines them. */
  function luminance(colour: string): number {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function contrast(one: string, other: string): number {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  test.each(Object.entries(COLOURS))('every text stands out from what is behind it: %s', (_, colours) => {
    const { ground, card, ink, muted, accent, good, warn } = colours;
    for (const text of [ink, muted, accent, good, warn])
      for (const behind of [ground, card])
        expect(contrast(text, behind), `${text} on ${behind}`).toBeGreaterThanOrEqual(4.5);
  });

  test('has a language, one first heading and no level left out', async () => {
    const page = await pageOf();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('name="viewport"');
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('every text to paste can be reached by keyboard and has a name', async () => {
    const boxes = tagsOf(await pageOf()).filter((tag) => tag.startsWith('<pre'));
    expect(boxes).toHaveLength(4);
    for (const box of boxes) expect(box).toMatch(/role="region" aria-label="[^"]+" tabindex="0"/);
  });

  test('every id is there once and every label names one', async () => {
    const page = await pageOf();
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, label] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(label);
  });
});
