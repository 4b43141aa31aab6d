import type { Part } from './part.ts';
import { readPhrases } from './phrases.ts';
import type { Unit } from './unit.ts';

/** Headings below which stands what a writer needs first. */
const TELLING: readonly (readonly [Part | 'any', string])[] = [
  [
    'any',
    'short version, in short, summary, at a glance, overview, key points, essentials, tl dr, the rules, principles',
  ],
  [
    'any',
    'kurzfassung, zusammenfassung, auf einen blick, en bref, résumé, en resumen, resumen, in breve, em resumo, samenvatting',
  ],
  [
    'voice',
    'rules, principles, tone by channel, by channel, mechanics, dos and donts, we are, our voice, guidelines, checklist',
  ],
  ['voice', 'regeln, grundsätze, règles, reglas, regole, regras, regels, 原则, ルール'],
  [
    'words',
    'never, avoid, banned, forbidden, say this, instead, use and avoid, do not use, vermeiden, nie, éviter, evitar, evitare',
  ],
  [
    'reader',
    'write, talk, speak, reach, worries, worry, pains, pain points, challenges, fears, convinces, motivations, goals',
  ],
  ['reader', 'needs, jobs to be done, objections, frustrations, says, in their words, quotes, cares about'],
  ['reader', 'sorgen, ziele, einwände, motive, bedürfnisse, objectifs, freins, objetivos, dolores, obiettivi, paure'],
  [
    'messaging',
    'tagline, pillars, value proposition, key messages, elevator pitch, in one sentence, in one paragraph, why us',
  ],
  ['proof', 'proof points, proof, customer stories, case studies, register, testimonials, evidence'],
  ['learned', 'learn, learned, learnt, lessons, lesson, takeaways, takeaway, next time, next steps, recommendation'],
  [
    'learned',
    'recommendations, conclusion, conclusions, insights, what worked, gelernt, erkenntnisse, fazit, appris, aprendido, imparato',
  ],
  ['rules', 'never, must, claims, required, not allowed, prohibited, approval, sign off, verboten, interdit'],
];

/** Headings below which stands what can wait. */
const WAITING =
  'example, examples, before and after, history, background, further reading, resources, additional resources, related, methodology, changelog, about this guide, about this page, day in the life, appendix, contributing, owner, glossar, beispiel, beispiele, exemples, ejemplos';

const CUES = readPhrases<Part | 'any'>(
  TELLING.flatMap(([part, line]) => line.split(',').map((phrase) => [phrase, part] as const)),
);
/** Headings that only say of what they stand above whether it is right. */
const EXAMPLES = /^\W*(?:do|don['’]?t|yes|no|good|bad|right|wrong|before|after)\W*$/i;

const WAITING_CUES = readPhrases(WAITING.split(',').map((phrase) => [phrase, true] as const));

/** 1 where a heading above it says that it is for the part, -1 where its own says that it can wait, else 0. */
export function cueOf({ headings }: Unit, part: Part): number {
  const own = headings.at(-1) ?? '';
  if (WAITING_CUES.in(own).length > 0 || EXAMPLES.test(own)) return -1;
  const isTelling = headings.some((heading) => CUES.in(heading).some(({ value }) => value === part || value === 'any'));
  return isTelling ? 1 : 0;
}
