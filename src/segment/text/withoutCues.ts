const TIMING = /^(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}/u;
const SPEAKER = /^(?:[-–>]+\s?|\p{Lu}[\p{L}.'’ ]{0,40}:\s)/u;
const ENDED = /[.!?…。！？]["'”’)\]]*$/u;
/** Cues of one speaker go on in one paragraph up to about this length. */
const PARAGRAPH_CHARS = 400;

/**
 * Takes numbers, times and styles out of a file of subtitles (WebVTT, SubRip) and puts the words of its cues together
 * to paragraphs: a new one where somebody else speaks. Undefined if the text is something else.
 */
export function withoutCues(text: string): string | undefined {
  const lines = text.split(/\r\n|[\r\n]/u).map((line) => line.trim());
  const timings = lines.filter((line) => TIMING.test(line)).length;
  if (timings === 0 || (timings < 2 && !text.startsWith('WEBVTT'))) return undefined;
  const paragraphs: string[] = [];
  for (const block of blocksOf(lines)) {
    const at = block.findIndex((line) => TIMING.test(line));
    // Notes, styles and regions have no time; what comes before the first cue is its title.
    const said = (at === -1 ? otherText(block) : block.slice(at + 1)).map(plainCue).filter((line) => line !== '');
    for (const [index, line] of said.entries()) {
      const last = paragraphs.at(-1);
      const goesOn =
        last !== undefined && !SPEAKER.test(line) && (index > 0 || !ENDED.test(last) || last.length < PARAGRAPH_CHARS);
      if (goesOn) paragraphs[paragraphs.length - 1] = `${last} ${line}`;
      else paragraphs.push(line);
    }
  }
  return paragraphs.length === 0 ? undefined : `${paragraphs.join('\n\n')}\n`;
}

function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

function otherText(block: readonly string[]): readonly string[] {
  return /^(?:\uFEFF?WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP|Kind:|Language:)\b/u.test(block[0] ?? '') ? [] : block;
}

function plainCue(line: string): string {
  return line
    .replaceAll(/<v(?:\.[\w.]+)?\s([^<>]{1,60})>/gu, '$1: ')
    .replaceAll(/<\/?[a-z][^<>]{0,60}>|<\d{2}:[\d:.]+>|\{\\[^{}]{1,40}\}/gu, '')
    .trim();
}
