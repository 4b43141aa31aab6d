import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOf, languageOfQuestion, stopWordsOfQuestion } from '../../../src/search/words/detect.ts';
import { languageNamed } from '../../../src/search/words/languages.ts';
import { CORPORA, filesBelow, NO_CORPORA } from '../../corpora.ts';

const TEXTS = {
  en: 'Our brand speaks plainly and warmly. We write for people who have no time, and we keep our promises.',
  de: 'Unsere Marke spricht klar und freundlich. Wir schreiben für Menschen, die keine Zeit haben.',
  fr: 'Notre marque parle clairement. Nous écrivons pour les personnes qui ont peu de temps.',
  es: 'Nuestra marca habla con claridad. Escribimos para las personas que no tienen tiempo.',
  pt: 'A nossa marca fala com clareza. Escrevemos para pessoas que não têm tempo, e isso é importante.',
  it: 'La nostra marca parla in modo chiaro. Scriviamo per le persone che non hanno tempo.',
  nl: 'Ons merk spreekt helder en vriendelijk. Wij schrijven voor mensen die geen tijd hebben.',
  sv: 'Vårt varumärke talar klart och vänligt. Vi skriver för människor som inte har tid.',
  da: 'Vores brand taler klart og venligt. Vi skriver til mennesker, der ikke har tid, og det er godt.',
  fi: 'Brändimme puhuu selkeästi ja ystävällisesti. Kirjoitamme ihmisille, joilla ei ole aikaa, mutta se on hyvä.',
  pl: 'Nasza marka mówi jasno i przyjaźnie. Piszemy dla ludzi, którzy nie mają czasu, ale to jest ważne.',
  tr: 'Markamız açık ve samimi konuşur. Zamanı olmayan insanlar için yazıyoruz ve bu çok önemli.',
  vi: 'Thương hiệu của chúng tôi nói rõ ràng. Chúng tôi viết cho những người không có thời gian.',
  id: 'Merek kami berbicara dengan jelas. Kami menulis untuk orang yang tidak punya waktu.',
  cs: 'Naše značka mluví jasně a přátelsky. Píšeme pro lidi, kteří nemají čas, ale je to důležité.',
  hu: 'A márkánk világosan és barátságosan beszél. Olyan embereknek írunk, akiknek nincs idejük, és ez nem baj.',
  ro: 'Brandul nostru vorbește clar și prietenos. Scriem pentru oameni care nu au timp și este important.',
  ru: 'Наш бренд говорит ясно и дружелюбно. Мы пишем для людей, у которых нет времени.',
  uk: 'Наш бренд говорить ясно і дружньо. Ми пишемо для людей, які не мають часу.',
  bg: 'Нашата марка говори ясно и приятелски. Пишем за хора, които нямат време, а това е въпрос на такт.',
  el: 'Η μάρκα μας μιλά καθαρά και φιλικά.',
  he: 'המותג שלנו מדבר בבהירות.',
  ar: 'علامتنا تتحدث بوضوح وود. نكتب لأشخاص ليس لديهم وقت.',
  fa: 'برند ما واضح و دوستانه صحبت می‌کند. ما برای افرادی می‌نویسیم که وقت ندارند.',
  hi: 'हमारा ब्रांड स्पष्ट रूप से बोलता है।',
  th: 'แบรนด์ของเราพูดอย่างชัดเจน',
  ko: '우리 브랜드는 명확하고 친근하게 말합니다.',
  ja: '私たちのブランドは、明確で親しみやすい言葉で話します。',
  zh: '我们的品牌说话清晰、友好。',
};

const of = (body: string, id = 'notes.md', fields: Record<string, string | string[]> = {}): string =>
  languageOf({ id, fields, body });

const anyValue = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.array(fc.string()),
  fc.constantFrom('de', 'en-x', 'x-de', 'i-klingon'),
);

