/** The delays of the popover that a reader does not set. All in ms. */

/** Long enough to cross the gap between term and popover without hurry (WCAG 2.2, 1.4.13: hoverable). */
export const LEAVE_DELAY_MS = 350;

/** Movement that still counts as resting, in CSS pixels: a hand on a mouse is never quite still. */
export const REST_TOLERANCE_PX = 3;

/** How long a term that was jumped to stays lit: found at a glance, gone before it is in the way. */
export const FLASH_MS = 1600;
