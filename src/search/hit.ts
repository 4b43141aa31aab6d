import type { Document, Section } from '../library/document.ts';
import type { Catalog, Place } from './catalog.ts';
import type { Hit } from './engine.ts';
import { snippetOf } from './excerpt/snippet.ts';
import { idOf } from './passages.ts';
import type { Ranked } from './ranking.ts';
import { termsOfName } from './words/words.ts';

/** Shows a document that was found: the section that has most of the asked terms, by their weights, and a snippet of it. */
export function showHit(catalog: Catalog, ranked: Ranked, weights: ReadonlyMap<string, number>): Hit | undefined {
  const entry = catalog.entries[ranked.owner];
  const place = catalog.placeOf(ranked.passage);
  if (entry === undefined || place === undefined) return undefined;
  const { document, language } = entry;
  const wanted: Wanted = { weights, language };
  const section = bestSection(document, place, wanted);
  const isCited = section !== undefined && section.anchor !== '';
  return {
    id: idOf(document, section),
    document,
    ...(isCited ? { section } : {}),
    snippet: snippetFor({ document, place, section }, wanted),
    score: ranked.score,
  };
}

/** The terms that a snippet should have, with their weights, in the language of its text. */
interface Wanted {
  readonly weights: ReadonlyMap<string, number>;
  readonly language: string;
}

/** Undefined when no section of the place has any of the terms: then it was the title, a tag or the path that matched. */
function bestSection(document: Document, place: Place, { weights, language }: Wanted): Section | undefined {
  let best: Section | undefined;
  let most = 0;
  for (const section of place.sections) {
    const terms = new Set(termsOfName(textIn(document, section, place), language));
    let weight = 0;
    for (const [term, value] of weights) if (terms.has(term)) weight += value;
    if (weight <= most) continue;
    most = weight;
    best = section;
  }
  return best;
}

interface Shown {
  readonly document: Document;
  readonly place: Place;
  readonly section: Section | undefined;
}

/** From the section itself; where it is only a heading, from what follows it; where nothing does, the description. */
function snippetFor({ document, place, section }: Shown, wanted: Wanted): string {
  const texts =
    section === undefined
      ? [document.description, withoutHeading(document.body.slice(place.start, place.end))]
      : [textIn(document, section, place), document.body.slice(Math.max(section.start, place.start), place.end)].map(
          withoutHeading,
        );
  for (const text of [...texts, document.description]) {
    const snippet = snippetOf(text, wanted.weights, wanted.language);
    if (snippet !== '') return snippet;
  }
  return snippetOf(document.title, wanted.weights, wanted.language);
}

function textIn({ body }: Document, section: Section, place: Place): string {
  return body.slice(Math.max(section.start, place.start), Math.min(section.end, place.end));
}

function withoutHeading(text: string): string {
  return text.replace(/^#{1,6}\s.*(?:\r?\n|\r|$)/, '');
}
