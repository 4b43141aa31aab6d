import { counted } from '../../library/text/counted.ts';
import { oneLine } from '../../library/text/one-line.ts';
import type { Status } from '../../mcp/status.ts';
import { type Connecting, type Entrance, TOKEN, waysToConnect } from './connecting.ts';
import { html, type Markup } from './html.ts';
import { STYLE, STYLE_SOURCE } from './page-style.ts';

export interface StartPageFacts extends Entrance {
  /** The library's name; empty when the team gave none. */
  readonly name: string;
  /** What only members may see. A browser sends no token, so that is nobody where tokens or an identity provider are asked for. */
  readonly inside?: {
    /** What the team says about its library; empty when nothing. */
    readonly about: string;
    readonly status: Status;
  };
}

const LONGEST_NAME = 80;
const LONGEST_ABOUT = 400;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src ${STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

function stateOf(status: Status): Markup {
  const { reachable, reading, indexing } = status;
  if (!reachable)
    return html`<p class="state warn">The folder cannot be reached at the moment. This is what it held when it was last seen.</p>`;
  if (reading !== undefined)
    return html`<p class="state warn">The folder is being read: ${reading.done} of ${counted(reading.total, 'file')}.</p>`;
  if (indexing !== undefined)
    return html`<p class="state warn">Up to date, except that search still has to take in ${counted(indexing, 'document')}.</p>`;
  return html`<p class="state good">Up to date.</p>`;
}

function documentsOf({ documents }: Status): string {
  const kinds = Object.entries(documents).filter(([, count]) => count > 0);
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  return total === 0 ? 'none' : `${total} (${kinds.map(([kind, count]) => `${kind} ${count}`).join(', ')})`;
}

function changeOf({ last_change }: Status): Markup {
  if (last_change === undefined) return html`not read yet`;
  return html`<time datetime="${last_change}">${DATE.format(new Date(last_change))} UTC</time>`;
}

function checkOf({ seconds_since_check: seconds, watching }: Status): string {
  const how =
    watching === 'events' ? 'the system also tells of changes at once' : 'the folder is looked at all the time';
  return seconds === undefined ? 'not yet' : `${counted(seconds, 'second')} ago; ${how}`;
}

function mendingOf({ diagnostics: { errors, warnings, info } }: Status): string {
  const found = [
    { count: errors, noun: 'error' },
    { count: warnings, noun: 'warning' },
    { count: info, noun: 'hint' },
  ].filter(({ count }) => count > 0);
  if (found.length === 0) return 'nothing';
  const counts = found.map(({ count, noun }) => counted(count, noun)).join(', ');
  return `${counts}; "team-context check" says in which file and line`;
}

function freshness(status: Status): Markup {
  return html`<section aria-labelledby="fresh">
<h2 id="fresh">How fresh it is</h2>
<div class="card">
${stateOf(status)}
<dl>
<dt>Documents</dt><dd>${documentsOf(status)}</dd>
<dt>Prompts</dt><dd>${status.prompts}</dd>
<dt>Drafts in the inbox</dt><dd>${status.drafts_waiting}</dd>
<dt>Last change</dt><dd>${changeOf(status)}</dd>
<dt>Last checked</dt><dd>${checkOf(status)}</dd>
<dt>To mend</dt><dd>${mendingOf(status)}</dd>
</dl>
</div>
</section>`;
}

/** A text to be copied. It scrolls by itself where it is too wide, so the keyboard has to reach it. */
function toPaste(text: string, label: string): Markup {
  const kind = text.includes('\n') ? 'block' : 'line';
  return html`<pre class="${kind}" role="region" aria-label="${label}" tabindex="0"><code>${text}</code></pre>`;
}

function wayOf({ client, steps, paste }: Connecting): Markup {
  return html`<section class="card">
<h3>${client}</h3>
${steps.map((step) => html`<p>${step}</p>`)}
${paste === undefined ? [] : toPaste(paste, `For ${client}`)}
</section>`;
}

function admission({ hasTokens, hasIssuer }: Entrance): string {
  if (hasIssuer && hasTokens)
    return `Members sign in with their company account. Programs that cannot sign in send the header "Authorization: Bearer ${TOKEN}" with a token from the administrator.`;
  if (hasIssuer) return 'Members sign in with their company account.';
  if (hasTokens) return `Members need a token, which the administrator makes with "team-context token add".`;
  return 'It serves this computer only, and asks for no token.';
}

function bodyOf({ inside, ...facts }: StartPageFacts, name: string): Markup {
  const about = oneLine(inside?.about ?? '', LONGEST_ABOUT);
  return html`<header>
<h1>${name}</h1>
<p class="lead">This server gives AI assistants the team's shared library: its guidelines, personas, messaging, learnings, workflows and prompts. It speaks the Model Context Protocol.</p>
${about === '' ? [] : html`<p>${about}</p>`}
</header>
<main>
${inside === undefined ? [] : freshness(inside.status)}
<section aria-labelledby="connect">
<h2 id="connect">Connect your assistant</h2>
<p>${admission(facts)} The address for every client is:</p>
${toPaste(facts.url, 'The address of this server')}
<h2>Step by step</h2>
${waysToConnect(facts).map(wayOf)}
</section>
</main>
<footer>team-context${inside === undefined ? '' : ` ${inside.status.version}`}</footer>`;
}

/** The page for a person who opens the server's address in a browser. It runs no script and loads nothing. */
export function startPage(facts: StartPageFacts): Response {
  const name = facts.name === '' ? 'The team library' : oneLine(facts.name, LONGEST_NAME);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${name} · team-context</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${bodyOf(facts, name)}
</body>
</html>
`;
  return new Response(page.markup, { headers: HEADERS });
}
