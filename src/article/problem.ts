import { LineCounter, parseDocument } from 'yaml';

/** Something wrong with a file of the corpus. */
export interface Problem {
  /** Path of the file, as the corpus directory was given. */
  readonly file: string;
  /** Line of the file, from 1, where it can be told. */
  readonly line?: number;
  /** One clause that says what is wrong, without the file's name. */
  readonly message: string;
}

/** Writes a problem as one line: `corpus/a/article.json:12: …`. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${line === undefined ? file : `${file}:${line}`}: ${message}`;
}

/**
 * Finds the line, from 1, at which a value is in JSON text; that of the nearest enclosing value where the path leads
 * nowhere. Reads the text again, so it is for problems only.
 */
export function lineOfJsonPath(json: string, path: readonly PropertyKey[]): number {
  const lineCounter = new LineCounter();
  const document = parseDocument(json, { lineCounter, keepSourceTokens: false });
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return lineCounter.linePos(node.range[0] as number).line;
    }
  }
  return 1;
}

/** Finds the line, from 1, at which text stops being JSON, where that can be told. */
export function lineOfJsonError(text: string): number | undefined {
  return parseDocument(text, { schema: 'json' }).errors[0]?.linePos?.[0].line ?? lineOfJsonParse(text);
}

/** What YAML allows and JSON does not, such as a comma after the last value: V8 tells the line in its message. */
function lineOfJsonParse(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const line = /\(line (\d+) column \d+\)/u.exec(String(error))?.[1];
    return line === undefined ? undefined : Number(line);
  }
}