describe('the language of a document', () => {
  test.each(Object.entries(TEXTS))('is seen in one or two sentences: %s', (language, text) => {
    expect(of(text)).toBe(language);
    expect(of(`# SEO & CRM\n\n${text}`)).toBe(language);
  });

  test('is English where a text says too little', () => {
    for (const body of ['', '# SEO', 'KPI: 35 %', '12 34', '---', 'Lorem', '🎉', 'Die Marke'])
      expect(of(body)).toBe('en');
  });

  test('is not that of its code, its links and its names', () => {
    const code =
      '```\nde der die das und für mit von\n```\n[ja](https://a.example/der/die/das) <b class="und der die das">';
    expect(of(`${code}\n${TEXTS.en}`)).toBe('en');
    expect(of(`${TEXTS.en} Our offices: Москва, 東京, Αθήνα.`)).toBe('en');
    expect(of(`${TEXTS.ja} Search Engine Optimization, Customer Relationship Management`)).toBe('ja');
  });

  test('is what its front matter says, by code or by name, and nothing else there', () => {
    expect(of(TEXTS.en, 'a.md', { lang: 'de-CH' })).toBe('de');
    expect(of(TEXTS.en, 'a.md', { Language: 'German' })).toBe('de');
    expect(of(TEXTS.en, 'a.md', { locale: 'pt_BR' })).toBe('pt');
    expect(of(TEXTS.en, 'a.md', { language: ['fr', 'en'] })).toBe('fr');
    expect(of(TEXTS.de, 'a.md', { language: 'TypeScript' })).toBe('de');
    expect(of(TEXTS.de, 'a.md', { lang: '', language: '???' })).toBe('de');
  });

  test('is what its path says where the text says too little', () => {
    const paths = {
      'de/preise.md': 'de',
      'README.fr.md': 'fr',
      'README.pt-br.md': 'pt',
      'training-es/a.md': 'es',
      'a/nl-NL/b.md': 'nl',
    };
    for (const [path, language] of Object.entries(paths)) expect(of('# SEO', path), path).toBe(language);
  });

  test('is what the path says where relatives can be told by nothing else', () => {
    expect(of('# 見積', 'ja/a.md')).toBe('ja');
    const norwegian = 'Merket vårt snakker klart og vennlig. Vi skriver for folk som ikke har tid, og det er bra.';
    expect(of(norwegian, 'no/a.md')).toBe('no');
    expect(of(norwegian, 'yes-or-no.md')).toBe(of(norwegian));
    expect(of(`${TEXTS.de} The brand is for people.`)).toBe('de');
    expect(of(`${'und the '.repeat(20)} und`)).toBe('en');
    expect(of('# مرحبا', 'fa/a.md')).toBe('fa');
  });

  test('is never what a path only seems to say', () => {
    const paths =
      'it/tools.md no/a.md is/a.md how-to.md sign-in.md sci-fi.md what-it-is.md team-hr.md hr/a.md uk/a.md crm/a.md seo/a.md crm-workflow.md ml/a.md hr-policy/a.md to-do.md ts/a.md polish/a.md turkish/a.md ai/a.md my/a.md id/a.md'.split(
        ' ',
      );
    for (const path of paths) for (const body of ['# SEO', TEXTS.en]) expect(of(body, path), path).toBe('en');
    for (const path of ['ja/a.md', 'de/a.md', 'ru/a.md', 'training-fr/a.md', 'german/a.md'])
      expect(of(TEXTS.en, path), path).toBe('en');
    expect(of(`${TEXTS.en} “Der Ton und die Marke”, they say.`, 'de/a.md')).toBe('en');
    expect(of(TEXTS.it, 'it/a.md')).toBe('it');
    expect(of(TEXTS.de, 'en/a.md')).toBe('de');
  });

  test('is some code whatever the document holds, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), anyValue, (body, id, lang) => {
        const document = { id, body, fields: { lang } };
        expect(languageOf(document)).toMatch(/^[a-z]{2,3}$/);
        expect(languageOf(document)).toBe(languageOf({ ...document }));
      }),
    );
  });
});

