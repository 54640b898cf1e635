/** Up to a blank, a bracket or quotation mark that no address holds, or a Chinese mark of punctuation. */
const ADDRESS = /https?:\/\/[^\s<>"“”‘’，。；：、！？（）【】《》「」]+/;

/** The first web address in running text, without the marks that end its sentence: `人民网（https://a.cn/x）。` */
export function findAddress(text: string): string | undefined {
  const address = ADDRESS.exec(text)?.[0].replace(/[.,;:!?'*]+$/, '');
  // A closing bracket belongs to an address only if it is opened there: /wiki/Port_(computing)
  return address?.endsWith(')') === true && !address.includes('(') ? address.slice(0, -1) : address;
}
