import { isPublicAddress } from './public-address.ts';

/** What a client has to know to come in. */
export interface Entrance {
  /** The address of the protocol, with its path. */
  readonly url: string;
  /** Whether members have tokens. */
  readonly hasTokens: boolean;
  /** Whether members sign in at the company's identity provider. */
  readonly hasIssuer: boolean;
}

/** How to connect one client. */
export interface Connecting {
  readonly client: string;
  /** Sentences in the order in which things are done. */
  readonly steps: readonly string[];
  readonly paste?: string;
}

/** Stands where a member puts their own token. */
export const TOKEN = 'YOUR_TOKEN';

const NAME = 'team-context';
const SIGN_IN = 'A browser opens in which you sign in with your company account.';

/** Clients that find an identity provider do not send a header of ours. */
function sendsToken({ hasTokens, hasIssuer }: Entrance): boolean {
  return hasTokens && !hasIssuer;
}

function claudeCode(entrance: Entrance): Connecting {
  const header = sendsToken(entrance) ? ` --header "Authorization: Bearer ${TOKEN}"` : '';
  return {
    client: 'Claude Code',
    steps: [
      `Run this in a terminal${header === '' ? '' : `, with your own token in place of ${TOKEN}`}.`,
      ...(entrance.hasIssuer ? [`Then type /mcp in Claude Code and choose ${NAME}. ${SIGN_IN}`] : []),
    ],
    paste: `claude mcp add --transport http --scope user ${NAME} ${entrance.url}${header}`,
  };
}

function vsCode(entrance: Entrance): Connecting {
  const server = { type: 'http', url: entrance.url };
  const input = {
    type: 'promptString',
    id: 'team-context-token',
    description: 'Your team-context token',
    password: true,
  };
  const withToken = {
    inputs: [input],
    servers: { [NAME]: { ...server, headers: { Authorization: `Bearer \${input:${input.id}}` } } },
  };
  const isAsked = sendsToken(entrance);
  return {
    client: 'VS Code',
    steps: [
      'Put this into .vscode/mcp.json in a project, or into the file that the command "MCP: Open User Configuration" opens.',
      ...(isAsked ? ['VS Code asks for your token once and keeps it; it does not stand in the file.'] : []),
      ...(entrance.hasIssuer ? [SIGN_IN] : []),
    ],
    paste: JSON.stringify(isAsked ? withToken : { servers: { [NAME]: server } }, null, 2),
  };
}

function cursor(entrance: Entrance): Connecting {
  const isAsked = sendsToken(entrance);
  const headers = isAsked ? { headers: { Authorization: `Bearer ${TOKEN}` } } : {};
  return {
    client: 'Cursor',
    steps: [
      `Put this into .cursor/mcp.json in your home folder${isAsked ? `, with your own token in place of ${TOKEN}. Do not put it into a project that you share` : ''}.`,
      ...(entrance.hasIssuer ? [SIGN_IN] : []),
    ],
    paste: JSON.stringify({ mcpServers: { [NAME]: { url: entrance.url, ...headers } } }, null, 2),
  };
}

/** Why assistants that run at their vendors cannot come here; undefined when they can. */
function obstacle({ url, hasIssuer }: Entrance): string | undefined {
  if (!isPublicAddress(url))
    return 'It connects from the internet and reaches only public addresses that begin with https://. This one is not.';
  if (!hasIssuer)
    return 'It signs its users in at an identity provider and cannot send a token. This server has none: its administrator starts it with --issuer.';
  return undefined;
}

function hosted(entrance: Entrance, client: string, steps: readonly string[]): Connecting {
  const why = obstacle(entrance);
  return why === undefined
    ? { client, steps, paste: entrance.url }
    : { client, steps: [`${client} cannot use this server as it is. ${why}`] };
}

function claude(entrance: Entrance): Connecting {
  return hosted(entrance, 'Claude on the web, on the desktop and on the phone', [
    'Open Settings, Connectors, and choose "Add custom connector". In a team or an enterprise, an owner adds it once for all in the organization\'s settings.',
    `Paste this address and choose Connect. ${SIGN_IN}`,
  ]);
}

function chatGpt(entrance: Entrance): Connecting {
  return hosted(entrance, 'ChatGPT', [
    'Open Settings, Apps & Connectors, Advanced settings, and switch developer mode on. In a company, an administrator allows it first.',
    `Choose Create, paste this address, and choose OAuth. ${SIGN_IN}`,
  ]);
}

/** How each client that people use comes here, and why not where it cannot. */
export function waysToConnect(entrance: Entrance): readonly Connecting[] {
  return [claudeCode, vsCode, cursor, claude, chatGpt].map((way) => way(entrance));
}
