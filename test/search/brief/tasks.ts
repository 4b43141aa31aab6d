/** One thing that a good answer has to hold: words of the starter library, and the section in which they stand. */
export interface Need {
  readonly id: string;
  /** Words of that section, as they are read: without links and marks of emphasis. Absent where naming the document is enough. */
  readonly says?: string;
}

/** What somebody asks an assistant for, and what a senior marketer would lay on its desk for it. */
export interface Task {
  readonly name: string;
  readonly request: { readonly task: string; readonly persona?: string; readonly channel?: string };
  readonly needs: readonly Need[];
  /** What an assistant that only has `search` would ask, one after the other. */
  readonly queries: readonly string[];
}

const need = (id: string, says?: string): Need => ({ id, ...(says === undefined ? {} : { says }) });

const VOICE = 'context/brand/voice-and-tone.md';
const WORDS = 'context/brand/words-we-use-and-avoid.md';
const LEGAL = 'context/brand/legal-and-claims.md';
const NAMES = 'context/brand/product-names.md';
const INCLUSIVE = 'context/brand/inclusive-language.md';
const HOUSE = 'context/messaging/messaging-house.md';
const RIVALS = 'context/messaging/competitor-notes.md';
const POSITION = 'context/messaging/positioning.md';
const MAGGIE = 'context/personas/owner-baker.md';
const CALLUM = 'context/personas/operations-manager.md';
const DANUTA = 'context/personas/night-shift-lead.md';
const RAFAEL = 'context/personas/finance-partner.md';

const startInTheShop = need(
  `${VOICE}#1-start-in-the-shop`,
  'Open with a time, a place or a thing that someone can hold',
);
const oneFigure = need(`${VOICE}#2-one-figure-and-where-it-comes-from`, 'One figure to a paragraph, exact');
const dryOnce = need(`${VOICE}#3-dry-and-only-once`, 'One joke in a piece.');
const admitLimit = need(`${VOICE}#4-say-what-it-does-not-do`, 'Anything longer than 200 words admits one limit');
const mechanics = need(`${VOICE}#mechanics`, 'No exclamation marks.');
const never = need(`${WORDS}#never`, 'guarantee, hassle-free');
const sayThis = need(`${WORDS}#say-this-not-that`, 'waste, surplus, shrinkage, spoilage');
const baseBeside = need(`${LEGAL}#what-stands-beside-a-figure`, 'A figure without its base is not ours.');
const neverClaim = need(`${LEGAL}#claims-we-never-make`, 'Any guarantee, of accuracy or of results.');
const releases = need(`${LEGAL}#customer-quotes-and-names`, 'A release is a signed form');
const fewerLeftovers = need(`${HOUSE}#proof-points`, '31% fewer leftovers.');
const emptyShelves = need(`${HOUSE}#proof-points`, 'fell from 4.2 a week to 1.7');
const forecast = need(`${HOUSE}#proof-points`, '8 days in 10, the forecast is within one tray');
const sendTime = need('context/learnings/send-time-second-bake.md', 'Tuesday, Wednesday or Thursday at 1:30 p.m.');
const emailTone = need(`${VOICE}#tone-by-channel`, 'a colleague at the end of a shift');

