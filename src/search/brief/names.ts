import type { Document } from '../../library/document.ts';
import { stemOf } from '../../library/path.ts';
import type { Part } from './part.ts';
import { readPhrases } from './phrases.ts';

/** What documents and headings are called that say what a part of a brief needs, in some of the languages of teams. */
type Called = readonly (readonly [Part, readonly string[]])[];

const CALLED: Called = [
  [
    'voice',
    [
      'voice, voices, tone, tone of voice, brand voice, house style, style guide, style guides, styleguide, content style',
      'how we write, how we sound, how to write, writing style, writing guide, writing guidelines, content guidelines',
      'writing principles, content principles, editorial guidelines, editorial style, copywriting guidelines, brand personality',
      'stimme, markenstimme, tonalität, tonfall, sprachstil, schreibstil, stilguide, so schreiben wir',
      'voix, ton, ligne éditoriale, charte éditoriale, voz, tono, tom de voz, guía de estilo, voce, tono di voce',
      'stem, toon, tone-of-voice, schrijfstijl, huisstijl, röst, tonalitet, skrivregler, тон, голос, 语气, 語氣, 语调, 文体, トーン, 말투, 톤',
    ],
  ],
  [
    'words',
    [
      'words we use, words to use, words to avoid, use and avoid, words and phrases, word list, wordlist, vocabulary, terminology, banned words',
      'forbidden words, buzzwords, jargon, glossary, say this, never say, preferred terms, lexicon, naming guide',
      'wörter, wortliste, wortwahl, vokabular, terminologie, glossar, begriffe, mots, vocabulaire, lexique, glossaire',
      'palabras, vocabulario, terminología, glosario, parole, vocabolario, palavras, glossário, woorden, woordenlijst',
      'ord, ordlista, 用语, 用語, 术语, 용어',
    ],
  ],
  [
    'reader',
    [
      'persona, personas, buyer persona, buyer personas, target audience, target audiences, target group, customer profile',
      'ideal customer profile, icp, customer profiles, who we write for, zielgruppe, zielgruppen, public cible, publico objetivo',
      'doelgroep, målgrupp, 受众, ペルソナ, 페르소나',
    ],
  ],
  [
    'messaging',
    [
      'messaging, key messages, message house, messaging house, value proposition, value propositions, value drivers',
      'positioning, positioning statement, tagline, elevator pitch, pillars, messaging pillars, boilerplate, brand platform',
      'botschaften, kernbotschaften, positionierung, messages clés, positionnement, mensajes, posicionamiento, messaggi',
      'posizionamento, mensagens, kernboodschap, positionering, budskap, メッセージ, 信息屋',
    ],
  ],
  [
    'proof',
    [
      'proof, proof points, proof point, customer stories, customer story, case studies, case study, testimonials',
      'claims register, success stories, references and quotes, facts and figures, customer quotes, belege, kundenstimmen',
      'fallstudien, erfolgsgeschichten, preuves, témoignages, études de cas, pruebas, testimonios, casos de éxito',
      'testimonianze, provas, depoimentos, bewijs, klantverhalen, 事例, 案例',
    ],
  ],
  [
    'learned',
    [
      'learnings, lessons, lessons learned, lessons learnt, what we learned, what we learnt, retrospective',
      'campaign results, post mortem, erkenntnisse, enseignements, aprendizajes, apprendimenti, aprendizados, lessen, 振り返り',
    ],
  ],
  [
    'rules',
    [
      'legal, claims, claims rules, compliance, disclaimer, disclaimers, gdpr, consent, regulations, legal rules, trademark',
      'trademarks, substantiation, advertising standards, customer ethics, recht, rechtliches, rechtliche, werberecht',
      'mentions légales, juridique, conformité, cumplimiento, normativa, conformità, note legali, conformidade, juridisch',
      'juridik, 法律, 法务, 法務, 合规',
    ],
  ],
];

/** Names that say it less surely. */
const ALSO_CALLED: Called = [
  [
    'voice',
    [
      'style, writing, plain language, plain english, inclusive language, grammar, mechanics, punctuation, active voice, copywriting',
      'brand guidelines, editorial, sprache, stil, inclusive writing, estilo, stile',
    ],
  ],
  ['words', ['words, capitalization, abbreviations, spelling, calls to action']],
  ['reader', ['audience, audiences, customers, users, readers, segment, segments, buyers, kunden']],
  ['messaging', ['messages, message, mission, value, values, brand strategy']],
  ['proof', ['evidence, results, figures, statistics, quotes, stories, ergebnisse']],
  ['rules', ['rules, sign-off, privacy, copyright, permissions']],
];

interface Calling {
  readonly part: Part;
  readonly strength: number;
}

const CALLINGS = readPhrases<Calling>([...entriesOf(CALLED, 1), ...entriesOf(ALSO_CALLED, 0.4)]);

function entriesOf(called: Called, strength: number): [string, Calling][] {
  return called.flatMap(([part, lines]) =>
    lines.flatMap((line) => line.split(',').map((phrase): [string, Calling] => [phrase, { part, strength }])),
  );
}

/** How surely a name says that what it names belongs to a part: 1 surely, less when it may, absent when it does not. */
export function partsOfName(name: string): ReadonlyMap<Part, number> {
  return strongest([name]);
}

function strongest(names: readonly string[]): Map<Part, number> {
  const most = new Map<Part, number>();
  for (const name of names) {
    for (const { value } of CALLINGS.in(name)) {
      most.set(value.part, Math.max(value.strength, most.get(value.part) ?? 0));
    }
  }
  return most;
}

/** How much a document's different names count. */
const WEIGHTS = { title: 3, alias: 2, file: 2, tag: 1.5, folder: 1 } as const;
/** Where a title and another name of a document, or two other names, surely say so. */
export const SURE = 3.5;

const known = new WeakMap<Document, ReadonlyMap<Part, number>>();

/** How surely the names of a document say that it belongs to a part; at `SURE` there is little doubt. */
export function partsOfDocument(document: Document): ReadonlyMap<Part, number> {
  const before = known.get(document);
  if (before !== undefined) return before;
  const folders = document.id.split('/').slice(0, -1);
  const names: [number, string[]][] = [
    [WEIGHTS.title, [document.title]],
    [WEIGHTS.alias, [...document.aliases]],
    [WEIGHTS.file, [stemOf(document.id)]],
    [WEIGHTS.tag, [...document.tags]],
    [WEIGHTS.folder, folders],
  ];
  const sums = new Map<Part, number>();
  for (const [weight, texts] of names) {
    for (const [part, strength] of strongest(texts)) sums.set(part, (sums.get(part) ?? 0) + weight * strength);
  }
  known.set(document, sums);
  return sums;
}
