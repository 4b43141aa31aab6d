import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../../src/http/observing/call.ts';
import { createMetrics, type Gauges, type Metrics } from '../../../src/http/observing/metrics.ts';
import { type ReadFamily, readExposition, seriesOf } from './prometheus-text.ts';
import { statusWith } from './statuses.ts';

let metrics: Metrics;
beforeEach(() => {
  metrics = createMetrics();
});
afterEach(() => metrics.close());

const GAUGES: Gauges = { status: statusWith(), sessions: 5, streams: 6 };

async function scrape(gauges: Gauges = GAUGES): Promise<ReadFamily[]> {
  return readExposition(await metrics.page(gauges).text());
}

/** Keeps the event loop from doing anything else. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('requests', () => {
  test('are counted by method and outcome', async () => {
    metrics.count({ method: 'tools/call', outcome: 'ok', milliseconds: 3 });
    metrics.count({ method: 'tools/call', outcome: 'ok', milliseconds: 30 });
    metrics.count({ method: 'tools/call', outcome: 'refused', milliseconds: 1 });
    metrics.count({ outcome: 'refused', milliseconds: 1 });
    const page = await scrape();
    const total = (method: string, outcome: string): number =>
      seriesOf(page, 'team_context_requests_total', { method, outcome });
    expect([total('tools/call', 'ok'), total('tools/call', 'refused'), total('none', 'refused')]).toEqual([2, 1, 1]);
  });

  test('fall into buckets that count all that were as fast or faster', async () => {
    for (const milliseconds of [5, 5.1, 700, 60_000]) metrics.count({ method: 'ping', outcome: 'ok', milliseconds });
    const page = await scrape();
    const name = 'team_context_request_duration_seconds';
    const upTo = (le: string): number => seriesOf(page, `${name}_bucket`, { method: 'ping', le });
    expect(['0.005', '0.01', '0.5', '1', '10', '+Inf'].map(upTo)).toEqual([1, 2, 2, 3, 3, 4]);
    expect(seriesOf(page, `${name}_count`, { method: 'ping' })).toBe(4);
    expect(seriesOf(page, `${name}_sum`, { method: 'ping' })).toBeCloseTo(60.7101);
  });

  test('make no new series for methods that do not exist, whatever they are called', async () => {
    const call = fc.record({
      method: fc.option(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'tools/call')), {
        nil: undefined,
      }),
      outcome: fc.constantFrom(...OUTCOMES),
      milliseconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    });
    let sent = 0;
    fc.assert(
      fc.property(fc.array(call), (calls) => {
        for (const each of calls) metrics.count(each);
        sent += calls.length;
      }),
    );
    const page = await scrape();
    const totals = page.find(({ name }) => name === 'team_context_requests_total')?.samples ?? [];
    const methods = new Set(totals.map(({ labels }) => labels['method']));
    expect([...methods].sort()).toEqual(['none', 'other', 'tools/call']);
    expect(totals.reduce((sum, { value }) => sum + value, 0)).toBe(sent);
  });

  test('are histograms whose buckets never fall and end with all', async () => {
    for (let i = 0; i < 200; i++) metrics.count({ method: 'ping', outcome: 'ok', milliseconds: i ** 2 });
    const samples = (await scrape()).find(({ type }) => type === 'histogram')?.samples ?? [];
    const buckets = samples.filter(({ name }) => name.endsWith('_bucket'));
    const bounds = buckets.map(({ labels }) => Number(labels['le']?.replace('Inf', 'Infinity')));
    const counts = buckets.map(({ value }) => value);
    expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect([bounds.at(-1), counts.at(-1)]).toEqual([Infinity, 200]);
  });
});

describe('the library', () => {
  test('is shown in figures, without a name or a path', async () => {
    const page = await scrape();
    expect(seriesOf(page, 'team_context_documents')).toBe(9);
    expect(seriesOf(page, 'team_context_diagnostics', { severity: 'error' })).toBe(1);
    expect(seriesOf(page, 'team_context_diagnostics', { severity: 'warning' })).toBe(2);
    expect(seriesOf(page, 'team_context_diagnostics', { severity: 'info' })).toBe(0);
    expect(seriesOf(page, 'team_context_index_age_seconds')).toBe(7);
    expect(seriesOf(page, 'team_context_documents_to_index')).toBe(0);
    expect(seriesOf(page, 'team_context_library_reachable')).toBe(1);
    expect(seriesOf(page, 'team_context_sessions')).toBe(5);
    expect(seriesOf(page, 'team_context_streams')).toBe(6);
    expect(seriesOf(page, 'team_context_build_info', { version: '1.2.3' })).toBe(1);
    expect(JSON.stringify(page)).not.toMatch(/Lark|secret-plan/);
  });

  test('has no age before it was looked at, and says when it cannot be reached', async () => {
    const status = statusWith({ seconds_since_check: undefined, reachable: false, indexing: 12 });
    const page = await scrape({ ...GAUGES, status });
    expect(page.map(({ name }) => name)).not.toContain('team_context_index_age_seconds');
    expect(seriesOf(page, 'team_context_library_reachable')).toBe(0);
    expect(seriesOf(page, 'team_context_documents_to_index')).toBe(12);
  });
});

describe('the process', () => {
  const worst = (page: readonly ReadFamily[]): number =>
    seriesOf(page, 'team_context_event_loop_delay_seconds', { quantile: '1' });

  test('says how long its event loop was held up since the last page, and then begins anew', async () => {
    await scrape();
    block(150);
    const held = worst(await scrape());
    expect(held).toBeGreaterThan(0.1);
    expect(worst(await scrape())).toBeLessThan(held);
  });

  test('sees a delay that was over before the page was asked for', async () => {
    await scrape();
    block(150);
    await new Promise((done) => setImmediate(done));
    await new Promise((done) => setImmediate(done));
    expect(worst(await scrape())).toBeGreaterThan(0.1);
  });

  test('shows its memory, its processor time and when it began', async () => {
    const page = await scrape();
    expect(seriesOf(page, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(seriesOf(page, 'process_cpu_seconds_total')).toBeGreaterThan(0);
    const began = seriesOf(page, 'process_start_time_seconds') * 1_000;
    expect(began).toBeLessThanOrEqual(Date.now());
    expect(began).toBeGreaterThan(Date.now() - 3_600_000);
  });
});
