import type { Command } from './command.ts';

/** The options that `--http` has. */
export const NETWORK_OPTIONS: Command['options'] = {
  port: { type: 'string' },
  host: { type: 'string' },
  'public-url': { type: 'string' },
  'allowed-host': { type: 'string', multiple: true },
  stateless: { type: 'boolean' },
  tokens: { type: 'boolean' },
  issuer: { type: 'string' },
  audience: { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  'max-sessions': { type: 'string' },
  'max-streams': { type: 'string' },
  'log-level': { type: 'string' },
};
