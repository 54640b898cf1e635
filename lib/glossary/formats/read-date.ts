/** Year, month and day, a time behind them or not: as spreadsheets, Chinese texts and XML Schema write them. */
const DAY =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(\d\d)(\d\d))(?:[T\sZ+-].*)?$/s;

/**
 * A date in ISO 8601: `2024/1/5`, `2024年1月5日`, `20240105`, `2024-01-05T08:00Z` → `2024-01-05`. What is none of these
 * stays, and is found to be wrong later; so does 1/5/2024, which is another day in each country.
 */
export function readDate(text: string): string {
  const match = DAY.exec(text.trim());
  if (match === null) return text;
  const [, year, , ...numbers] = match;
  return [year, ...numbers.filter((each) => each !== undefined).map((each) => each.padStart(2, '0'))].join(
    '-',
  );
}
