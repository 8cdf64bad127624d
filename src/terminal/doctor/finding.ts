/** What one check came to; `detail` also says what to do where it is not `ok`. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly detail: string;
}
