import type { OwnFolder } from '../../library/disk/own-folder.ts';
import { codeOf, isOfSystem } from '../../library/disk/scan-rules.ts';
import { counted } from '../../library/text/counted.ts';
import type { WaitingLine, WaitingLines } from './waiting-lines.ts';
import { openWriting } from './writing.ts';

/** The way of lines that wait into a folder. */
export interface Delivery {
  /** Writes all that waits; what cannot be written waits again. With `isLast`, it also survives a power failure. */
  deliver(where: OwnFolder, isLast: boolean): Promise<void>;
  /** How often in a row it has failed. */
  failures(): number;
  /** Says what still waits and will never be written. */
  giveUp(): void;
}

export interface DeliveryOptions {
  readonly waiting: WaitingLines;
  readonly machine: () => Promise<string>;
  /** Told when writing begins to fail and when it works again. */
  readonly onFault: (fault: unknown) => void;
}

const SYNC_AFTER_MS = 60_000;

/** What is wrong with the folder, in a sentence; what is wrong with us, as it is. */
function sentenceOn(fault: unknown, folder: OwnFolder): unknown {
  if (!isOfSystem(fault)) return fault;
  return `The journal cannot be written at the moment (${codeOf(fault)}); answers are as before, and it is tried again. It lies in ${folder.path}`;
}

function entriesOfJournal(number: number): string {
  return counted(number, 'entry of the journal', 'entries of the journal');
}

export function openDelivery({ waiting, machine, onFault }: DeliveryOptions): Delivery {
  const onFull = (): void =>
    onFault('The journal of one member is full for this month; what else they do in it is not recorded.');
  const writing = openWriting({ machine, onFull });
  let failures = 0;
  let syncedAt = performance.now();

  const onFailure = (fault: unknown, where: OwnFolder): void => {
    if (failures === 0) onFault(sentenceOn(fault, where));
    failures++;
  };
  const onSuccess = (): void => {
    const lost = waiting.takeLost();
    if (lost > 0)
      onFault(`${entriesOfJournal(lost)} ${lost === 1 ? 'is' : 'are'} lost: too many were waiting to be written.`);
    if (failures > 0) onFault('The journal is written again.');
    failures = 0;
  };
  const sync = async (isLast: boolean): Promise<void> => {
    if (performance.now() - syncedAt < SYNC_AFTER_MS && !isLast) return;
    syncedAt = performance.now();
    await writing.sync();
  };
  return {
    async deliver(where, isLast) {
      const left: WaitingLine[] = [];
      const faults: unknown[] = [];
      for (const [series, lines] of waiting.take()) {
        const unwritten = await writing.write(where, series, lines);
        left.push(...unwritten.lines);
        if ('fault' in unwritten) faults.push(unwritten.fault);
      }
      waiting.putBack(left);
      await sync(isLast).catch((fault: unknown) => faults.push(fault));
      if (faults.length > 0) onFailure(faults[0], where);
      else onSuccess();
    },
    failures: () => failures,
    giveUp() {
      if (waiting.count() > 0) onFault(`${entriesOfJournal(waiting.count())} could not be written.`);
    },
  };
}
