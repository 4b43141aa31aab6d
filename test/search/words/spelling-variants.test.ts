import lunr from 'lunr';
import { expect, test } from 'vitest';
import { americanOf } from '../../../src/search/words/spelling-variants.ts';
import { termOf } from '../../../src/search/words/words.ts';

const PAIRS =
  'organise organize, organisation organization, organisations organizations, personalisation personalization, prioritising prioritizing, incentivise incentivize, optimiser optimizer, customisable customizable, summarised summarized, emphasise emphasize, analyse analyze, analysing analyzing, catalyse catalyze, colour color, colours colors, colourful colorful, colourise colorize, behaviour behavior, behavioural behavioral, favourite favorite, favourites favorites, unfavourable unfavorable, neighbourhood neighborhood, honour honor, labour labor, humour humor, endeavour endeavor, centre center, centres centers, centred centered, theatre theater, metre meter, kilometres kilometers, fibre fiber, catalogue catalog, catalogues catalogs, cataloguing cataloging, dialogue dialog, defence defense, licence license, licences licenses, practise practice, practising practicing, programme program, programmes programs, travelled traveled, travelling traveling, traveller traveler, cancelled canceled, modelling modeling, labelled labeled, fuelled fueled, dialling dialing, counsellor counselor, marvellous marvelous, focussed focused, enrol enroll, enrolment enrollment, fulfil fulfill, fulfilment fulfillment, instalment installment, skilful skillful, judgement judgment, acknowledgement acknowledgment, ageing aging, grey gray, likeable likable, sizeable sizable, paediatric pediatric, anaesthetic anesthetic, manoeuvre maneuver, manoeuvring maneuvering, artefact artifact, enquiry inquiry, enquiries inquiries, adviser advisor, jewellery jewelry, sceptical skeptical, aluminium aluminum, tyres tires, learnt learned, maths math, towards toward, yoghurt yogurt';

test('British and American spellings have one term', () => {
  for (const pair of PAIRS.split(', ')) {
    const [british = '', american = ''] = pair.split(' ');
    expect(termOf(british), pair).toBe(termOf(american));
  }
});

test('words that only look British stay as they are', () => {
  const words =
    'four hour hours tour tourist pour your sour flour contour detour source course resource journey court devour exercise exercised exercising advertise advertised advertiser advertising advise advised supervise revise televise improvise devise wise likewise otherwise promise promised promising compromise premise demise surprise enterprise comprise rise rising arise raise raised praise noise poise cruise bruise disguise precise concise incise excise franchise franchising merchandise expertise paradise treatise chastise this his basis analysis crisis tennis visited wished published fire core store share are here genre acre massacre mediocre ogre vogue rogue league tongue travel travels license practice science agency presence list discuss business process skill will still full analysts';
  for (const word of words.split(' ')) expect(americanOf(word)).toBe(word);
});

test('their relatives are not parted from them', () => {
  const stem = (word: string): string => lunr.stemmer(new lunr.Token(word, {})).toString();
  for (const family of [
    'advertise advertised advertising',
    'promise promised promising',
    'exercise exercises exercising',
  ]) {
    expect(new Set(family.split(' ').map((word) => termOf(word))).size).toBe(1);
    for (const word of family.split(' ')) expect(termOf(word)).toBe(stem(word));
  }
});

test('an American spelling is its own', () => {
  for (const pair of PAIRS.split(', ')) {
    const american = americanOf(pair.split(' ')[1] ?? '');
    expect(americanOf(american), pair).toBe(american);
  }
});
