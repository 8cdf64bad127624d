/** How long reading for one question may take once it is its turn. */
export const READ_BUDGET_MS = 400;
/** The longest that reading may hold a question up, with waiting for others: of three seconds, the rest is for what its words find. */
export const READING_MAX_MS = 2000;
/** A question that has less time left than this is answered by its words: too little could be read to compare. */
export const TURN_LEAST_MS = 150;
