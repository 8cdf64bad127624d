/** When an acknowledgement reached each stage, in epoch milliseconds; a stage it never reached is missing. */
export interface Acknowledgement {
  /** The room sent the interaction. */
  readonly sent?: number;
  /** The bot read it from its socket. */
  readonly received?: number;
  /** The bot handed the request to its HTTP client. */
  readonly requested?: number;
  /** The bot wrote the request to a socket. */
  readonly written?: number;
  /** Processor time of the bot's main thread when it wrote the request, in milliseconds since it started. */
  readonly spent?: number;
  /** The room read the request. */
  readonly arrived?: number;
  /** The bot read the room's confirmation. */
  readonly confirmed?: number;
}

type Moment = keyof Acknowledgement;

/** The stages that are shown, each as its median, 99th percentile and longest. */
export const STAGES: readonly { readonly name: string; readonly from: Moment; readonly to: Moment }[] = [
  { name: 'room sent → bot received', from: 'sent', to: 'received' },
  { name: 'bot received → written', from: 'received', to: 'written' },
  { name: 'bot written → room arrived', from: 'written', to: 'arrived' },
  { name: 'room arrived → bot confirmed', from: 'arrived', to: 'confirmed' },
  { name: 'room sent → room arrived', from: 'sent', to: 'arrived' },
];

/** The current time in epoch milliseconds, by a clock that all processes of a machine share. */
export function sharedNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Returns the id of the interaction that a request acknowledges; `undefined` if it acknowledges none. */
export function acknowledgedBy(path: string | undefined): string | undefined {
  return path === undefined ? undefined : /\/interactions\/(\d+)\/[^/]+\/callback/u.exec(path)?.[1];
}

/** Returns how long a stage took, ascending, of those that reached its end. */
export function stageTimes(all: readonly Acknowledgement[], from: Moment, to: Moment): Float64Array {
  return Float64Array.from(
    all.flatMap((times) => {
      const [start, end] = [times[from], times[to]];
      return start === undefined || end === undefined ? [] : [end - start];
    }),
  ).toSorted();
}
