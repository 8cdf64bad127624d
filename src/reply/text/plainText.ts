import type { Answer, AnswerOf } from '../../answer/answer.ts';
import { CHOICES_TYPED } from '../words/controlWords.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { eventsText } from './eventsText.ts';
import { excerptsText } from './excerptsText.ts';
import { datesText, outlineText, schedulesText, sourcesText } from './listTexts.ts';
import { nothingText } from './nothingText.ts';
import { remarkTexts } from './remarkTexts.ts';
import { saidText, withoutMarks } from './saidText.ts';
import { summaryText } from './summaryText.ts';
import { paragraphs, type TextContext } from './textContext.ts';
import { verdictsText, verdictText } from './verdictText.ts';

interface TextOptions extends Pick<TextContext, 'articles'> {
  /** Whether to use the terminal's bold and dim. Default: false. */
  readonly color?: boolean;
}

/**
 * Renders an answer as text for a terminal: quotes are on their own lines, unchanged and unwrapped, with their citation
 * below. Control characters, which could control the terminal, are shown as their pictures (␛).
 */
export function plainText(answer: Answer, { articles, color = false }: TextOptions): string {
  const style = (code: number) => (text: string) => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
  return renderAnswer(answer, { articles, strong: style(1), dim: style(2) });
}

function renderAnswer(answer: Answer, context: TextContext): string {
  switch (answer.kind) {
    case 'excerpts':
      return excerptsText(answer, context);
    case 'summary':
      return summaryText(answer, context);
    case 'events':
      return eventsText(answer, context);
    case 'dates':
      return datesText(answer);
    case 'verdict':
      return verdictText(answer, context);
    case 'verdicts':
      return verdictsText(answer, context);
    case 'citation':
      return paragraphs([...remarkTexts(answer), showControlCharacters(answer.text)]);
    case 'outline':
      return outlineText(answer, context);
    case 'sources':
      return sourcesText(answer, context);
    case 'schedules':
      return schedulesText(answer);
    case 'nothing':
      return nothingText(answer, context);
    case 'invalid':
      return answer.pieces ? saidText(answer.pieces) : showControlCharacters(answer.message);
    case 'notice':
      return noticeText(answer);
    default:
      return answer satisfies never;
  }
}

function noticeText({ text, pieces, choices = [] }: AnswerOf<'notice'>): string {
  const said = pieces ? saidText(pieces) : withoutMarks(text);
  return [said, ...choices.map(({ choice }) => CHOICES_TYPED[choice])].join(' ');
}
