import { sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { isLitter, isLitterFolder } from './file-names.ts';
import type { IsInScope } from './scope.ts';

/** What is to be watched. Another key asks for another watcher. */
export interface Watched {
  readonly root: string;
  readonly key: string;
  readonly isInScope: IsInScope;
}

export interface WatchListener {
  /** Something may have happened at this path, from the root. */
  readonly onHint: (path: string) => void;
  readonly onReady: () => void;
  readonly onError: () => void;
}

/** The events of the folders alone: they tell of the files inside, at a fraction of what a watch on every file costs. */
function watchFolders({ root, isInScope }: Watched, listener: WatchListener): FSWatcher {
  const fromRoot = (path: string): string =>
    path
      .slice(root.length)
      .split(sep)
      .filter((it) => it !== '')
      .join('/');
  const hint = (path: string): void => {
    const segments = fromRoot(path).split('/');
    if (!segments.slice(0, -1).some(isLitterFolder) && !isLitter(segments.at(-1) ?? ''))
      listener.onHint(segments.join('/'));
  };
  const isPassedOver = (path: string): boolean => {
    const inside = fromRoot(path);
    return inside !== '' && (inside.split('/').some(isLitterFolder) || !isInScope(inside, 'folder'));
  };
  return watch(root, {
    followSymlinks: false,
    ignoreInitial: true,
    atomic: false,
    ignored: (path, stats) => stats !== undefined && (!stats.isDirectory() || isPassedOver(path)),
  })
    .on('all', (_event, path) => hint(path))
    .on('raw', (_event, name, details) => {
      if (typeof details !== 'object' || details === null || !('watchedPath' in details)) return;
      const folder = String(details.watchedPath);
      hint(typeof name === 'string' ? `${folder}${sep}${name}` : folder);
    })
    .on('ready', listener.onReady)
    .on('error', listener.onError);
}

/** The watcher of the moment, if there is one. */
export function openWatch(listener: WatchListener) {
  let watcher: FSWatcher | undefined;
  let key: string | undefined;
  let isClosed = false;
  const end = async (): Promise<void> => {
    const old = watcher;
    watcher = undefined;
    key = undefined;
    // closing takes away all listeners, and a late error that nobody listens to would be thrown
    const ended = old?.close();
    old?.on('error', () => undefined);
    await ended;
  };
  return {
    /** Watches this, or nothing. */
    async point(watched: Watched | undefined): Promise<void> {
      if (watched?.key === key) return;
      await end();
      if (watched === undefined || isClosed) return;
      key = watched.key;
      watcher = watchFolders(watched, listener);
    },
    /** Nothing is watched any more. */
    async close(): Promise<void> {
      isClosed = true;
      await end();
    },
  };
}
