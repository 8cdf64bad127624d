/** How the text of a timeline is laid out. */
export interface TimelineLayout {
  /** Distinguishes ids in several pictures on one page. */
  readonly name: string;
  /** Pixels that a line of words may take. */
  readonly room: number;
  /** Whether the date has a line of its own above the label. */
  readonly stacked: boolean;
}

/** Layouts of a page's picture: for a wide window, and for telephones down to 320 pixels. */
export const PAGE_LAYOUTS = [
  { name: 'wide', room: 640, stacked: false },
  { name: 'narrow', room: 284, stacked: true },
] as const satisfies readonly TimelineLayout[];

/** Returns an id that is unique among the pictures of one page. */
export function idIn({ name }: TimelineLayout, id: string): string {
  return `timeline-${name}-${id}`;
}
