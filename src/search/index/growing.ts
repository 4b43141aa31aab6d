type Numbers = Uint16Array | Uint32Array | Float64Array | Uint8Array;

/** A list with room for index `at`: the same one, or a copy with zeros behind. */
export function withRoom<T extends Numbers>(list: T, at: number, make: (length: number) => T): T {
  if (at < list.length) return list;
  const roomier = make(Math.max(16, Math.ceil((at + 1) * 1.25)));
  roomier.set(list);
  return roomier;
}
