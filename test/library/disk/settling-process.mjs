// Settles the draft DRAFT of the library at ROOT, and may be killed at one call of the system. What it does is said by its environment.
import { findRoot } from '../../../dist/library/disk/disk.js';
import { WRITE_CALLS } from '../../../dist/library/disk/write-calls.js';
import { openWriter } from '../../../dist/library/disk/writer.js';
import { ledThrough, withoutLinks, writingShort } from './faults.mjs';
import { approvals, declining } from './settlings.mjs';

const { ROOT, DRAFT, HASH, WAY, NAME = 'Ana', DISK = '', KILL_AT = '0', KILL_WHEN = '' } = process.env;

function die() {
  process.kill(process.pid, 'SIGKILL');
  return new Promise((resolve) => setTimeout(resolve, 60_000));
}

const disks = {
  '': WRITE_CALLS,
  'no links': withoutLinks(WRITE_CALLS),
  'short writes': writingShort(WRITE_CALLS, 4_000),
};
const steps = [];
const calls = ledThrough(disks[DISK], async ({ number, name }, run, half) => {
  steps.push(name);
  if (number !== Number(KILL_AT)) return run();
  if (KILL_WHEN === 'before') return die();
  await (KILL_WHEN === 'half' ? half() : run());
  return die();
});

const { key } = await findRoot(ROOT);
const writer = openWriter({ root: ROOT, servedKey: () => key, calls });
const settling = { id: DRAFT, hash: HASH, ...(WAY === 'approve' ? approvals(NAME) : declining) };
const end = await writer.settle(settling).then(
  (settled) => ({ settled }),
  (error) => ({ name: error.name, message: error.message }),
);
process.stdout.write(JSON.stringify({ steps, end }));
