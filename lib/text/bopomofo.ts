/** Initials of bopomofo in the order of the alphabet, and how pinyin writes them. */
const INITIALS = 'ㄅb ㄆp ㄇm ㄈf ㄉd ㄊt ㄋn ㄌl ㄍg ㄎk ㄏh ㄐj ㄑq ㄒx ㄓzh ㄔch ㄕsh ㄖr ㄗz ㄘc ㄙs';

/** Finals: bopomofo, pinyin after an initial, pinyin on its own. ü is written u, as `readings.ts` wants. */
const FINALS =
  'ㄚ,a,a ㄛ,o,o ㄜ,e,e ㄝ,e,e ㄞ,ai,ai ㄟ,ei,ei ㄠ,ao,ao ㄡ,ou,ou ㄢ,an,an ㄣ,en,en ㄤ,ang,ang ㄥ,eng,eng ' +
  'ㄦ,er,er ㄧ,i,yi ㄧㄚ,ia,ya ㄧㄛ,io,yo ㄧㄝ,ie,ye ㄧㄞ,iai,yai ㄧㄠ,iao,yao ㄧㄡ,iu,you ㄧㄢ,ian,yan ' +
  'ㄧㄣ,in,yin ㄧㄤ,iang,yang ㄧㄥ,ing,ying ㄨ,u,wu ㄨㄚ,ua,wa ㄨㄛ,uo,wo ㄨㄞ,uai,wai ㄨㄟ,ui,wei ㄨㄢ,uan,wan ' +
  'ㄨㄣ,un,wen ㄨㄤ,uang,wang ㄨㄥ,ong,weng ㄩ,u,yu ㄩㄝ,ue,yue ㄩㄢ,uan,yuan ㄩㄣ,un,yun ㄩㄥ,iong,yong';

const initials: ReadonlyMap<string, string> = new Map(
  INITIALS.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const finals: ReadonlyMap<string, readonly string[]> = new Map(
  FINALS.split(' ').map((row) => {
    const [written = '', ...spellings] = row.split(',');
    return [written, spellings];
  }),
);

/**
 * Writes one bopomofo syllable in pinyin without tone; `undefined` for anything else.
 * Knows all syllables in which Unihan reads characters, grunts (m, ng) aside. One look-up or two.
 *
 * @example
 * spellBopomofo('ㄑㄩ') // 'qu'
 * spellBopomofo('ㄕˋ') // 'shi'
 */
export function spellBopomofo(written: string): string | undefined {
  const bare = written.replace(/[ˉˊˇˋ˙]|\p{M}/gu, '').replaceAll('一', 'ㄧ');
  const initial = initials.get(bare.slice(0, 1));
  if (initial === undefined) return finals.get(bare)?.[1];
  // ㄓ ㄔ ㄕ ㄖ ㄗ ㄘ ㄙ stand alone: zhi, chi …
  if (bare.length === 1) return /^[zcsr]/.test(initial) ? `${initial}i` : undefined;
  const final = finals.get(bare.slice(1))?.[0];
  return final === undefined ? undefined : initial + final;
}
