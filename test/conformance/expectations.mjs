// What the suite is asked, of which server, and what we know not to pass.

/** The suite in the version that these lists are about, and the oldest Node on which it runs. */
export const SUITE = '@modelcontextprotocol/conformance@0.2.0-alpha.12';
export const SUITE_NODE = 'node@22';

const TASKS = [
  'tasks-lifecycle',
  'tasks-capability-negotiation',
  'tasks-wire-fields',
  'tasks-request-state-removal',
  'tasks-mrtr-input',
  'tasks-request-headers',
  'tasks-dispatch-and-envelope',
  'tasks-status-notifications',
  'tasks-required-task-error',
  'tasks-mrtr-composition',
];

const NO_CHANGING_TOOLS = {
  scenario: 'server-stateless',
  check: 'sep-2575-server-sends-tools-list-changed-on-subscription',
  status: 'SKIPPED',
  because: 'our tools never change, and we do not say that they do',
};

function noDiagnosticTool(name, check, status = 'FAILURE') {
  return { scenario: 'server-stateless', check, status, because: `a library has no diagnostic tool ${name}` };
}

/**
 * One run for each: `server` is the fixture, which has everything that the suite asks for by name, or the product with the
 * starter library. What is judged is all that a revision requires but `apart`, or else only what `only` names. A check
 * that does not pass must stand in `notPassing` with its status, and what stands there must not pass. Where `isMet`, the
 * suite itself has to say that everything required is there.
 */
export const RUNS = [
  {
    server: 'fixture',
    revision: '2025-11-25',
    isMet: true,
    // streams that a client takes up again: optional, and we keep no events
    apart: ['server-sse-polling'],
    notPassing: [],
  },
  {
    server: 'fixture',
    revision: '2026-07-28',
    isMet: true,
    // an extension, and headers that only tools with annotations for them have: we offer neither
    apart: [...TASKS, 'http-custom-header-server-validation'],
    notPassing: [NO_CHANGING_TOOLS],
  },
  {
    server: 'product',
    revision: '2025-11-25',
    only: [
      'server-initialize',
      'ping',
      'tools-list',
      'resources-list',
      'resources-subscribe',
      'resources-unsubscribe',
      'prompts-list',
      'dns-rebinding-protection',
      'server-session-lifecycle',
      'server-sse-multiple-streams',
    ],
    notPassing: [],
  },
  {
    server: 'product',
    revision: '2026-07-28',
    only: [
      'server-stateless',
      'tools-list',
      'resources-list',
      'prompts-list',
      'sep-2164-resource-not-found',
      'caching',
      'dns-rebinding-protection',
      'http-header-validation',
      'server-sse-multiple-streams',
      'input-required-result-unsupported-methods',
    ],
    notPassing: [
      NO_CHANGING_TOOLS,
      noDiagnosticTool('test_missing_capability', 'sep-2575-server-rejects-undeclared-capability'),
      noDiagnosticTool('test_missing_capability', 'sep-2575-missing-capability-http-400'),
      noDiagnosticTool('test_streaming_elicitation', 'sep-2575-http-server-no-independent-requests-on-stream'),
      noDiagnosticTool('test_logging_tool', 'sep-2575-server-no-log-without-loglevel'),
      noDiagnosticTool(
        'test_trigger_prompt_change',
        'sep-2575-server-sends-prompts-list-changed-on-subscription',
        'WARNING',
      ),
    ],
  },
];
