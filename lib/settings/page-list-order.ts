export const PAGE_LIST_ORDERS = ['category', 'appearance'] as const;

/** The page list has its terms under their categories, or as they come on the page. */
export type PageListOrder = (typeof PAGE_LIST_ORDERS)[number];
