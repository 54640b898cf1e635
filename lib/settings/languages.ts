/** Languages that the interface speaks. */
export const UI_LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** Languages that a reader can have definitions in, as far as a glossary has them. */
export const DEFINITION_LANGUAGES = ['zh', 'en'] as const;
export type DefinitionLanguage = (typeof DEFINITION_LANGUAGES)[number];
