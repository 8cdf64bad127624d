import type { z } from 'zod';
import { formError, type FormProblem } from '../http/apiError.ts';

/** Reads a request's body by a schema. Throws Discord's `50035 Invalid Form Body` with every problem at its place. */
export function parseForm<T>(schema: z.ZodType<T>, body: unknown, at: readonly (string | number)[] = []): T {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  throw formError(result.error.issues.flatMap((issue) => problems(issue, at)));
}

function problems(issue: z.core.$ZodIssue, at: readonly (string | number)[]): FormProblem[] {
  const path = [...at, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0];
    if (nearest && nearest.length > 0) return nearest.flatMap((inner) => problems(inner, path));
    return [{ path: withoutType(path), code: 'UNION_TYPE_CHOICES', message: issue.message }];
  }
  return [{ path, ...describe(issue) }];
}

function withoutType(path: readonly (string | number)[]): readonly (string | number)[] {
  return path.at(-1) === 'type' ? path : [...path, 'type'];
}

/** Discord's code and sentence for what zod found. */
function describe(issue: z.core.$ZodIssue): Pick<FormProblem, 'code' | 'message'> {
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string' || issue.origin === 'array') {
      return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    }
    return { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` };
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' || issue.origin === 'array') {
      return issue.input === ''
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    }
    return { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` };
  }
  if (issue.code === 'invalid_value') {
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.map(String).join(', ')}}.` };
  }
  if (issue.code === 'invalid_type') {
    return { code: 'BASE_TYPE_BAD_TYPE', message: `Could not interpret the value as ${issue.expected}.` };
  }
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string') {
    return { code: issue.params['code'], message: issue.message };
  }
  return { code: 'BASE_TYPE_BAD_VALUE', message: issue.message };
}
