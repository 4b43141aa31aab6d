/** The last part of a path. */
export const fileNameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The path of the folder in which something lies; empty at the library's root. */
export const folderAbove = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('/')));