/** Chosen by reading the library, before any brief was looked at. */
export const TASKS: readonly Task[] = [
  {
    name: 'launch email',
    request: {
      task: 'Write the launch email for Rounds, the screen that shows all shops, to operations managers of small chains.',
      persona: 'Callum',
      channel: 'email',
    },
    needs: [
      startInTheShop,
      oneFigure,
      emailTone,
      mechanics,
      never,
      sayThis,
      baseBeside,
      need(`${CALLUM}#what-worries-him-most`, 'Being the last to know.'),
      need(`${CALLUM}#how-to-write-to-him`, 'Figures for each shop, never for the company.'),
      need(`${CALLUM}#which-plan`, 'Do not sell him Rounds as a reason to buy'),
      emptyShelves,
      need(`${HOUSE}#customer-stories`, 'Released 19 May 2026.'),
      need(`${HOUSE}#11-am-bread-still-on-the-shelf`, 'At 9:30 a.m. Second Bake says whether another tray'),
      need(`${NAMES}#features`, 'all shops on one screen'),
      sendTime,
      need('prompts/launch-email.md'),
      need('context/workflows/launch-kit-in-a-morning.md'),
    ],
    queries: [
      'voice and tone for email',
      'words to use and avoid',
      'Callum operations manager persona',
      'Rounds feature name, plan and price',
      'proof points and customer story for a chain',
      'what we learned from launch emails',
    ],
  },
  {
    name: 'LinkedIn post',
    request: { task: 'A LinkedIn post about shelves that are empty at 11 a.m.' },
    needs: [
      startInTheShop,
      oneFigure,
      dryOnce,
      need(`${VOICE}#tone-by-channel`, 'someone who notices things and counts them'),
      never,
      sayThis,
      baseBeside,
      need(`${LEGAL}#comparisons-and-competitors`, "No competitor's name in ads, subject lines, social posts"),
      emptyShelves,
      need(`${HOUSE}#11-am-bread-still-on-the-shelf`, 'Selling out at 4 p.m. is the plan.'),
      need('context/learnings/ai-powered-ads.md', 'An hour and an oven do more work than any adjective.'),
      need(`${CALLUM}#where-he-is`, 'LinkedIn, between 12 and 2 p.m., reading and never commenting.'),
      need('prompts/social-variants.md'),
    ],
    queries: [
      'LinkedIn tone of voice',
      'words we never use',
      'empty shelf at 11 a.m. message',
      'figures about lines sold out before 11',
      'what we learned on LinkedIn',
      'rules on claims and competitors in social posts',
    ],
  },
  {
    name: 'landing page',
    request: {
      task: 'Landing page for the 30-day trial, for owners of a single bakery who worry about leftovers.',
      persona: 'Maggie',
    },
    needs: [
      startInTheShop,
      admitLimit,
      need(`${WORDS}#button-text-and-calls-to-action`, 'Default: Try it for 30 days.'),
      never,
      sayThis,
      need(`${MAGGIE}#what-worries-her-most`, 'The trays she carries to the back at closing.'),
      need(`${MAGGIE}#what-puts-her-off`, 'Being called a small business, a foodpreneur or an artisan.'),
      need(`${MAGGIE}#how-to-write-to-her`, 'Close with the limit and Try it for 30 days.'),
      fewerLeftovers,
      need(`${HOUSE}#customer-stories`, 'Leftovers from 41 to 26 an evening'),
      need(`${HOUSE}#6-pm-fewer-leftovers-to-count`, "tomorrow's list is a little better for it"),
      baseBeside,
      need(`${LEGAL}#prices-and-the-trial`, 'no countdown, no "last chance"'),
      need('context/learnings/leftover-calculator.md', 'Trays are believed.'),
      need(`${NAMES}#plans-and-prices`, 'The trial is 30 days on Loaf, no card.'),
      need(`${NAMES}#what-you-need-to-start`, 'Eight weeks of till history'),
      need('prompts/landing-page.md'),
    ],
    queries: [
      'voice and tone rules for web pages',
      'button text and calls to action',
      'Maggie owner-baker persona',
      'fewer leftovers proof points and customer story',
      'price and trial wording rules',
      'landing page learnings',
    ],
  },
  {
    name: 'competitor reply',
    request: { task: 'Reply to a bakery owner in a forum who asks how we differ from Tallybin.' },
    needs: [
      startInTheShop,
      admitLimit,
      never,
      need(`${RIVALS}#tallybin`, 'If you want to know what was left, a counting app is enough.'),
      need(`${RIVALS}#tallybin`, 'reports that councils and grant-givers like'),
      need(
        `${LEGAL}#comparisons-and-competitors`,
        'Every fact is public, dated, linked and checked within the last 30 days.',
      ),
      need(`${LEGAL}#who-signs`, 'New figure, new comparison, new release: Ruth.'),
      need('context/learnings/comparison-page-tallybin.md', 'Nothing about Tallybin goes out without Ruth.'),
      need(
        'context/wins/2026-11-12-group-reply-without-a-letter.md',
        'Give them the point they deserve in the first sentence.',
      ),
      need(`${POSITION}#why-us`, 'forecast, list, and an evening count that feeds back'),
      need('prompts/competitor-reply.md'),
    ],
    queries: [
      'Tallybin comparison',
      'rules for naming competitors',
      'how to answer objections',
      'voice and tone rules',
      'words we avoid',
      'what we learned from comparing ourselves with a competitor',
    ],
  },
  {
    name: 'case study',
    request: { task: 'Case study about De Korte Nacht, to be read by heads of production.', persona: 'Danuta' },
    needs: [
      startInTheShop,
      oneFigure,
      admitLimit,
      never,
      need(`${HOUSE}#customer-stories`, 'Emergency flour runs from 3 a month to 1 a quarter.'),
      releases,
      need(`${DANUTA}#what-worries-her-most`, 'A number she cannot defend.'),
      need(`${DANUTA}#how-to-write-to-her`, 'One idea to a sentence.'),
      need(`${DANUTA}#what-convinces-her`, 'The reason beside the number.'),
      need(`${HOUSE}#4-am-a-list-the-night-shift-trusts`, 'Never say: "no more guesswork".'),
      forecast,
      need(
        'context/learnings/night-shift-webinar.md',
        'Somebody who does the job beats somebody who founded the company.',
      ),
      need(`${INCLUSIVE}#readers-with-english-as-a-second-language`, 'approved her quotes in Dutch and in English'),
      need('context/workflows/case-study-from-call.md'),
      need('prompts/case-study-interview.md'),
    ],
    queries: [
      'De Korte Nacht customer story',
      'Danuta night shift persona',
      'customer quotes and release rules',
      'voice and tone for long texts',
      'how to write a case study',
      'words we avoid',
    ],
  },
  {
    name: 'webinar abstract',
    request: {
      task: 'Abstract for a 25-minute webinar in which a head of production explains why she trusts the Bake List.',
      channel: 'webinar',
    },
    needs: [
      startInTheShop,
      dryOnce,
      never,
      need(`${WORDS}#button-text-and-calls-to-action`, 'Keep me a seat'),
      need('context/learnings/night-shift-webinar.md', 'Practitioner, 1 p.m., Tuesday to Thursday, 25 minutes'),
      need('context/learnings/night-shift-webinar.md', 'The word "future" empties a room.'),
      need(`${DANUTA}#what-worries-her-most`, 'A number she cannot defend.'),
      need(`${DANUTA}#what-convinces-her`, 'The reason beside the number.'),
      need(`${HOUSE}#4-am-a-list-the-night-shift-trusts`, 'Any number can be overruled with a thumb.'),
      forecast,
      need(`${LEGAL}#customer-quotes-and-names`, 'Speaking in a webinar is not a release for a case study.'),
      need('prompts/webinar-abstract.md'),
      need('context/workflows/webinar-to-a-month-of-posts.md'),
    ],
    queries: [
      'what we learned from webinars',
      'voice and tone rules',
      'head of production persona',
      'Bake List message for the night shift',
      'webinar speaker release',
      'button text for a webinar',
    ],
  },
  {
    name: 'subject lines',
    request: { task: 'Subject lines for an email about Month End to accountants of small chains.' },
    needs: [
      need(`${VOICE}#1-start-in-the-shop`, 'Search ads and subject lines may start with the outcome.'),
      emailTone,
      mechanics,
      never,
      need(`${LEGAL}#comparisons-and-competitors`, "No competitor's name in ads, subject lines"),
      baseBeside,
      need(`${RAFAEL}#what-worries-him-most`, 'Signing off a margin he does not believe.'),
      need(`${RAFAEL}#how-to-write-to-him`, 'no dry line above a figure'),
      need(`${RAFAEL}#what-puts-him-off`, 'Month End shown to a client on Loaf.'),
      need(`${HOUSE}#two-supports-that-are-not-pillars`, 'They close a sale. They do not open one.'),
      need(`${HOUSE}#proof-points`, '94 in 100 shops were still with us a year later.'),
      need(`${NAMES}#features`, 'leftovers and margin by line and shop, for the accountant'),
      sendTime,
      need('prompts/subject-lines.md'),
    ],
    queries: [
      'subject line rules',
      'accountant persona',
      'Month End feature',
      'voice and tone for email',
      'words we never use',
      'email send time and open rates',
    ],
  },
  {
    name: 'press quote',
    request: {
      task: 'A quote from Hattie for a trade magazine that asks about food waste and the climate.',
      channel: 'press',
    },
    needs: [
      startInTheShop,
      need(`${VOICE}#tone-by-channel`, 'Hattie, across a counter'),
      sayThis,
      never,
      need(`${LEGAL}#leftovers-are-not-waste`, 'What that saves beyond the shop we have not measured.'),
      need(`${LEGAL}#leftovers-are-not-waste`, 'there are no environmental claims'),
      neverClaim,
      need(`${LEGAL}#who-signs`, 'Press: Ines.'),
      need('context/wins/2026-10-29-press-quote-in-twenty-minutes.md', 'Ask for four and send two.'),
      need(`${POSITION}#what-we-gave-up`, 'what we measure is leftovers'),
      fewerLeftovers,
      need(`${NAMES}#boilerplate`, 'founded in Sheffield in 2022'),
      need('prompts/press-quote.md'),
    ],
    queries: [
      'press quote tone',
      'food waste and climate claims',
      'words we use instead of waste',
      'who signs press statements',
      'boilerplate about the company',
      'how we wrote press quotes before',
    ],
  },
  {
    name: 'nurture sequence',
    request: { task: 'Nurture emails for new trial customers during their first two weeks.', channel: 'email' },
    needs: [
      startInTheShop,
      emailTone,
      mechanics,
      never,
      need('context/learnings/quiet-fortnight-sequence.md', 'Sell the next evening, never the product.'),
      need('context/learnings/quiet-fortnight-sequence.md', 'Advice before day 15 lowers trust.'),
      sendTime,
      need(`${MAGGIE}#what-convinces-her`, 'For the first two weeks nobody tells her how to bake.'),
      need(`${HOUSE}#proof-points`, 'About 90 seconds.'),
      need(`${LEGAL}#emailing-bakeries`, 'they have to opt in before marketing email'),
      need(
        `${INCLUSIVE}#readers-with-english-as-a-second-language`,
        'In emails to the night shift: one idea to a sentence.',
      ),
      need('context/wins/2026-10-02-nurture-for-cafes.md', 'Put what is different about the audience into the goal'),
      need('prompts/nurture-sequence.md'),
    ],
    queries: [
      'nurture sequence for trials, what worked',
      'email voice and tone',
      'when to send emails',
      'consent for marketing email',
      'persona of a trial customer',
      'words we never use',
    ],
  },
  {
    name: 'search ads',
    request: {
      task: 'Google Search ads for independent bakeries that sell out before noon.',
      persona: 'owner-baker',
      channel: 'Google Search',
    },
    needs: [
      need(`${VOICE}#tone-by-channel`, 'a price label'),
      need(`${VOICE}#1-start-in-the-shop`, 'Search ads and subject lines may start with the outcome.'),
      never,
      need(`${WORDS}#say-this-not-that`, 'ad keywords may use EPOS'),
      need(`${LEGAL}#what-stands-beside-a-figure`, 'In ads it stands on the page that the ad leads to'),
      need(`${LEGAL}#comparisons-and-competitors`, "No competitor's name in ads"),
      neverClaim,
      need('context/learnings/leftover-calculator.md', 'Give before you ask.'),
      need('context/learnings/ai-powered-ads.md', 'An hour and an oven do more work than any adjective.'),
      emptyShelves,
      need(`${HOUSE}#11-am-bread-still-on-the-shelf`, 'Never say: "never sell out again".'),
      need(`${MAGGIE}#what-worries-her-most`, 'the regular who came for the rye'),
      need('context/workflows/search-ads-from-sales-calls.md'),
      need('prompts/ad-copy.md'),
    ],
    queries: [
      'Google Search ads tone and length',
      'words we never use',
      'owner-baker persona',
      'figures about selling out',
      'claims in ads',
      'what we learned from search campaigns',
    ],
  },
];
