/** Delays of a bot's event loop, and the processor time it took, since its last report; in milliseconds. */
export interface BotReport {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly cpuMs: number;
  /** The most processor time of the main thread within one turn; other load on the machine does not count. */
  readonly turnCpuMs: number;
}
