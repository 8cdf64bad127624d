/** How long reading for one question may take, so that several can be answered in Discord's three seconds. */
export const READ_BUDGET_MS = 400;
/**
 * If more passages and texts than this are waiting for other questions, a question is answered by its words rather than
 * late: they take about a second and a half on one thread, which leaves time for a budget.
 */
export const WAITING_MAX = 60;
