/** JSON-RPC leaves these codes to servers; the status line says what is wrong. */
const SERVER_ERROR = -32000;

/** An answer that says in one sentence why there is none, in the form in which MCP clients read it. */
export function refusing(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body = { jsonrpc: '2.0', error: { code: SERVER_ERROR, message }, id: null };
  return Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  });
}
