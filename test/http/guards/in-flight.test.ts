import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInFlight } from '../../../src/http/guards/in-flight.ts';

describe('what runs at the same time', () => {
  test('is bounded for each member, and others still find room', () => {
    const inFlight = createInFlight({ perMember: 2, all: 10 });
    inFlight.enter('ada');
    inFlight.enter('ada');
    expect(inFlight.enter('ada')).toBeUndefined();
    expect(inFlight.isFull).toBe(false);
    expect(inFlight.enter('grace')).toBeDefined();
  });

  test('is bounded in all', () => {
    const inFlight = createInFlight({ perMember: 2, all: 3 });
    for (const member of ['ada', 'grace', 'edsger']) inFlight.enter(member);
    expect(inFlight.enter('barbara')).toBeUndefined();
    expect(inFlight.isFull).toBe(true);
  });

  test('makes room when it ends, once, however often that is said', () => {
    const inFlight = createInFlight({ perMember: 1, all: 2 });
    const leave = inFlight.enter('ada');
    inFlight.enter('grace');
    leave?.();
    leave?.();
    expect(inFlight.size).toBe(1);
    expect(inFlight.enter('ada')).toBeDefined();
    leave?.();
    expect(inFlight.enter('ada')).toBeUndefined();
  });

  test('is counted right whoever comes and goes in whatever order', () => {
    const step = fc.record({ member: fc.constantFrom('a', 'b', 'c'), leaves: fc.boolean(), which: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const inFlight = createInFlight({ perMember: 3, all: 6 });
        const inside: { member: string; leave: () => void }[] = [];
        for (const { member, leaves, which } of steps) {
          if (leaves) inside.splice(which % (inside.length + 1), 1)[0]?.leave();
          else {
            const theirs = inside.filter((each) => each.member === member).length;
            const leave = inFlight.enter(member);
            expect(leave !== undefined).toBe(theirs < 3 && inside.length < 6);
            if (leave !== undefined) inside.push({ member, leave });
          }
          expect(inFlight.size).toBe(inside.length);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
