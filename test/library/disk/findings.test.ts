import { expect, it } from 'vitest';
import { type Diagnostic, diagnose } from '../../../src/library/diagnostic.ts';
import { collectFindings } from '../../../src/library/disk/findings.ts';
import { emptyPass } from '../../../src/library/disk/ledger.ts';

const link = (path: string): Diagnostic =>
  diagnose('file-link', { path }, { message: 'This is a link.', hint: 'Put the file here.' });

it('diagnostics are news when one of them differs, and only then', () => {
  const findings = collectFindings();
  expect(findings.hasNews()).toBe(true);
  findings.take();
  expect(findings.hasNews()).toBe(false);
  const newsOf = (diagnostics: readonly Diagnostic[]): boolean => {
    findings.add(emptyPass(), diagnostics);
    return findings.hasNews();
  };
  const published = [link('a.md'), link('b.md')];
  expect(newsOf(published)).toBe(true);
  expect(findings.take().diagnostics).toEqual(published);
  expect(newsOf(published)).toBe(false);
  expect(newsOf([link('a.md'), link('b.md')])).toBe(false);
  expect(newsOf([link('a.md')])).toBe(true);
  expect(newsOf([link('a.md'), link('c.md')])).toBe(true);
  expect(newsOf([])).toBe(true);
});
