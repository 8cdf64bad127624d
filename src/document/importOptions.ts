import { z } from 'zod';
import { entryAt } from '../runtime/entryAt.ts';

const text = z.string().trim().min(1, 'it is empty');
/** The options of `import`: each a metadata field that overrides the file, plus what concerns the import itself. */
export const importOptionsSchema = z.object({
  json: z.boolean().optional(),
  quiet: z.boolean().optional(),
  replace: z.boolean().optional(),
  /** The file name of what standard input gives. */
  name: text.optional(),
  id: text.optional(),
  title: text.optional(),
  published: text.optional(),
  'published-note': text.optional(),
  author: text.optional(),
  publisher: text.optional(),
  url: text.optional(),
  language: text.optional(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** Says what is wrong with an option or a field, calling it an option. */
export function optionProblem({ issues }: z.ZodError): string {
  const [{ path, message } = { path: [], message: 'it cannot be read' }] = issues;
  return `${path.length === 0 ? '' : `--${entryAt(path, 0).toString()}: `}${message}.`;
}
