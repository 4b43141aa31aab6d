import { createHash } from 'node:crypto';

/** What is read on `ground` and on `card` has a contrast of at least 4.5 : 1 to both. */
export const COLOURS = {
  light: {
    ground: '#f6f7f9',
    card: '#ffffff',
    line: '#d5dae1',
    ink: '#1c2128',
    muted: '#545d68',
    accent: '#0b57a4',
    good: '#116329',
    warn: '#953800',
  },
  dark: {
    ground: '#12161b',
    card: '#1b2127',
    line: '#38414b',
    ink: '#e6edf3',
    muted: '#9da9b5',
    accent: '#7fb8ff',
    good: '#57ce6f',
    warn: '#ffa657',
  },
} as const;

function variables(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}

/** The only style of a page. It uses no font, image or file from elsewhere. */
export const STYLE = `
:root { color-scheme: light dark; ${variables(COLOURS.light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(COLOURS.dark)} } }
*, *::before { box-sizing: border-box; }
body {
  margin: 0; padding: 0 1.25rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  -webkit-text-size-adjust: 100%; overflow-wrap: break-word;
}
header, main, footer { max-width: 46rem; margin: 0 auto; }
header { padding: 3.5rem 0 1rem; border-top: .375rem solid var(--accent); }
h1 { margin: 0 0 .5rem; font-size: clamp(1.75rem, 6vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; }
h2 { margin: 3rem 0 1rem; font-size: 1.375rem; line-height: 1.3; }
h3 { margin: 0 0 .5rem; font-size: 1.0625rem; }
p { margin: 0 0 .75rem; }
p:last-child { margin-bottom: 0; }
.lead { font-size: 1.125rem; color: var(--muted); }
.card { margin: 0 0 1rem; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.state { display: flex; gap: .625rem; align-items: baseline; font-weight: 600; }
.state::before { content: ""; flex: none; width: .625rem; height: .625rem; border-radius: 50%; background: currentColor; }
.good { color: var(--good); }
.warn { color: var(--warn); }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .375rem 1.5rem; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; font-variant-numeric: tabular-nums; }
pre {
  margin: .75rem 0 0; padding: .875rem 1rem; overflow-x: auto; background: var(--ground);
  border: 1px solid var(--line); border-radius: .5rem; font-size: .875rem; line-height: 1.5;
}
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre.line { white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { user-select: all; -webkit-user-select: all; }
:focus-visible { outline: .1875rem solid var(--accent); outline-offset: .125rem; }
footer { padding: 2rem 0 3rem; color: var(--muted); font-size: .875rem; }
@media (max-width: 30rem) {
  header { padding-top: 2rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .625rem; }
}
`;

/** The style as a Content-Security-Policy names it. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
