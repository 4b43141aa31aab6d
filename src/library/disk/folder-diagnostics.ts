import { type Diagnostic, diagnose } from '../diagnostic.ts';

/** The library's folder itself, as a diagnostic's path. */
const ROOT = '.';

const count = (n: number): string => n.toLocaleString('en-US');
/** Rounded up, so that what is above a limit never reads like the limit. */
const megabytes = (bytes: number): string => `${Math.ceil((bytes / 2 ** 20) * 10) / 10} MB`;

export function diagnoseConflict(path: string, of: string, by: string): Diagnostic {
  return diagnose(
    'conflicted-copy',
    { path: path.normalize('NFC') },
    {
      message: `This is a conflicted copy of "${of}", made by ${by} when two people saved at once, and is not served.`,
      hint: `Move what is worth keeping into "${of}" and delete this file.`,
    },
  );
}

export function diagnoseCopy(path: string, of: string): Diagnostic {
  return diagnose(
    'file-copy',
    { path: path.normalize('NFC') },
    {
      message: `This file looks like a copy of "${of}" beside it; both are served.`,
      hint: 'Delete the copy, or give it a name that says how it differs.',
    },
  );
}

export function diagnosePointer(path: string, to: string): Diagnostic {
  return diagnose(
    'file-pointer',
    { path: path.normalize('NFC') },
    {
      message: `This file only points to a document in ${to}; its text is not in the folder.`,
      hint: 'Download the document as Markdown or plain text and save it here.',
    },
  );
}

export function diagnoseNotDownloaded(path: string): Diagnostic {
  return diagnose(
    'file-not-downloaded',
    { path: path.normalize('NFC') },
    {
      message: 'This file lies in iCloud and has not been downloaded to this computer.',
      hint: 'Choose "Keep Downloaded" in the file\'s menu in the Finder.',
    },
  );
}

export function diagnoseLink(path: string): Diagnostic {
  return diagnose(
    'file-link',
    { path: path.normalize('NFC') },
    {
      message: 'This is a link to another place, and links are not followed.',
      hint: 'Put the file or folder itself into the library.',
    },
  );
}

/** Both as the disk spells them. */
export function diagnoseSameName(path: string, served: string): Diagnostic {
  const difference =
    path.normalize('NFC') === served.normalize('NFC') ? 'how accents are stored' : 'upper and lower case';
  return diagnose(
    'same-name',
    { path: path.normalize('NFC') },
    {
      message: `"${served}" and "${path}" differ only in ${difference}; only the first is served.`,
      hint: 'Rename one of the two.',
    },
  );
}

/** `isKnown`: a smaller version was read before, and stays. */
export function diagnoseTooLarge(
  path: string,
  { size, limit, isKnown }: { size: number; limit: number; isKnown: boolean },
): Diagnostic {
  return diagnose(
    'file-too-large',
    { path: path.normalize('NFC') },
    {
      message: `This file is ${megabytes(size)}; files above ${megabytes(limit)} are not served${isKnown ? ', so its version before is' : ''}.`,
      hint: 'Split it into smaller files.',
    },
  );
}

export function diagnoseUnreadable(path: string, kind: 'file' | 'folder'): Diagnostic {
  const what = kind === 'file' ? 'This file cannot be read' : 'This folder cannot be opened';
  return diagnose(
    `${kind}-unreadable`,
    { path: path.normalize('NFC') },
    {
      message: `${what}; whatever was read of it before is still served.`,
      hint: `Allow the account that runs team-context to read this ${kind}.`,
    },
  );
}

export function diagnoseTooMany(limit: number): Diagnostic {
  return diagnose(
    'too-many-files',
    { path: ROOT },
    {
      message: `The library holds more than ${count(limit)} documents; the rest is not served.`,
      hint: 'Name the folders to serve under "include:" in team-context.yaml.',
    },
  );
}

export function diagnoseUnreachable(): Diagnostic {
  return diagnose(
    'folder-unreachable',
    { path: ROOT },
    {
      message: "The library's folder cannot be reached; whatever was read of it before is still served.",
      hint: 'Check that the folder exists, that its drive is connected and that you may open it.',
    },
  );
}

export function diagnoseHeldBack(gone: number, known: number): Diagnostic {
  return diagnose(
    'deletions-held-back',
    { path: ROOT },
    {
      message: `${count(gone)} of ${count(known)} files disappeared at once and are still served for up to a minute, in case they come back.`,
      hint: 'Wait a minute if you deleted them; otherwise look after the drive or the sync client.',
    },
  );
}
