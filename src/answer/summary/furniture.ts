/**
 * What publishers put around a text, recognised by how it is phrased: it invites the reader to do something with the page,
 * or says who made, owns or sends it. Words that prose opens with as well ("Terms of the deal …", "Written by a monk, …")
 * count only with what makes them furniture.
 */
const PATTERNS: readonly (readonly string[])[] = [
  // Where to go on reading
  [
    String.raw`read (?:more|also|next|on|the full|full|our)\b|(?:keep|continue) reading|see also\b`,
    String.raw`related(?: (?:articles?|stor(?:y|ies)|content|coverage|links?|topics?))?\s?:`,
    String.raw`more (?:information|details)(?:\s?:| (?:at|on|about this|can be found|is available|are available)\b)|more (?:from|on this)\b|more (?:stories|coverage|news)(?: (?:from|like this|on this)\b|\s?[:>]|$)`,
    String.raw`(?:for|get|find) (?:more|further|additional) (?:information|details|news|stories|on)\b|(?:to )?learn more\b|find out more\b`,
    String.raw`watch (?:live|now|more|below|the video|:)|watch:|listen (?:now|to this)\b|download (?:the|our) (?:app|pdf|report|full)\b`,
    String.raw`(?:click|tap|swipe|scroll) (?:here|on|below|down|through|to|the (?:link|button|image|picture|photo|map|play))\b|skip to\b|jump to\b|back to top\b|view (?:comments|gallery|all|more)\b`,
    String.raw`mehr (?:zum thema|dazu|lesen)\b|lesen sie (?:auch|mehr|hier)\b|weiterlesen\b|hier klicken\b|lire (?:aussi|la suite|plus)\b|à lire\b|en savoir plus|cliquez\b|lea (?:también|más)|leer más|más información|haga clic`,
  ],
  // What to join, buy, send or share
  [
    String.raw`sign (?:up (?:for|to|here|now|today)|in to)\b|log in\b|subscribe\b|(?:please )?(?:register|donate)\b.{0,20}\b(?:now|here|today|to)\b`,
    String.raw`(?:join|follow|find|contact|e-?mail|reach|connect with|write to|support) (?:us|our)\b|like us\b|(?:follow|e-?mail|contact|reach) (?:me|him|her|them)\b|follow @|follow [\p{L} ]{1,40} on (?:facebook|twitter|x|instagram|threads|bluesky|mastodon|youtube|tiktok|linkedin|telegram|whatsapp)\b`,
    String.raw`share (?:this|on|your)\b|tweet this\b|print this\b|(?:leave|post|add) a comment\b|(?:got|have) (?:a|any) (?:tip|story|question|thought)s?\b|what do you think\b|let us know\b|tell us\b|would you like to\b`,
    String.raw`jetzt (?:abonnieren|anmelden|lesen)\b|folgen sie\b|abonnez-vous|inscrivez-vous|suivez[- ]nous|suscríb(?:ase|ete)|síguenos`,
  ],
  // What the page is
  [
    String.raw`(?:advertisements?|anzeige|werbung|publicité|publicidad)\P{L}*$|advertise (?:with|here)\b|ad feedback\b|sponsored (?:content|post|links?)\b|this (?:site|website|page) uses\b|we use cookies\b|terms (?:of (?:use|service)|and conditions)\b|privacy policy\b`,
    String.raw`(?:copyright\s?)?(?:©|\(c\)\s?\d{4})|copyright(?:\s?:|\s\d{4}|\sby\b)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados`,
    String.raw`(?:the )?(?:views|opinions) (?:and opinions )?expressed\b|editor['’]s note\b|(?:correction|clarification|disclosure|disclaimer|contacts?|tags?|topics?|keywords?|categor(?:y|ies)|doi|citation|sources?|via)\s?:|note to editors\b|(?:media|press) (?:contacts?|enquiries|inquiries)\s?:|about the authors?\P{L}*$|about us\P{L}*$|filed under\b|(?:corresponding authors?|(?:address for )?correspondence(?: to)?|author affiliations?)\s?:`,
    String.raw`(?:the|our) (?:article|story|post|piece|report|page|column|essay|interview|text) (?:was|has been|will be|originally|first)\b.{0,40}\b(?:published|updated|edited|amended|corrected|adapted|translated|republished|posted|sponsored|syndicated)\b`,
  ],
  // Who made it
  [
    String.raw`(?:(?:additional |with )?(?:reporting|writing|editing) by|(?:with )?additional reporting)\b|(?:edited|compiled|translated|produced|written|photographed|video|provided|reported) (?:by|from)\b.{1,60}$`,
    String.raw`(?:(?:main|lead|top|cover|header|featured|feature|all|file|stock)\s)?(?:image|photo|photograph|picture|video|illustration|graphic|credit)s?(?: (?:source|credit|courtesy|by|via|of))?s?\s?[:©]|(?:photo|image|picture|illustration|graphic)s? (?:by|courtesy|via)\b|courtesy of\b|mit material von\b`,
  ],
];

/** Patterns of furniture, by the opening of a sentence or by words in it, in lower case as the sentence is when they are tried. Each takes time linear in the sentence. */
export const FURNITURE: readonly RegExp[] = [
  ...PATTERNS.map((openings) => new RegExp(String.raw`^\P{L}*(?:${openings.join('|')})|^\s?©`, 'u')),
  /\bcontributed (?:to|reporting)(?: to)? (?:this|the) (?:report|story|article|piece)\b/u,
  /\bthis (?:article|story|post|piece|page|column|essay|interview) (?:was|is|has been|will be|originally|first)\b.{0,40}\b(?:published|appeared|updated|edited|amended|corrected|adapted|translated|republished|posted|sponsored|syndicated|produced)\b/u,
  /\bwill (?:be )?updat(?:e|ed|ing) (?:this|the) (?:article|story|post|piece|page)\b|\ball rights reserved\b/u,
  /\boriginally (?:published|appeared) (?:in|on|at|by)\b|\b(?:republished|reprinted) (?:with|under)\b/u,
  // Names that sign a post: "— Club (@club) 3 May 2021"
  /^\s?[—–-]\s?[^.!?]{1,60}\(@\w+\)/u,
];

/** A line at the end of a text that says what its author does. */
export const AUTHOR_NOTE =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s){1,4}(?:(?:is|was) (?:an?|the|our|currently an?)\s[^.]{0,80}\b(?:reporter|correspondent|writer|journalist|columnist|editor|author|blogger|producer|contributor|photographer|staff|intern|analyst|fellow|professor|lecturer|freelancer?|host|strategist|consultant|advisor|adviser|novelist|historian|critic)\b|(?:writes|covers|reports|blogs|tweets|edits)\b)/u;
