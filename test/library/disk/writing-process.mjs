// Writes drafts into the library at ROOT, and may be killed at one call of the system. What it does is said by its environment.
import { findRoot } from '../../../dist/library/disk/disk.js';
import { WRITE_CALLS } from '../../../dist/library/disk/write-calls.js';
import { openWriter } from '../../../dist/library/disk/writer.js';
import { ledThrough, withoutLinks, writingShort } from './faults.mjs';

const { ROOT, TITLE, TEXT_LENGTH, TIMES = '1', DISK = '', KILL_AT = '0', KILL_WHEN = '' } = process.env;

function die() {
  process.kill(process.pid, 'SIGKILL');
  return new Promise((resolve) => setTimeout(resolve, 60_000));
}

const disks = {
  '': WRITE_CALLS,
  'no links': withoutLinks(WRITE_CALLS),
  'short writes': writingShort(WRITE_CALLS, Math.ceil(Number(TEXT_LENGTH) / 8)),
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
const text = `${'A'.repeat(Number(TEXT_LENGTH) - 4)}END\n`;
for (let time = 0; time < Number(TIMES); time++) await writer.create({ title: TITLE, text });
process.stdout.write(JSON.stringify(steps));
