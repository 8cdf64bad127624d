/**
 * `node bench/language/recordTags.ts SENTENCES`: tags the sentences of a file, one a line, and writes what tests of events read
 * in place of the reader: `test/fixtures/taggedSentences.json`. Run it again after the reader has changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createReader } from 'rapporteur-reader';

const OUT = path.join(import.meta.dirname, '../../test/fixtures/taggedSentences.json');
const [file] = process.argv.slice(2);
const known = Object.keys(JSON.parse(readFileSync(OUT, 'utf8')) as Record<string, unknown>);
const more =
  file === undefined
    ? []
    : readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
const sentences = [...new Set([...known, ...more])];
const reader = createReader();
const tagging = await reader.tag(sentences);
await reader.close();
if (!tagging.ready) throw new TypeError(`Cannot tag: ${tagging.reason}`);
const rows = sentences.map((sentence, at) => {
  const words = tagging.sentences[at]!.words.map(({ span, upos, head, relation, name, event, telling }) =>
    [
      ...span,
      upos,
      head,
      relation,
      name === undefined ? '' : `${name.begins ? 'B' : 'I'}-${name.kind}`,
      event ?? '',
      telling,
    ].join(' '),
  );
  return ` ${JSON.stringify(sentence)}: ${JSON.stringify(words.join('|'))}`;
});
writeFileSync(OUT, `{\n${rows.join(',\n')}\n}\n`);
