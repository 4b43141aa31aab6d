// Compares what the suite found with what we expect of it.

/** What is neither passed nor merely told: failed, warned of, or skipped. */
const NOT_PASSED = new Set(['FAILURE', 'WARNING', 'SKIPPED']);

/** A check with how it ended: one that fails where a warning is expected is a surprise, too. */
function endOf(check, status) {
  return `${check} ${status}`;
}

function judgeScenario(scenario, checks, notPassing) {
  const known = notPassing.filter((each) => each.scenario === scenario);
  const knownEnds = new Set(known.map(({ check, status }) => endOf(check, status)));
  const passed = checks.filter(({ status }) => status === 'SUCCESS');
  const missed = checks.filter(({ status }) => NOT_PASSED.has(status));
  const ends = new Set(missed.map(({ id, status }) => endOf(id, status)));
  const surprises = [
    ...missed
      .filter(({ id, status }) => !knownEnds.has(endOf(id, status)))
      .map(({ id, status, errorMessage = 'without a reason' }) => `${id}: ${status}, ${errorMessage}`),
    ...[...knownEnds].filter((end) => !ends.has(end)).map((end) => `${end}: expected, but it passes now or is gone`),
    ...(passed.length === 0 ? ['nothing passed'] : []),
  ];
  const expected = known.filter(({ check, status }) => ends.has(endOf(check, status)));
  return { scenario, passed: passed.length, missed: missed.length, expected, surprises };
}

/** One row for each scenario that counts in this run, or should; `results` are the checks by scenario. */
export function judge({ only, apart = [], notPassing }, results) {
  const counting = only ?? [...results.keys()].filter((scenario) => !apart.includes(scenario));
  const gone = apart.filter((scenario) => !results.has(scenario));
  const scenarios = new Set([...counting, ...notPassing.map(({ scenario }) => scenario), ...gone]);
  return [...scenarios].map((scenario) => judgeScenario(scenario, results.get(scenario) ?? [], notPassing));
}

function lineOf({ scenario, passed, missed, expected, surprises }) {
  const [mark, reasons] =
    surprises.length === 0
      ? ['ok ', expected.map(({ check, because }) => `${check}: expected, ${because}`)]
      : ['BAD', surprises];
  const line = `  ${mark} ${scenario.padEnd(46)} ${String(passed).padStart(3)} passed ${String(missed).padStart(3)} not`;
  return [line, ...reasons.map((reason) => `        ${reason}`)].join('\n');
}

export function pageOf(title, rows) {
  return [`\n${title}`, ...rows.map(lineOf)].join('\n');
}
