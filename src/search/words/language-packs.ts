import { createRequire } from 'node:module';
import lunr from 'lunr';

/** What lunr-languages knows of a language. */
export interface LanguagePack {
  /** Undefined for a language whose words are taken as they stand. */
  readonly stem: ((word: string) => string) | undefined;
  readonly stopWords: readonly string[];
}

const require = createRequire(import.meta.url);

/** Each is read when its language is met. */
const PACKS: Readonly<Record<string, () => unknown>> = {
  ar: () => require('lunr-languages/lunr.ar.js'),
  da: () => require('lunr-languages/lunr.da.js'),
  de: () => require('lunr-languages/lunr.de.js'),
  el: () => require('lunr-languages/lunr.el.js'),
  es: () => require('lunr-languages/lunr.es.js'),
  fi: () => require('lunr-languages/lunr.fi.js'),
  fr: () => require('lunr-languages/lunr.fr.js'),
  he: () => require('lunr-languages/lunr.he.js'),
  hi: () => require('lunr-languages/lunr.hi.js'),
  hu: () => require('lunr-languages/lunr.hu.js'),
  hy: () => require('lunr-languages/lunr.hy.js'),
  it: () => require('lunr-languages/lunr.it.js'),
  ja: () => require('lunr-languages/lunr.ja.js'),
  kn: () => require('lunr-languages/lunr.kn.js'),
  ko: () => require('lunr-languages/lunr.ko.js'),
  nl: () => require('lunr-languages/lunr.nl.js'),
  no: () => require('lunr-languages/lunr.no.js'),
  pl: () => require('lunr-languages/lunr.pl.js'),
  pt: () => require('lunr-languages/lunr.pt.js'),
  ro: () => require('lunr-languages/lunr.ro.js'),
  ru: () => require('lunr-languages/lunr.ru.js'),
  sa: () => require('lunr-languages/lunr.sa.js'),
  sv: () => require('lunr-languages/lunr.sv.js'),
  ta: () => require('lunr-languages/lunr.ta.js'),
  te: () => require('lunr-languages/lunr.te.js'),
  tr: () => require('lunr-languages/lunr.tr.js'),
  vi: () => require('lunr-languages/lunr.vi.js'),
  zh: () => require('lunr-languages/lunr.zh.js'),
};

/** The pack of a language, if there is one. Read anew each time: keep it. */
export function readLanguagePack(language: string): LanguagePack | undefined {
  const read = Object.hasOwn(PACKS, language) ? PACKS[language] : undefined;
  return read === undefined ? undefined : applyToStandIn(read(), language);
}

/**
 * A plugin writes into the lunr that it is given, and some into the global object. Ours is a stand-in, so that the real one
 * keeps its stemmer and its pipeline, and what came to be global goes again.
 */
function applyToStandIn(plugin: unknown, language: string): LanguagePack {
  const stopWords: string[] = [];
  const standIn: Record<string, unknown> = {
    version: lunr.version,
    Pipeline: { registerFunction: () => undefined },
    TinySegmenter: class {},
    wordcut: { init: () => undefined },
    // The pack for Telugu leaves a word with Hindi.
    hi: {},
    generateStopWordFilter: (words: readonly string[]) => {
      stopWords.push(...words);
      return () => undefined;
    },
  };
  withoutNewGlobals(() => {
    call(require('lunr-languages/lunr.stemmer.support.js'), standIn);
    call(plugin, standIn);
  });
  return { stem: stemmerIn(standIn[language]), stopWords };
}

function call(plugin: unknown, argument: unknown): void {
  if (typeof plugin === 'function') plugin(argument);
}

function withoutNewGlobals(work: () => void): void {
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  work();
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (!before.has(name)) Reflect.deleteProperty(globalThis, name);
}

function stemmerIn(pack: unknown): LanguagePack['stem'] {
  if (typeof pack !== 'function' || !('stemmer' in pack) || typeof pack.stemmer !== 'function') return undefined;
  const { stemmer } = pack;
  return (word) => {
    try {
      // What a stemmer asks of a token is to be changed by a function.
      const stem: unknown = stemmer({ update: (change: (word: string) => unknown) => change(word) });
      return typeof stem === 'string' ? stem : word;
    } catch {
      return word;
    }
  };
}
