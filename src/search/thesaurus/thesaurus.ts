import { type Names, readNames } from '../question/names.ts';
import { ENGLISH } from '../words/languages.ts';
import { COMPANY_GROUPS } from './company-groups.ts';
import { EVERYDAY_GROUPS } from './everyday-groups.ts';
import { MARKETING_GROUPS } from './marketing-groups.ts';
import { WRITING_GROUPS } from './writing-groups.ts';

/** English words for the same thing, in which one person asks and another writes. Read step by step: there are thousands. */
export function readThesaurus(): Generator<void, Names> {
  const lines = [WRITING_GROUPS, MARKETING_GROUPS, COMPANY_GROUPS, EVERYDAY_GROUPS].flatMap((groups) =>
    groups.trim().split('\n'),
  );
  return readNames(
    lines.map((line) => line.split(', ')),
    ENGLISH,
  );
}
