import { parseSync } from 'oxc-parser';

/** A field of an object in a source file: its name, the names next to it, and its doc comment if it has one. */
interface Field {
  readonly name: string;
  readonly siblings: ReadonlySet<string>;
  readonly comment: string | undefined;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Finds the doc comment of a field by its name and the names next to it. */
export type FindComment = (name: string, siblings: readonly string[]) => string | undefined;

/** Reads the doc comments of the fields in files that define schemas. */
export function readFieldComments(sources: readonly string[]): FindComment {
  const fields = sources.flatMap(fieldsOf);
  return (name, siblings) => {
    const overlap = (field: Field) => siblings.filter((sibling) => field.siblings.has(sibling)).length;
    const likeliest = fields
      .filter((field) => field.name === name)
      .sort((a, b) => overlap(b) - b.siblings.size - (overlap(a) - a.siblings.size) || overlap(b) - overlap(a));
    return likeliest[0]?.comment;
  };
}

function fieldsOf(source: string): readonly Field[] {
  const { program, comments } = parseSync('schema.ts', source);
  const byEnd = new Map(comments.map(({ value, end }) => [end, value]));
  const commentBefore = (position: number) => {
    const at = source.slice(0, position).trimEnd().length;
    const text = byEnd.get(at);
    return text?.startsWith('*')
      ? text
          .replaceAll(/^\s*\*+ ?|\s*\*?$/gmu, '')
          .replaceAll(/\s+/gu, ' ')
          .trim()
      : undefined;
  };
  return objectsIn(program as unknown as Node).flatMap((object) => {
    const properties = (object['properties'] as readonly Node[]).filter(({ type }) => type === 'Property');
    const names = properties.map(({ key }) => (key as { readonly name: string }).name);
    return properties.map(({ start }, index) => ({
      name: names[index]!,
      siblings: new Set(names),
      comment: commentBefore(start),
    }));
  });
}

function objectsIn(node: unknown): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap(objectsIn);
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(objectsIn);
  return (node as Node).type === 'ObjectExpression' ? [node as Node, ...inside] : inside;
}
