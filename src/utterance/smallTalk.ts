/**
 * What is said to the bot that asks nothing of the articles. `no-passage`: what only makes sense after a passage ("source?"), said
 * to an answer that shows none.
 */
export type SmallTalk = 'greeting' | 'help' | 'thanks' | 'farewell' | 'complaint' | 'ask' | 'no-passage';

const GREETING =
  "hello|hi|hey|hiya|heya|yo|hullo|howdy|greetings|hallo|servus|moin|bonjour|salut|hola|ciao|salam|namaste|ahoj|hej|hei|ola|good (?:morning|afternoon|evening|day)|guten (?:morgen|tag|abend)|buenos dias|what's up|whats up|wassup|sup|how are you(?: doing)?(?: today)?|how's it going|how do you do|nice to meet you|welcome(?: back)?|ping|test|testing|are you (?:there|here|alive|awake|online|working)|you there|anyone there|knock knock|there|again|all|everyone|bot|friend|mate|rapporteur";
const THANKS =
  "thanks|thank you|thank u|thankyou|thx|thnx|tnx|ty|tysm|tyvm|cheers|merci|danke|danke schon|gracias|grazie|obrigado|tack|arigato|much appreciated|appreciated|appreciate it|i appreciate it|nice one|good (?:bot|job|work|one)|great (?:bot|job|work|answer|stuff|help)|well done|nice (?:bot|job|work|answer)|perfect|excellent|awesome|brilliant|amazing|wonderful|fantastic|lovely|great|love it|that helps|that helped|helpful|very helpful|that was helpful|this is helpful|that's helpful|that's great|that's perfect|that's (?:what i needed|all|it)|exactly what i needed";
const THANKED =
  "a lot|a bunch|a million|a ton|so much|very much|many|loads|tons|again|for (?:that|this|the (?:help|answer|info|quick answer)|your help|helping|everything|all)|bot|mate|man|friend|everyone|all|you|really|that|this|it|got it|perfect|great|ok|okay|cool|you're (?:great|the best|awesome)|u";
const FAREWELL =
  "bye|bye bye|goodbye|good bye|good night|goodnight|see you|see ya|cya|later|see you (?:later|soon|tomorrow)|farewell|ciao ciao|tschuss|au revoir|adios|have a (?:nice|good|great) (?:day|evening|weekend|one)|that's all for (?:today|now)|i'm (?:done|off)|until next time|take care";
const HELP =
  "help|help me|helpp?|halp|i need help|need help|help please|usage|instructions|manual|menu|commands?|command list|list commands|list of commands|the commands|all commands|your commands|options|features|start|get started|getting started|how (?:do|can|should) (?:i|we) (?:start|begin|get started|use (?:you|this|it|this bot|the bot)|ask(?: you)?(?: (?:something|a question|questions))?|talk to you|interact with you)|how (?:does|do) (?:this|it|you|this bot|this thing|the bot) (?:work|function)|how to use(?: (?:you|this|it|this bot|the bot))?|what do (?:you|i|we) (?:do|ask|say|type)(?: here| now)?|what (?:can|could|should) (?:you|i|we|this bot|the bot|it|u)(?: do)?(?: (?:for|ask|say to) (?:me|us|you))?(?: (?:do|help (?:me )?with|ask|ask you|say|type|know|here|all|now))*|what (?:are|is) (?:you|this bot|this|it) (?:for|able to do|capable of|good for)|what (?:are your|are the) (?:commands|features|abilities|capabilities|options|functions)|what (?:commands|features) (?:are there|do you have|can i use)|what kind of (?:questions|things) can (?:i|we) ask(?: you)?|who (?:are|r) (?:you|u)|what (?:are|r) (?:you|u)|what's your (?:name|purpose|job)|what is your (?:name|purpose|job)|introduce yourself|about you|are you (?:a bot|an ai|a robot|ai|human|real|chatgpt|a person|a human)|who (?:made|built|created|runs|owns) you|what does (?:this|the) bot do|i(?:'m| am) (?:lost|confused|new(?: here)?)|i don't (?:understand|get it|know what to do|know how to use (?:you|this))|can you help(?: me| us)?|could you help(?: me| us)?";
const COMPLAINT =
  "(?:that's|thats|that is|this is|it's|you're|you are|you were|that was)? ?(?:wrong|not right|incorrect|not (?:true|helpful|what i (?:asked|meant|wanted))|unhelpful|useless|nonsense|rubbish|a lie|false|bad|stupid|broken)|bad (?:bot|answer)|no that's wrong|wrong answer|you don't understand|that does(?:n't| not) (?:help|answer (?:it|that|my question|the question))|that did(?:n't| not) (?:help|answer (?:it|that|my question|the question))";
/** Between people, or to nobody. */
const REMARK =
  "ok|okay|okey|k|kk|okie|alright|all right|right|cool|nice|neat|sweet|sure|fine|good|wow|whoa|oh|ah|aha|oh no|oof|hmm*|mm*|huh|lol|lmao|rofl|haha(?:ha)*|hehe|yes|yeah|yep|yup|ja|no|nope|nah|maybe|indeed|true|exactly|agreed|same|interesting|very interesting|how interesting|good to know|i see|got it|gotcha|understood|noted|makes sense|fair(?: enough)?|never ?mind|nvm|sorry|my bad|oops|whatever|idk|i know|brb|gg|rip|first|this|that|it|done|me too|congrats|congratulations|no problem|no worries|you're welcome|yw|np|will do|on it";

const TABLE: readonly (readonly [SmallTalk | 'remark', RegExp])[] = [
  ['remark', whole(REMARK)],
  ['help', whole(HELP)],
  ['complaint', whole(COMPLAINT)],
  ['farewell', whole(FAREWELL)],
  ['thanks', whole(THANKS, THANKED)],
  ['greeting', whole(GREETING)],
];
/** Nothing longer is small talk. */
const MAX_CHARS = 80;
const MAX_PARTS = 5;

/**
 * Reads small talk, which a folded text must be from end to end: "hello there!", "ok, thanks a lot". `remark` is what asks
 * for no answer, such as "ok" and "lol". Undefined for anything else.
 */
export function smallTalkOf(folded: string): SmallTalk | 'remark' | undefined {
  if (folded.length > MAX_CHARS) return undefined;
  const text = folded.replaceAll(/[^\p{L}\p{N}' ]+/gu, '.').replaceAll(/ +/gu, ' ');
  const parts = text
    .split('.')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > MAX_PARTS) return undefined;
  const kinds = parts.map(talkIn);
  if (!kinds.every((kind) => kind !== undefined)) return talkIn(parts.join(' '));
  // "ok, thanks" is thanks, and "hi, what can you do?" asks for help.
  return PRECEDENCE.find((kind) => kinds.includes(kind)) ?? 'remark';
}

const PRECEDENCE: readonly (SmallTalk | 'remark')[] = ['help', 'complaint', 'thanks', 'farewell', 'greeting'];

function talkIn(part: string): SmallTalk | 'remark' | undefined {
  return TABLE.find(([, pattern]) => pattern.test(part))?.[0];
}

/** Matches one phrase, or a few in a row; `more` are those that only follow one. */
function whole(phrases: string, more = ''): RegExp {
  const further = more === '' ? phrases : `${phrases}|${more}`;
  const first =
    more === ''
      ? phrases
      : `(?:many |so many |a thousand |ok |okay |cool |great |perfect |oh |wow |nice )?(?:${phrases})`;
  return new RegExp(`^(?:${first})(?: (?:${further})){0,3}$`, 'u');
}
