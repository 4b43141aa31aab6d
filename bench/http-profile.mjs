// Where a server's processor time goes while it is busy.
import { measureLoad } from './http-load.mjs';

const OURS = /\/dist\/([a-z]+)\//;
const PACKAGE = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;
/** What is no work of the server: waiting, and the profiler's own beginning and end. */
const NOT_WORK = new Set(['(idle)', 'dispatch']);

/** Who a frame belongs to: a room of ours, a package, Node itself, or what the engine calls by a name in brackets. */
function ownerOf({ functionName, url }) {
  if (url === '') return functionName.startsWith('(') ? functionName : 'Node';
  if (url.startsWith('node:')) return 'Node';
  const [, name] = PACKAGE.exec(url) ?? [];
  if (name !== undefined) return name;
  const [, room] = OURS.exec(url) ?? [];
  return room === undefined ? 'else' : `ours: ${room}/`;
}

/** Shares of the busy time by name, the most first; `nameOf` says under which name a frame counts. */
function sharesOf({ nodes, samples, timeDeltas }, nameOf) {
  const working = nodes.filter(({ callFrame: { url, functionName } }) => url !== '' || !NOT_WORK.has(functionName));
  const names = new Map(working.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const sums = new Map();
  let busy = 0;
  for (const [at, id] of samples.entries()) {
    const name = names.get(id);
    if (name === undefined) continue;
    busy += timeDeltas[at];
    sums.set(name, (sums.get(name) ?? 0) + timeDeltas[at]);
  }
  return [...sums].map(([name, sum]) => [name, sum / busy]).sort(([, a], [, b]) => b - a);
}

const placeOf = (frame) => {
  const owner = ownerOf(frame);
  if (frame.url === '') return `${frame.functionName || '(anonymous)'} (${owner})`;
  return `${frame.functionName || '(anonymous)'} ${frame.url.split('/').at(-1)}:${frame.lineNumber + 1} (${owner})`;
};

/** Shares of the server's busy time while it answers, by owner and by function; and the profile itself. */
export async function measureProfile(server, load) {
  await server.order('startProfile');
  await measureLoad(server, load);
  const profile = await server.order('stopProfile');
  return { profile, byOwner: sharesOf(profile, ownerOf), byFunction: sharesOf(profile, placeOf) };
}
