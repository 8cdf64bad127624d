/** Says that a member has used too many commands or asked too much; `seconds` is how long to wait. */
export function slowDown(seconds: number): string {
  return `You have asked a lot in a short time. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
}

/** Says that a command waited until Discord would soon stop accepting an answer. */
export function tooBusy(): string {
  return 'Too many requests were waiting, so this one was not answered. Try again in a few minutes.';
}

/** Says that a command failed because of an internal error; the log has the same `id`. */
export function failed(id: string): string {
  return `Something went wrong. If it keeps happening, send this error ID to whoever runs the bot: ${id}.`;
}

/** Says that a button cannot be read, for example because an earlier version made it. */
export function expiredButton(): string {
  return 'This button or menu no longer works. Please use the command again.';
}

/** Says that the articles cannot be searched yet, for users who ask right after the start. */
export function stillReading(articles: number): string {
  const many = articles === 1 ? 'the article' : `the ${articles.toLocaleString('en')} articles`;
  return `I am still reading ${many}. Please try again shortly.`;
}

/** Said if the message of a button cannot be read again. */
export function messageGone(): string {
  return 'That message can no longer be read: it was deleted, or I may not read this channel. If you can still see it, use “Check quotes” in its menu again.';
}

/** Says why the latest articles could not be loaded, for members who must not see the article names in the reason. */
export function withheldReason(): string {
  return 'The reason is in the bot’s log.';
}
