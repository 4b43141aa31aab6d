/**
 * The same calls, each led through `act` with its number from 1, its name and what it was given, what it does and, for a
 * write, the same with half of the bytes.
 */
export function ledThrough(calls, act) {
  let number = 0;
  const lead = (name, run, { given = [], half = run } = {}) => act({ number: ++number, name, given }, run, half);
  const file = (handle, kind) => ({
    fd: handle.fd,
    write: (bytes, offset, length, position) =>
      lead('write', () => handle.write(bytes, offset, length, position), {
        half: () => handle.write(bytes, offset, Math.ceil(length / 2), position),
      }),
    read: (...where) => lead('read', () => handle.read(...where)),
    stat: () => lead('stat', () => handle.stat()),
    sync: () => lead(`sync ${kind}`, () => handle.sync()),
    close: () => lead(`close ${kind}`, () => handle.close()),
  });
  const led = Object.entries(calls).map(([name, call]) => {
    if (typeof call !== 'function') return [name, call];
    if (['create', 'openFile', 'openToAppend', 'openToSync'].includes(name))
      return [name, async (...given) => file(await lead(name, () => call(...given)), 'file')];
    if (name === 'openFolder')
      return [name, async (...given) => file(await lead(name, () => call(...given)), 'folder')];
    return [name, (...given) => lead(name, () => call(...given), { given })];
  });
  return Object.fromEntries(led);
}

/** The same calls on a file system on which a file has one name only. */
export function withoutLinks(calls) {
  return { ...calls, link: () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })) };
}

/** The same calls, which write at most so many bytes at a time. */
export function writingShort(calls, most) {
  return {
    ...calls,
    async create(path) {
      const handle = await calls.create(path);
      return {
        fd: handle.fd,
        write: (bytes, offset, length, position) => handle.write(bytes, offset, Math.min(most, length), position),
        read: (...where) => handle.read(...where),
        sync: () => handle.sync(),
        close: () => handle.close(),
      };
    },
  };
}
