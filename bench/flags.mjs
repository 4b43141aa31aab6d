// Reads a benchmark's flags: `--name value`, and `--name` alone for a switch.
import { parseArgs } from 'node:util';

/** The flags by name. A mistake ends the process with what can be given. */
export function readFlags(options, usage) {
  try {
    return parseArgs({ options, strict: true }).values;
  } catch (mistake) {
    console.error(`${mistake.message}\n\n${usage}`);
    process.exit(2);
  }
}
