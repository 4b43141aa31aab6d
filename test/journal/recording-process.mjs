// Records entries in the folder FOLDER, and may be killed at one call of the system. What it does is said by its environment.
import { openJournal } from '../../dist/journal/journal.js';
import { PRIVATE_CALLS } from '../../dist/library/disk/own-calls.js';
import { openOwnFolder } from '../../dist/library/disk/own-folder.js';
import { ledThrough } from '../library/disk/faults.mjs';

const { FOLDER, TIMES = '1', NAME = 'one', BURST = '50', KILL_AT = '0', KILL_WHEN = '' } = process.env;

function die() {
  process.kill(process.pid, 'SIGKILL');
  return new Promise((resolve) => setTimeout(resolve, 60_000));
}

const steps = [];
const calls = ledThrough(PRIVATE_CALLS, async ({ number, name }, run, half) => {
  steps.push(name);
  if (number !== Number(KILL_AT)) return run();
  if (KILL_WHEN === 'before') return die();
  await (KILL_WHEN === 'half' ? half() : run());
  return die();
});

const folder = openOwnFolder({ path: FOLDER, inside: 'journal', calls, root: async () => FOLDER });
const place = { writes: folder, reads: [folder] };
const journal = openJournal({
  places: { local: place, shared: place },
  settings: () => ({ where: 'local', queries: true, ranking: true, keepDays: 400 }),
  keepDays: async () => 400,
  machine: async () => '0123abcd',
  onFault: (fault) => process.stderr.write(`${fault}\n`),
});
const turn = () => new Promise((resolve) => setImmediate(resolve));
for (let time = 0; time < Number(TIMES); time++) {
  journal.record({ member: 'Ana', use: 'document', ids: [`context/${NAME}/${time}.md`], outcome: 'done' });
  if (time % Number(BURST) === 0) await turn();
}
await journal.close();
process.stdout.write(JSON.stringify(steps));
