import type { Visit } from './access.ts';
import { cuttable, isStream } from './cuttable.ts';
import type { Limits } from './limits.ts';
import { refusing } from './refusing.ts';

const RETRY_AFTER = { 'retry-after': '30' };

/** The long answers in which clients are told what changes: counted, and ended when their reader is gone or unwelcome. */
export interface Streams {
  readonly size: number;
  /**
   * What `open` answers, counted until it ends if it is a stream; a refusal when there are too many. `onEnd` is called once,
   * also when there is no stream after all.
   */
  open(visit: Visit, open: () => Promise<Response>, onEnd?: () => void): Promise<Response>;
  close(): void;
}

interface Held {
  readonly visit: Visit;
  end: () => void;
}

export function openStreams(limits: Limits): Streams {
  /** Those that are about to open, too: many who come at once are not more than the limit. */
  const held = new Set<Held>();
  const askAgain = async ({ visit, end }: Held): Promise<void> => {
    if (!(await visit.isStillWelcome())) end();
  };
  const timer = setInterval(() => {
    for (const each of held) void askAgain(each).catch(() => each.end());
  }, limits.recheckMs).unref();

  const refuse = ({ member }: Visit): Response | undefined => {
    if (held.size >= limits.streams)
      return refusing(503, 'This server has no room for another stream now.', RETRY_AFTER);
    const theirs = [...held].filter(({ visit }) => visit.member.principal === member.principal).length;
    if (theirs < limits.streamsPerMember) return undefined;
    return refusing(429, 'You have too many open streams. Close one of them first.', RETRY_AFTER);
  };
  return {
    get size() {
      return held.size;
    },
    async open(visit, open, onEnd = () => undefined) {
      const refused = refuse(visit);
      if (refused !== undefined) {
        onEnd();
        return refused;
      }
      const entry: Held = { visit, end: () => undefined };
      const leave = (): void => {
        held.delete(entry);
        onEnd();
      };
      held.add(entry);
      try {
        const response = await open();
        if (response.body !== null && isStream(response)) {
          const stream = cuttable(response.body, { onEnd: leave, isLive: true });
          entry.end = stream.end;
          return new Response(stream.body, response);
        }
        leave();
        return response;
      } catch (fault) {
        leave();
        throw fault;
      }
    },
    close() {
      clearInterval(timer);
      for (const { end } of [...held]) end();
    },
  };
}
