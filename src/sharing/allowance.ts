import { Refusal } from '../refusal.ts';

/** How often each member may share. */
export interface Allowance {
  /** Throws a Refusal when the member has had theirs; gives the way to return it when nothing came of it. */
  take(principal: string): () => void;
}

export interface AllowanceOptions {
  readonly most: number;
  readonly perMs: number;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/** Members who are remembered at one time; those who shared longest ago are forgotten first. */
const MOST_MEMBERS = 10_000;

export function openAllowance({ most, perMs, now = () => performance.now() }: AllowanceOptions): Allowance {
  /** When each member shared; the member who shared last comes last. */
  const taken = new Map<string, readonly number[]>();
  return {
    take(principal) {
      const at = now();
      const recent = (taken.get(principal) ?? []).filter((time) => at - time < perMs);
      const [oldest = at] = recent;
      if (recent.length >= most) {
        const minutes = Math.ceil((oldest + perMs - at) / 60_000);
        const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
        throw new Refusal(
          `Nothing was saved: you have shared ${most} times within the last ${Math.round(perMs / 60_000)} minutes. Try again in ${wait}.`,
        );
      }
      taken.delete(principal);
      taken.set(principal, [...recent, at]);
      const [first] = taken.keys();
      if (taken.size > MOST_MEMBERS && first !== undefined) taken.delete(first);
      return () => {
        const times = [...(taken.get(principal) ?? [])];
        const place = times.lastIndexOf(at);
        if (place >= 0) taken.set(principal, times.toSpliced(place, 1));
      };
    },
  };
}
