/** Words that show whether the event of a phrase or clause happened. */
export const DETERMINER =
  /^(?:the|an?|this|that|these|those|its|his|her|their|our|my|your|no|any|each|every|several|some|many|few|more|other|another|such|one|two|three|four|five|six|seven|eight|nine|ten|\d+|first|second|third|recent|latest|last|new|deadly|brutal|major|alleged|suspected|possible|armed|terrorist|terror|bomb|suicide|of|deadliest|notable|mass|series|wave|similar|successful|previous|further|large|big|massive|joint)$/u;
export const AUXILIARY =
  /^(?:be|been|being|is|are|was|were|am|has|have|had|having|will|would|shall|should|can|could|may|might|must|to|not|never|do|does|did|didn't|don't|doesn't|wasn't|weren't|hasn't|haven't|hadn't|won't|wouldn't|couldn't|can't|cannot|isn't|aren't|get|got)$/u;
export const ADVERB =
  /^(?:\w+ly|also|still|already|again|just|even|then|now|first|later|twice|once|ever|subsequently|reportedly|allegedly|jointly|since|today|yesterday|all|each|both)$/u;
export const NEGATION =
  /^(?:not|never|no|didn't|don't|doesn't|wasn't|weren't|hasn't|haven't|hadn't|won't|wouldn't|couldn't|can't|cannot|isn't|aren't)$/u;
export const BE = /^(?:be|been|being|is|are|was|were|am|wasn't|weren't|isn't|aren't|get|got)$/u;
export const HAVE = /^(?:has|have|had|having|hasn't|haven't|hadn't)$/u;
export const POSSIBLE = /^(?:would|should|can|could|may|might|must|cannot|can't|couldn't|wouldn't)$/u;
export const PLANNED = /^(?:will|shall|won't)$/u;
export const FOILS = /^(?:foil|thwart|prevent|avert|disrupt|stopp|intercept|defus|deactivat|frustrat)/u;
export const FAILS = /^(?:fail|refus|declin|deni|deny)/u;
export const PLANS =
  /^(?:plan|prepar|intend|vow|threat|conspir|plott|aim|hop|want|schedul|expect|propos|consider|promis|pledg|call|urg|incit|encourag)/u;
/** Words that make a clause a general statement. */
export const GENERAL =
  /^(?:regularly|often|frequently|usually|typically|generally|traditionally|always|repeatedly|routinely|increasingly|sometimes|normally)$/u;
