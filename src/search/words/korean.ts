/** What is written onto a Korean noun without a space, and the forms of the verb "to do" that make a verb of it. */
const ENDINGS = [
  '에서는 에서도 에서의 으로는 으로도 으로써 으로서 으로의 에게서 까지는 까지의 부터는 이라는 이라고 했습니다 됩니다 합니다',
  '입니다 하세요 하려면 하기 하는 하고 하여 해서 하면 하지 하게 하다 한다 되는 되고 되어 된다 되면 에서 에게 에는 에도',
  '으로 로는 로서 로써 로의 와의 과의 까지 부터 처럼 보다 마다 조차 밖에 만큼 한테 께서 이나 이란 이며 이고 들은 들이',
  '들을 들의 들에 들과 들도 들 은 는 이 가 을 를 의 에 로 와 과 도 만 나 란 된 한 할 해 인',
];
const ENDING = new RegExp(`(?:${ENDINGS.join(' ').replaceAll(' ', '|')})$`);
const SHORTEST_NOUN = 2;
const MOST_ENDINGS = 2;

/** A Korean word without its particles. At least two syllables stay. */
export function stemKorean(word: string): string {
  let stem = word;
  for (let count = 0; count < MOST_ENDINGS; count++) {
    const shorter = stem.replace(ENDING, '');
    if (shorter === stem || shorter.length < SHORTEST_NOUN) break;
    stem = shorter;
  }
  return stem;
}
