/** What is known about a font. */
export interface PdfFont {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly mono: boolean;
}

/** Letters in their place on the page. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: PdfFont;
}
