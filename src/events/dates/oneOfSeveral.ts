/** Words that say which one of several something is: "third", "13th", "only", "strongest". */
export const ONE_OF_SEVERAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest|best|worst|most|least|only|\p{L}{2,}(?<!for|tim|inter|hon|mod|har)est)$/iu;
