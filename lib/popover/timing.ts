/** The delays of the popover that a reader does not set. All in ms. */

/** Long enough to cross the gap between term and popover without hurry (WCAG 2.2, 1.4.13: hoverable). */
export const LEAVE_DELAY_MS = 350;

/** Movement that still counts as resting, in CSS pixels: a hand on a mouse is never quite still. */
export const REST_TOLERANCE_PX = 3;

/** Movement that a finger makes while it presses, in CSS pixels. */
export const PRESS_TOLERANCE_PX = 10;

/** A press this long is a long one; a little before browsers open their own menu (500 ms). */
export const LONG_PRESS_MS = 420;

/** How long a term that was jumped to stays lit: found at a glance, gone before it is in the way. */
export const FLASH_MS = 1600;
