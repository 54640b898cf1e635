import { characterClasses, HAN, HIGH_SURROGATE, MARK, WORD } from '@/lib/text/script';

/** Whether a folded word is made of letters, their marks, digits or Chinese characters, and not of digits alone. */
export function isWordCharacter(text: string): boolean {
  let letters = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const unitClass = characterClasses[unit];
    if (unitClass === HIGH_SURROGATE) {
      at++;
      letters = true;
    } else if (unitClass === HAN) letters = true;
    else if (unitClass === WORD) letters ||= unit < 0x30 || unit > 0x39;
    else if (unitClass !== MARK) return false;
  }
  return letters;
}
