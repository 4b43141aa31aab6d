import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GivenArguments, LONGEST_VALUE } from '../../src/prompts/arguments.ts';
import { runPrompt } from '../../src/prompts/run.ts';
import { Refusal } from '../../src/refusal.ts';
import { libraryOf } from '../library-of.ts';
import { launchLibrary } from './launch-library.ts';

const TODAY = '2026-11-22';
const launch = launchLibrary();

/** A prompt that shows the values it was given. */
const echo = libraryOf({
  'prompts/echo.md':
    '---\narguments:\n  - name: first_name\n  - name: second\n    options: [one, none, E-Mail]\n  - name: third\n---\n|{{first_name}}|{{second}}|{{third}}|',
});

function run(given: GivenArguments, library = launch, name = 'launch-email') {
  return runPrompt(library, { name, arguments: given, today: TODAY });
}

function echoed(given: GivenArguments): string | undefined {
  return run(given, echo, 'echo').messages[0]?.text;
}

function refusalOf(given: GivenArguments, library = launch, name = 'launch-email'): Refusal {
  try {
    run(given, library, name);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('arguments are forgiving', () => {
  test.each(['-', '.', 'none', 'None', 'n/a', 'N/A', '', '  ', ' - ', '–'])('%j means not given', (blank) => {
    const { messages, context } = run({ campaign: 'Spring', persona: blank, tone: blank });
    expect(messages[0]?.text).toContain('Keep the tone warm.');
    expect(messages[0]?.text).not.toContain('worries');
    expect(context.map(({ document }) => document.id)).not.toContain('context/personas/maya.md');
  });

  test('a word for "not given" that is a choice is that choice', () => {
    expect(echoed({ first_name: 'x', second: 'None' })).toBe('|x|none||');
  });

  test.each(['first_name', 'First_Name', 'firstName', 'first-name', 'first name', 'FIRSTNAME'])(
    'the name %j is understood',
    (name) => {
      expect(echoed({ [name]: 'x' })).toBe('|x|||');
    },
  );

  test('a name as declared comes before one that is only like it', () => {
    const { messages, notes } = run({ 'First-Name': 'no', first_name: 'yes' }, echo, 'echo');
    expect(messages[0]?.text).toBe('|yes|||');
    expect(notes.join()).toContain('"First-Name"');
  });

  test.each(['e-mail', 'EMAIL', 'e', 'e_m'])('the choice %j is understood', (second) => {
    expect(echoed({ first_name: 'x', second })).toBe('|x|E-Mail||');
  });

  test.each(['Maya the manager', 'maya', 'MAYA THE', 'm', 'context/personas/maya.md', 'hr lead', 'maya-the-manager'])(
    'the document is found by %j, gives its title and comes along',
    (persona) => {
      const { messages, context } = run({ campaign: 'Spring', persona });
      expect(messages[0]?.text).toContain('for Maya the manager.');
      expect(context.at(-1)?.document.id).toBe('context/personas/maya.md');
    },
  );

  test('a deprecated document or a draft is not offered; a deprecated one comes along marked when somebody asks for it by name', () => {
    const { context, notes } = run({ campaign: 'Spring', persona: 'Max' });
    expect(context.at(-1)?.text).toMatch(/^> Note: This is no longer in force\./);
    expect(notes.join()).toContain('no longer in force');
    expect(refusalOf({ campaign: 'Spring', persona: 'Su' }).message).not.toContain('Sue');
  });

  test('nothing of the inbox can be chosen', () => {
    expect(refusalOf({ campaign: 'Spring', persona: 'Ines' }).message).toContain('"Ines" is not a choice');
    expect(refusalOf({ campaign: 'Spring', persona: 'inbox/persona-ines.md' }).message).toContain('is not a choice');
  });

  test('any text is accepted where there is no document to choose', () => {
    const library = libraryOf({
      'prompts/p.md': '---\narguments:\n  - name: who\n    from: persona\n---\nFor {{who}}.',
    });
    expect(run({ who: 'founders' }, library, 'p').messages[0]?.text).toBe('For founders.');
  });

  test('a default that is a document comes along too', () => {
    const prompt = '---\narguments:\n  - name: who\n    from: persona\n    default: omar\n---\nFor {{who}}.';
    const { messages, context } = run({}, launchLibrary({ 'prompts/p.md': prompt }), 'p');
    expect(messages[0]?.text).toBe('For Omar the owner.');
    expect(context.map(({ document }) => document.id)).toEqual(['context/personas/omar.md']);
  });

  test('quotations that a client split come together again', () => {
    expect(echoed({ first_name: '"spring', second: 'sale"', third: 'one' })).toBe('|spring sale|one||');
    const { messages } = run({ campaign: '"spring', persona: 'sale"', tone: 'omar' });
    expect(messages[0]?.text).toContain('about spring sale for Omar the owner.');
  });

  test('a quotation whose end a client did not send is pointed out', () => {
    const { message } = refusalOf({ campaign: '"spring', persona: 'sale', tone: 'for' });
    expect(message).toContain('quotation mark is opened and never closed');
  });

  test('an unknown argument is ignored, with a note and the near name', () => {
    const { notes } = run({ campaign: 'Spring', campain: 'Autumn' });
    expect(notes).toEqual(['This prompt has no argument "campain", so it was ignored. Did you mean "campaign"?']);
  });

  test('`today` is a value of every prompt, unless it declares one of that name', () => {
    expect(run({ campaign: 'Spring' }).messages[0]?.text).toContain(`Today is ${TODAY}.`);
    const own = libraryOf({ 'prompts/p.md': '---\narguments: [today]\n---\n{{today}}' });
    expect(run({ today: 'Friday' }, own, 'p').messages[0]?.text).toBe('Friday');
  });
});

describe('a refusal', () => {
  test('says in one message what is missing and what is wrong, and lists every argument with its choices', () => {
    const refusal = refusalOf({ persona: 'Mara the manager', tone: 'blunt' });
    expect(refusal.message.split('\n')).toEqual([
      'The prompt "launch-email" cannot run yet: "campaign" is missing; "Mara the manager" is not a choice for "persona" (did you mean Maya the manager?); "blunt" is not a choice for "tone".',
      'Its arguments are:',
      '- campaign (required): What are we announcing?',
      '- persona (optional): Who reads it. One of: Maya the manager, Omar the owner.',
      '- tone (optional): One of: warm, plain, urgent. Default: warm.',
    ]);
    expect(refusal.choices).toEqual(['Maya the manager', 'Omar the owner', 'warm', 'plain', 'urgent']);
  });

  test('names the choices when a beginning fits several', () => {
    const library = launchLibrary({ 'context/personas/mara.md': '---\ntitle: Mara the maker\n---\nx' });
    expect(refusalOf({ campaign: 'x', persona: 'ma' }, library).message).toContain(
      '"ma" for "persona" could be Mara the maker or Maya the manager',
    );
  });

  test('meets a value that is too long, and not one that is just short enough', () => {
    expect(refusalOf({ campaign: 'x'.repeat(LONGEST_VALUE + 1) }).message).toContain('has 20001 characters');
    expect(run({ campaign: 'x'.repeat(LONGEST_VALUE) }).messages[0]?.text.length).toBeGreaterThan(LONGEST_VALUE);
  });
});

test('names that every object knows are harmless', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
  const text = `---\narguments: [${names.join(', ')}]\n---\n${names.map((name) => `{{${name}}}`).join('|')}`;
  const library = libraryOf({ 'prompts/p.md': text });
  const given = JSON.parse('{"constructor":"a","__proto__":"b","toString":"c","hasOwnProperty":"d"}') as GivenArguments;
  expect(run(given, library, 'p').messages[0]?.text).toBe('a|b|c|d');
  expect(refusalOf({}, library, 'p').message).toContain('"__proto__" is missing');
  expect(run({ campaign: 'Spring', constructor: 'x' }).notes).toHaveLength(1);
});

test('whatever is sent, the answer is a prompt or a refusal', () => {
  const name = fc.oneof(fc.constantFrom('campaign', 'persona', 'tone', 'Tone', '__proto__'), fc.string());
  const value = fc.oneof(
    fc.constantFrom('"a', 'b"', '-', 'maya', '{{campaign}}', "$&'"),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.dictionary(name, value, { maxKeys: 5 }), (given) => {
      try {
        expect(run(given).messages.length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }),
    { numRuns: 300 },
  );
});
