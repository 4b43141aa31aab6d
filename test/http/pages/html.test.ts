import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../../src/http/pages/html.ts';

test('escapes what is put into a text or an attribute', () => {
  const name = `<b title='x'>"A" & B</b>`;
  expect(html`<p title="${name}">${name}</p>`.markup).toBe(
    '<p title="&lt;b title=&#39;x&#39;&gt;&quot;A&quot; &amp; B&lt;/b&gt;">&lt;b title=&#39;x&#39;&gt;&quot;A&quot; &amp; B&lt;/b&gt;</p>',
  );
});

test('takes what is HTML already as it is, one or many, and numbers', () => {
  const items = ['a', '<'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}</ul>${html`<hr>`}${0}${[]}`.markup).toBe('<ul><li>a</li><li>&lt;</li></ul><hr>0');
});

test('leaves no text a way out, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>"\'&;a /=-!`') }), (text) => {
      const inside = html`${text}`.markup;
      expect(inside).not.toMatch(/[<>"']/);
      const back = inside
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
      expect(back).toBe(text);
    }),
  );
});
