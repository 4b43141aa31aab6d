import type { KnownIssuer } from './known-issuer.ts';

/** For how long keys are used without asking the issuer again. */
const FRESH_MS = 10 * 60_000;
/** For how long they are used while the issuer cannot be asked. */
const KEPT_MS = 60 * 60_000;
/** How soon a missing key makes us ask again: anybody can make tokens that name one. */
const COOLDOWN_MS = 30_000;
/** How soon an issuer that failed is asked again. */
const RETRY_MS = 10_000;

export interface KeyRingOptions {
  /** Asks the issuer; fails with an Error whose message says why that is not possible. */
  readonly ask: () => Promise<KnownIssuer>;
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
  /** Told why the issuer cannot be asked, once for each reason until it can. */
  readonly onFailure: (reason: string) => void;
}

/** The keys of an issuer, asked for when it is time to. However many want them, the issuer is asked once at a time. */
export interface KeyRing {
  /** Undefined when the issuer could not be asked for too long. Waits for its answer when it is time to ask. */
  current(): Promise<KnownIssuer | undefined>;
  /** The same for somebody who found a key missing: asks again, unless that was done just now. */
  renewed(): Promise<KnownIssuer | undefined>;
  /** What can be used now. Waits for nothing. */
  known(): KnownIssuer | undefined;
  /** Why the issuer could not be asked the last time; undefined when it could. */
  failure(): string | undefined;
  /** Asks when it is time to, and does not wait. */
  attend(): void;
}

export function createKeyRing({ ask, elapsed, onFailure }: KeyRingOptions): KeyRing {
  let last: { readonly known: KnownIssuer; readonly at: number } | undefined;
  let failure: string | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  const told = new Set<string>();

  const isYoungerThan = (age: number): boolean => last !== undefined && elapsed() - last.at < age;
  const known = (): KnownIssuer | undefined => (isYoungerThan(KEPT_MS) ? last?.known : undefined);

  const take = (answer: KnownIssuer): void => {
    last = { known: answer, at: askedAt };
    failure = undefined;
    told.clear();
  };
  const fail = (error: unknown): void => {
    failure = error instanceof Error ? error.message : 'Nobody knows why.';
    if (told.has(failure)) return;
    told.add(failure);
    onFailure(failure);
  };
  const askOnce = (): Promise<void> => {
    if (asking !== undefined) return asking;
    askedAt = elapsed();
    asking = ask()
      .then(take, fail)
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  /** Does nothing when the issuer was asked too short a time ago. */
  const askAfter = async (cooldown: number): Promise<void> => {
    const wait = failure === undefined ? cooldown : RETRY_MS;
    if (asking !== undefined || elapsed() - askedAt >= wait) await askOnce();
  };

  return {
    async current() {
      const answer = askAfter(FRESH_MS);
      // while the issuer is away, nobody waits for it whose key is known
      if (failure === undefined || known() === undefined) await answer;
      return known();
    },
    async renewed() {
      await askAfter(COOLDOWN_MS);
      return known();
    },
    known,
    failure: () => failure,
    attend: () => void askAfter(FRESH_MS),
  };
}
