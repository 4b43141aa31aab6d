/** Which ids were there before. Sixteen bytes an id or a little more, however long it is. */
export interface DistinctIds {
  /** Whether the id is new. */
  add(id: string): boolean;
  readonly size: number;
}

const FIRST_CAPACITY = 1_024;
const FULLEST = 0.6;

interface Fingerprint {
  readonly high: number;
  readonly low: number;
}

function rotated(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

/** 64 bits of an id. Among a million ids, the odds that two have the same are about one in ten million. */
function fingerprintOf(id: string): Fingerprint {
  let high = id.length;
  let low = 0x3c6ef372;
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    high = Math.imul(rotated(high, 5) ^ unit, 0x9e3779b1);
    low = Math.imul(rotated(low, 11) ^ unit, 0x85ebca77);
  }
  low ^= low >>> 15;
  // both zero marks an empty slot
  return { high: high >>> 0, low: (high === 0 && low === 0 ? 1 : low) >>> 0 };
}

/** A table of fingerprints with open addressing: a set of a million texts would take some hundred megabytes. */
export function createDistinctIds(): DistinctIds {
  let highs = new Uint32Array(FIRST_CAPACITY);
  let lows = new Uint32Array(FIRST_CAPACITY);
  let size = 0;

  /** The slot that holds the fingerprint, or the empty one where it belongs. */
  function slotOf({ high, low }: Fingerprint): number {
    const mask = highs.length - 1;
    let slot = (low ^ rotated(high, 16)) & mask;
    while (highs[slot] !== 0 || lows[slot] !== 0) {
      if (highs[slot] === high && lows[slot] === low) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function put({ high, low }: Fingerprint): boolean {
    const slot = slotOf({ high, low });
    if (highs[slot] !== 0 || lows[slot] !== 0) return false;
    highs[slot] = high;
    lows[slot] = low;
    return true;
  }

  function grow(): void {
    const [oldHighs, oldLows] = [highs, lows];
    highs = new Uint32Array(2 * oldHighs.length);
    lows = new Uint32Array(2 * oldLows.length);
    for (const [slot, high] of oldHighs.entries()) {
      const low = oldLows[slot] ?? 0;
      if (high !== 0 || low !== 0) put({ high, low });
    }
  }

  return {
    add(id) {
      const isNew = put(fingerprintOf(id));
      if (!isNew) return false;
      size++;
      if (size > FULLEST * highs.length) grow();
      return true;
    },
    get size() {
      return size;
    },
  };
}
