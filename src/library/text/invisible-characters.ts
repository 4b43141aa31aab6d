/** Characters that nobody sees, each sort as the inside of a character class for a pattern with the flag `u`. */
export const TAG = '\\u{E0000}-\\u{E007F}';
export const DIRECTION = '\\u061C\\u202A-\\u202E\\u2066-\\u2069';
export const ZERO_WIDTH =
  '\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B-\\u200D\\u2060-\\u2065\\u206A-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB';
export const VARIATION = '\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}';
/** Cc without tab, line ends and form feed. */
export const CONTROL = '\\0-\\x08\\x0B\\x0E-\\x1F\\x7F-\\x9F';
