import { splitNames } from '../../excerpt/splitNames.ts';
import { decodeEntities } from '../../segment/markdown/decodeEntities.ts';
import { oneLine } from '../../segment/oneLine.ts';
import { isMeaninglessTitle } from '../isMeaninglessTitle.ts';

/** What a Word document says about itself in its properties (`docProps/core.xml`). */
export interface CoreProperties {
  readonly title?: string;
  readonly author?: readonly string[];
  /** The day on which the file was made, YYYY-MM-DD. */
  readonly created?: string;
}

/** What programs write where nobody gave a name. */
const NOBODY =
  /^(?:python-docx|Apache POI|Microsoft(?: Office)?(?: User)?|Windows User|user|admin(?:istrator)?|owner|author|root|unknown|.*@.*|\d+)$/iu;

/** Reads the properties; those that programs fill in by themselves are left out. */
export function coreProperties(xml: string): CoreProperties {
  const title = property(xml, 'dc:title');
  const author = splitNames(property(xml, 'dc:creator') ?? '').filter((name) => !NOBODY.test(name) && name.length > 1);
  const created = /^\d{4}-\d{2}-\d{2}/u.exec(property(xml, 'dcterms:created') ?? '')?.[0];
  return {
    ...(title === undefined || isMeaninglessTitle(title) ? {} : { title }),
    ...(author.length === 0 ? {} : { author }),
    // Programs without a clock write the first day that they know.
    ...(created === undefined || created < '1985' || created === '2013-12-23' ? {} : { created }),
  };
}

function property(xml: string, name: string): string | undefined {
  const [, , text = ''] =
    new RegExp(String.raw`<${name}(\s[^>]{0,300})?>([^<]{1,2000})</${name}>`, 'u').exec(xml) ?? [];
  return oneLine(decodeEntities(text)) || undefined;
}
