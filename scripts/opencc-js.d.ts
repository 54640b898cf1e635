/** OpenCC's dictionaries as opencc-js packs them: `from to|from to to|…`. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
