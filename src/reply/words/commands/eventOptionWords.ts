/** Why an option of `/event` is invalid. */
export type EventOptionProblem =
  | { readonly kind: 'no-day'; readonly typed: string }
  | { readonly kind: 'no-date'; readonly option: string }
  | { readonly kind: 'reversed' };

/** Says why an option of `/event` is invalid. */
export function eventOptionProblem(problem: EventOptionProblem): string {
  switch (problem.kind) {
    case 'no-day':
      return `"${problem.typed}" is not a day of the year; write it as 05-03 (3 May), or today.`;
    case 'no-date':
      return `"${problem.option}" must be a date such as 2022, 2023-03, 2024-06-11 or "last summer".`;
    case 'reversed':
      return '"to" is before "from": no day lies between them.';
    default:
      return problem satisfies never;
  }
}
