import { expect, test } from 'vitest';
import { isUnspaced, segmentsOf } from '../../../src/search/words/segments.ts';
import { wordsOf } from '../../../src/search/words/words.ts';

test('Chinese, Japanese and Thai are parted into words', () => {
  expect(wordsOf('検索エンジンの最適化')).toEqual(expect.arrayContaining(['検索', 'エンジン', 'の']));
  expect(wordsOf('我们的品牌')).toEqual(['我们', '的', '品牌']);
  expect(wordsOf('การตลาด')).not.toEqual(['การตลาด']);
  expect(wordsOf('ｶﾀｶﾅ')).toEqual(wordsOf('カタカナ'));
});

test('other scripts between them keep their words, with what joins these', () => {
  expect(segmentsOf('seo監査e-mail')).toEqual(['seo', '監査', 'e-mail']);
  expect(wordsOf('SEO監査-レポート 2026年')).toEqual(['seo', '監査', 'レポート', '2026', '年']);
  expect(segmentsOf("-'-")).toEqual([]);
});

test('a run that is longer than what is parted at once loses nothing', () => {
  expect(segmentsOf('品牌'.repeat(1000)).join('')).toBe('品牌'.repeat(1000));
});

test('scripts with spaces need no dictionary', () => {
  expect(['plain', 'Übersicht', '한국어', 'हिन्दी', 'العربية', '🎉'].some(isUnspaced)).toBe(false);
  expect(['ー', '々', '漢', 'ひ', 'ไ', 'ខ', 'မ'].every(isUnspaced)).toBe(true);
});
