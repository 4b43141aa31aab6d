import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exposing, exposition } from '../../../src/http/observing/exposition.ts';
import { readExposition, seriesOf } from './prometheus-text.ts';

describe('the text format', () => {
  test('names, describes and types every family before its samples', () => {
    const text = exposition([
      {
        name: 'a_total',
        help: 'All of a.',
        type: 'counter',
        samples: [{ value: 3, labels: { kind: 'x', size: 'l' } }],
      },
      { name: 'b', help: 'How much b.', type: 'gauge', samples: [{ value: 0.5 }] },
    ]);
    expect(text).toBe(
      '# HELP a_total All of a.\n# TYPE a_total counter\na_total{kind="x",size="l"} 3\n# HELP b How much b.\n# TYPE b gauge\nb 0.5\n',
    );
  });

  test('leaves out what has no samples', () => {
    expect(exposition([{ name: 'a', help: 'All of a.', type: 'gauge', samples: [] }])).toBe('');
  });

  test('gives back every label, help and number as it was', () => {
    const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Infinity, -Infinity, NaN));
    const word = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '\n', '\\n', '},{', 'a="b"', '\\"\n'));
    fc.assert(
      fc.property(word, word, number, (help, label, value) => {
        fc.pre(help !== '');
        const [family] = readExposition(
          exposition([{ name: 'a', help, type: 'gauge', samples: [{ value, labels: { label } }] }]),
        );
        expect(family?.help).toBe(help);
        expect(family?.samples).toEqual([{ name: 'a', labels: { label }, value: Object.is(value, -0) ? 0 : value }]);
      }),
    );
  });

  test('is sent with its version, to be read anew each time', async () => {
    const response = exposing([{ name: 'a', help: 'All of a.', type: 'gauge', samples: [{ value: 1 }] }]);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(seriesOf(readExposition(await response.text()), 'a')).toBe(1);
  });
});
