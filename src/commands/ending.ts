/** The signals by which the system, or whoever closes a terminal's window, asks a program to end. */
export const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
