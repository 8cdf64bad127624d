import { parseSync } from 'oxc-parser';

/** Text in a source file that reads like wording for people. */
export interface FoundSentence {
  readonly line: number;
  readonly text: string;
}

/** Calls whose texts are for operators and developers: logs, schemas, patterns, metrics and errors. */
const EXEMPT_CALLEE =
  /^(?:(?:.*\.)?(?:log|trace|debug|info|warn|error|fatal|report|describe|regex|refine|RegExp|patternOf|counter|gauge|histogram|\w*Error)|z\.\w+)$/u;
/** Properties whose texts belong to a command's definition or to the log. */
const EXEMPT_KEY = /^(?:description|help|choices|pattern|examples?)$/u;
/** Words that hold English sentences together; word lists and identifiers seldom have two of them. */
const GLUE =
  /^(?:a|an|the|this|that|these|is|are|was|were|be|been|has|have|had|not|no|of|to|in|on|at|by|for|from|with|it|its|and|or|as|if|than|then|which|who|what|when|where|you|your|can|cannot|may|only|so|but)$/u;
/** Marks of markup, code, queries and patterns. */
const CODE = /[{}<>\\|^$]|=\w|\w=|\w\(|\/\w+\/|::|\p{L};|^[a-z-]+: [\w#]/u;

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

/** Finds strings and templates of a source file that read like sentences, outside the places that may have them. */
export function findSentences(file: string, source: string): readonly FoundSentence[] {
  const found: FoundSentence[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isNode(value) || isExempt(value)) return;
    const text = textOf(value);
    if (text !== undefined && readsLikeSentence(text))
      found.push({ line: source.slice(0, value.start).split('\n').length, text });
    for (const [key, child] of Object.entries(value)) if (key !== 'key') visit(child);
  };
  visit(parseSync(file, source).program);
  return found;
}

/** Whether a text has several words in the manner of a sentence; holes of a template count as a word each. */
export function readsLikeSentence(text: string): boolean {
  const bare = text.replaceAll(/[*_`“”"’'…]|^-# |^[-#]+ /gmu, '').trim();
  if (CODE.test(bare.replaceAll('◊', ''))) return false;
  const words = bare.split(/\s+/u).filter((word) => /^[(]?(?:\p{L}[\p{L}’'-]*|◊)[.,:;!?)]*$/u.test(word));
  const lower = words.filter((word) => /^\(?\p{Ll}/u.test(word));
  const glue = lower.filter((word) => GLUE.test(word.replaceAll(/\P{L}/gu, '')));
  const isMarked = /^\(?\p{Lu}/u.test(bare) || /[.!?:]$/u.test(bare);
  return isMarked ? words.length >= 3 && lower.length >= 2 : lower.length >= 4 && glue.length >= 2;
}

function isExempt(node: Node): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ThrowStatement':
    case 'TSLiteralType':
      return true;
    case 'CallExpression':
    case 'NewExpression':
      return EXEMPT_CALLEE.test(nameOf(node['callee']));
    case 'TaggedTemplateExpression':
      return /^(?:String\.raw|sql)$/u.test(nameOf(node['tag']));
    case 'Property':
      return EXEMPT_KEY.test(nameOf(node['key']));
    default:
      return false;
  }
}

/** A literal's text; a template's, with a mark in place of each hole. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined;
  return node['quasis'].map((quasi: { value: { cooked: string } }) => quasi.value.cooked).join('◊');
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node['name']);
  if (node.type === 'MemberExpression') return `${nameOf(node['object'])}.${nameOf(node['property'])}`;
  if (node.type === 'CallExpression') return '()';
  return '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
