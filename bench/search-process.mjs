// Starts a process for one engine and gives it orders.
import { fork } from 'node:child_process';
import { totalmem } from 'node:os';
import { join } from 'node:path';

const CHILD = join(import.meta.dirname, 'search-child.mjs');
const MOST_MEGABYTES = Math.floor((0.6 * totalmem()) / 2 ** 20);

/** Starts an engine's process. An order that fails, ends the process or lasts too long rejects with the reason. */
export function startEngine() {
  const child = fork(CHILD, [], {
    execArgv: ['--expose-gc', `--max-old-space-size=${MOST_MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaint = (complaint + text).slice(-2_000);
  });
  const ended = new Promise((resolve) => child.once('close', resolve));

  function order(name, parameters = {}, seconds = 3_600) {
    return new Promise((resolve, reject) => {
      const finish = (settle, value) => {
        clearTimeout(timer);
        child.off('message', listen);
        child.off('exit', leave);
        settle(value);
      };
      const listen = ({ result, fault }) =>
        fault === undefined ? finish(resolve, result) : finish(reject, new Error(fault));
      const leave = () => finish(reject, new Error(reasonFor(complaint)));
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        finish(reject, new Error(`took more than ${seconds} s`));
      }, 1_000 * seconds);
      child.on('message', listen);
      child.once('exit', leave);
      child.send({ order: name, ...parameters });
    });
  }

  return {
    order,
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function reasonFor(complaint) {
  if (/heap out of memory/.test(complaint)) return `needs more than ${MOST_MEGABYTES} MB of heap`;
  return `its process ended: ${complaint.trim().split('\n').at(-1) ?? ''}`;
}
