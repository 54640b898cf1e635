/**
 * A page to measure on, made of words drawn by a fixed rule: the same on every run and machine.
 */

export interface MadePage {
  html: string;
  /** Terms that stand on the page. */
  terms: string[];
}

const TEXT_NODES = 20_000;
/** Of a page of ordinary length. */
export const FEW_TEXT_NODES = 400;
/** Four text nodes to a paragraph: plain, bold, plain, link. */
const NODES_PER_PARAGRAPH = 4;
/** Code units of a text node: 1.1 million in all. */
const NODE_LENGTH = 55;
const TERMS = 100;
/** Every n-th text node holds a term: 10,000 marks. */
const NODES_PER_TERM = 2;

/** Numbers below a bound, by a linear congruential generator (constants: Numerical Recipes). */
function numbersFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const CHARACTERS =
  '的一是在有人我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴况春防';

/** First of the characters that are mixed with common ones in the terms of the page, and in all others. */
const RARE_ON_PAGE = 0x5000;
const RARE_ELSEWHERE = 0x7000;

/** Terms that do not stand on the page: they make the index large and leave the marks as they are. */
export function makeOtherTerms(count: number): string[] {
  return makeTerms(count, 3, RARE_ELSEWHERE);
}

/** Terms of two to five characters, each with one that hardly any text holds. */
function makeTerms(count: number, seed: number, firstRare: number): string[] {
  const next = numbersFrom(seed);
  const rare = Array.from({ length: 6000 }, (_, at) => String.fromCharCode(firstRare + at));
  const terms = new Set<string>();
  while (terms.size < count) {
    let term = '';
    for (let length = 2 + next(4); length > 0; length--) {
      term += length % 2 === 0 ? rare[next(rare.length)] : CHARACTERS[next(CHARACTERS.length)];
    }
    terms.add(term);
  }
  return [...terms];
}

export function makePage(textNodes = TEXT_NODES): MadePage {
  const next = numbersFrom(1);
  const terms = makeTerms(TERMS, 2, RARE_ON_PAGE);
  const text = (node: number): string => {
    let made = '';
    while (made.length < NODE_LENGTH) {
      for (let run = 4 + next(12); run > 0; run--) made += CHARACTERS[next(CHARACTERS.length)];
      made += '，';
    }
    const term = node % NODES_PER_TERM === 0 ? (terms[next(terms.length)] ?? '') : '';
    return `${made.slice(0, NODE_LENGTH - term.length - 1) + term}。`;
  };
  const paragraphs: string[] = [];
  for (let node = 0; node < textNodes; node += NODES_PER_PARAGRAPH) {
    const [a, b, c, d] = [text(node), text(node + 1), text(node + 2), text(node + 3)];
    paragraphs.push(`<p>${a}<b>${b}</b>${c}<a href="#${node}">${d}</a></p>`);
  }
  const html = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>bench</title><body><main>${paragraphs.join('')}</main></body></html>`;
  return { html, terms };
}
