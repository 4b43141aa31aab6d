// Loaded into a server's process before it (`node --expose-gc --import`): says over the channel to the parent what the
// process uses. The server itself knows nothing of it.
import { Session } from 'node:inspector/promises';
import { setImmediate } from 'node:timers/promises';

const SAMPLE_MICROSECONDS = 250;
const COLLECTIONS = 3;

let session;

const ORDERS = {
  /** Microseconds of processor time so far. */
  processor() {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  /** Bytes, after everything that nobody needs has been collected. */
  async memory() {
    for (let i = 0; i < COLLECTIONS; i++) {
      globalThis.gc();
      await setImmediate();
    }
    const { heapUsed, external, rss } = process.memoryUsage();
    return { used: heapUsed + external, resident: rss };
  },
  async startProfile() {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
    await session.post('Profiler.start');
  },
  async stopProfile() {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return profile;
  },
};

process.on('message', async (order) => process.send({ answer: await ORDERS[order]() }));
process.on('disconnect', () => process.exit());
process.channel.unref();
