import { fold } from '../language/folding/fold.ts';

/** Words around what is wanted. Each is taken off as often as it comes. */
const BEFORE =
  /^(?:please|pls|plz|kindly|hey|hi|hello|hallo|yo|ok|okay|so|well|um|uh|oh|and then|btw|also|now|quick question|question|(?:can|could|may|might) (?:i|we) (?:get|have|see|read|hear)|(?:can|could|would|will|may|might) (?:you|u|i|we)|gimme|lemme (?:see|have|read|know)|do you mind|would you mind|i(?:'d| would) (?:like|love) (?:you )?to|i(?:'d| would) (?:like|love)|i(?:'m| am) (?:looking for|trying to find|searching for)|i (?:want|need|have)(?: you)?(?: to)?|i wanna|we need|(?:give|show|tell|get|send|post|bring|fetch|let) (?:me|us)(?: (?:see|know|have|read))?|let's (?:see|have|read|hear)|(?:give|show|display|see|list)|there|bot)\b[ ,:;!.]*/u;
const AFTER =
  /[ ,;:!?.…。？！]+$|[ ,;.!]+(?:please|pls|plz|thanks|thank you|thx|ty|cheers|again|now|quickly|for me|for us|mate|bot|asap)[ !.?]*$/u;

/**
 * A request without the words around it, and folded: what "Hey, could you please give me a summary, thanks?" asks for is
 * `a summary`. Its length is the number of characters that the same part of the original has, if nothing in it folds to
 * more or fewer.
 */
export interface Phrase {
  /** As typed. */
  readonly typed: string;
  /** In lower case, with plain quotation marks. */
  readonly folded: string;
}

/** Takes the words of courtesy off both ends of a text. */
export function phraseOf(text: string): Phrase {
  let typed = text.trim();
  for (;;) {
    const folded = foldSame(typed);
    const before = BEFORE.exec(folded)?.[0].length ?? 0;
    const rest = folded.slice(before);
    const after = AFTER.exec(rest)?.[0].length ?? 0;
    // What is only courtesy stays as it is.
    const next = typed.slice(before, typed.length - after);
    if ((before === 0 && after === 0) || next.trim() === '') return { typed, folded };
    typed = next;
  }
}

/** Folds a text to one of the same length, so that positions in it are positions in the text. */
export function foldSame(text: string): string {
  const folded = fold(text);
  return folded.length === text.length ? folded : text.toLowerCase().replaceAll(/[‘’]/gu, "'");
}
