import { createHash } from 'node:crypto';
import { CheckStatus, type Checker, type CheckResult } from '@stryker-mutator/api/check';
import type { Mutant, StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';

/**
 * A checker that lets only a part of the mutants through. Which ones depends on each mutant alone, so that the part stays
 * the same from run to run, and a larger sample holds a smaller one.
 */
function createSampleChecker(options: StrykerOptions): Checker {
  const share = Number(options['samplePercent']) / 100;
  return {
    init: () => Promise.resolve(),
    group: (mutants) => Promise.resolve([mutants.map(({ id }) => id)]),
    check: (mutants) => Promise.resolve(Object.fromEntries(mutants.map((mutant) => [mutant.id, check(mutant, share)]))),
  };
}
createSampleChecker.inject = tokens(commonTokens.options);

function check(mutant: Mutant, share: number): CheckResult {
  if (placeOf(mutant) < share) return { status: CheckStatus.Passed };
  return { status: CheckStatus.CompileError, reason: 'not in the sample' };
}

/** Returns a number from 0 to 1 that only the mutant decides. */
function placeOf({ fileName, mutatorName, replacement, location }: Mutant): number {
  const file = fileName.slice(process.cwd().length);
  const key = JSON.stringify([file, mutatorName, replacement, location.start, location.end]);
  return createHash('sha256').update(key).digest().readUInt32BE() / 2 ** 32;
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.Checker, 'sample', createSampleChecker)];

export const strykerValidationSchema = { properties: { samplePercent: { type: 'number' } } };
