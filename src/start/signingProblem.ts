import type { App } from '../app/app.ts';
import type { LinkSigner } from '../reader/linkSigner.ts';

/** Says why links cannot be signed, if they must be: a bot that finds out later would fail at each answer. */
export function signingProblem({ access }: App, signer: LinkSigner): string | undefined {
  if (access().kind === 'open') return undefined;
  try {
    signer.sign('/read/a');
    return undefined;
  } catch (problem) {
    return `${problem instanceof Error ? problem.message : String(problem)}.`;
  }
}
