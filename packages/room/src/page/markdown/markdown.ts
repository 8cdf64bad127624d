/** A type of part that only holds others. */
export type Wrapper = 'strong' | 'em' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'subtext';

/** A part of a text as Discord reads it. */
export type Markdown =
  | { readonly type: 'text'; text: string }
  | { readonly type: Wrapper; readonly children: readonly Markdown[] }
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly Markdown[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Markdown[])[];
    }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'codeBlock'; readonly language: string; readonly text: string }
  | {
      readonly type: 'link';
      readonly url: string;
      readonly title: string | undefined;
      readonly children: readonly Markdown[];
    }
  | { readonly type: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly type: 'everyone'; readonly text: string }
  | { readonly type: 'command' | 'emoji'; readonly name: string; readonly id: string }
  | { readonly type: 'timestamp'; readonly seconds: number; readonly style: string };

/** The part of one type. */
export type MarkdownOf<Type extends Markdown['type']> = Markdown & { readonly type: Type };
