import type { Challenge } from '../access.ts';

/** What clients should ask for when a member signs in; administrators get "admin" from their provider. */
const SCOPES_TO_ASK_FOR = ['read', 'write'];

const WELL_KNOWN = '/.well-known/oauth-protected-resource';

/** What a client reads to find out where to log in (RFC 9728 section 2). */
export interface ResourceMetadata {
  readonly resource: string;
  readonly authorization_servers: readonly string[];
  readonly scopes_supported: readonly string[];
  readonly bearer_methods_supported: readonly string[];
  readonly resource_name: string;
}

export function resourceMetadata(resource: URL, issuer: string): ResourceMetadata {
  return {
    resource: resource.href,
    authorization_servers: [issuer],
    scopes_supported: SCOPES_TO_ASK_FOR,
    bearer_methods_supported: ['header'],
    resource_name: 'team-context',
  };
}

/** Where clients look for it: at the resource's own place (RFC 9728 section 3.1), and at that of the whole host. */
export function metadataPaths({ pathname }: URL): readonly string[] {
  return pathname === '/' ? [WELL_KNOWN] : [`${WELL_KNOWN}${pathname}`, WELL_KNOWN];
}

/** Says in `WWW-Authenticate` where the metadata lies (RFC 9728 section 5.1) and what was wrong (RFC 6750 section 3). */
export function challengeOf(resource: URL): Challenge {
  const [path] = metadataPaths(resource);
  return ({ error, scope }) => {
    const parameters = { error, scope, resource_metadata: `${resource.origin}${path}` };
    const written = Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}="${value}"`],
    );
    return `Bearer ${written.join(', ')}`;
  };
}
