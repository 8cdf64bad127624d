/** The result of one check; `detail` also says what to do if it is not `ok`. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly detail: string;
}