describe.skipIf(NO_CORPORA !== undefined)(
  `over the corpora${NO_CORPORA === undefined ? '' : ` (${NO_CORPORA})`}`,
  () => {
    const SAYS = /README\.([a-z]{2})(?:-[a-z]+)?\.md$|training-([a-z]{2})\/|\/book\/([a-z]{2})\//;
    /** Lies among the English exercises and is Vietnamese. */
    const VIETNAMESE = 'remote-team-productivity-tips.md';

    test('each text of several languages is told without its path, and each English one is English', () => {
      for (const folder of ['multilingual', 'sourcegraph-handbook', '18f-content-guide']) {
        for (const path of filesBelow(join(CORPORA, folder)).filter((name) => /\.mdx?$/.test(name))) {
          const [, ...codes] = SAYS.exec(path) ?? [];
          const said = codes.find((code) => code !== undefined) ?? 'en';
          const language = path.endsWith(VIETNAMESE) ? 'vi' : folder === 'multilingual' ? said : 'en';
          const body = readFileSync(join(CORPORA, folder, path), 'utf8');
          expect(of(body), path).toBe(language);
          expect(of(body, path), path).toBe(language);
        }
      }
    });
  },
);

describe('names of languages', () => {
  test('are understood in every common form', () => {
    const forms = {
      de: 'de',
      'DE-at': 'de',
      zh_Hant_TW: 'zh',
      'pt-BR': 'pt',
      iw: 'he',
      nb: 'no',
      jp: 'ja',
      deu: 'de',
      German: 'de',
      Deutsch: 'de',
      日本語: 'ja',
      ' français ': 'fr',
    };
    for (const [form, code] of Object.entries(forms)) expect(languageNamed(form), form).toBe(code);
  });

  test('are not found where there are none', () => {
    for (const text of ['', 'xx', 'TypeScript', 'en,de', 'a', 'de-', '-', 'constructor', 'x'.repeat(10_000)]) {
      expect(languageNamed(text), text.slice(0, 20)).toBeUndefined();
    }
  });
});

describe('the language of a question', () => {
  const LIBRARY = ['en', 'de', 'ja', 'fr'];

  test('is told by its script and its small words', () => {
    expect(languageOfQuestion('wie schreiben wir an unsere Kunden', LIBRARY)).toBe('de');
    expect(languageOfQuestion('comment parler à nos clients', LIBRARY)).toBe('fr');
    expect(languageOfQuestion('how do we write to customers', ['de', 'en'])).toBe('en');
    expect(languageOfQuestion('SEO 監査', LIBRARY)).toBe('ja');
    expect(languageOfQuestion('監査', ['zh', 'ja'])).toBe('zh');
    expect(languageOfQuestion('監査の方法', ['zh', 'ja'])).toBe('ja');
  });

  test("is the library's main one when it has one word or two, or none that tells", () => {
    expect(languageOfQuestion('die Marke', LIBRARY)).toBe('en');
    expect(languageOfQuestion('Marke Preis Kampagne', LIBRARY)).toBe('en');
    expect(languageOfQuestion('tone', ['ja', 'de'])).toBe('de');
    expect(languageOfQuestion('', [])).toBe('en');
  });

  test('decides which words say nothing, and short questions lose no word that is telling elsewhere', () => {
    const telling = (text: string, languages: string[]): string[] => {
      const isStop = stopWordsOfQuestion(text, languages);
      return text.split(' ').filter((word) => !isStop(word));
    };
    expect(telling('was ist die farbe der marke', LIBRARY)).toEqual(['farbe', 'marke']);
    expect(telling('die cut', ['de', 'en'])).toEqual(['die', 'cut']);
    expect(telling('die farbe', ['de'])).toEqual(['farbe']);
    expect(telling('the tone', LIBRARY)).toEqual(['tone']);
  });
});
