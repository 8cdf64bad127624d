/**
 * Abbreviations and short names of zones, with the zones each can mean, the most populous first. Those in use are the
 * IANA data's own (edition 2025b); the rest are other meanings that are common in print.
 */
const MEANINGS: Readonly<Record<string, string>> = {
  'acdt|acst': 'Australia/Adelaide Australia/Darwin',
  act: 'Australia/Sydney America/Rio_Branco Australia/Darwin',
  adt: 'America/Halifax Atlantic/Bermuda Asia/Baghdad',
  'aedt|aest|aet': 'Australia/Sydney Australia/Brisbane Australia/Melbourne Australia/Hobart',
  'akdt|akst|akt': 'America/Anchorage',
  amt: 'America/Manaus Asia/Yerevan Europe/Amsterdam',
  art: 'America/Argentina/Buenos_Aires Africa/Cairo',
  ast: 'America/Halifax America/Puerto_Rico Asia/Riyadh',
  awst: 'Australia/Perth',
  brt: 'America/Sao_Paulo',
  british: 'Europe/London',
  bst: 'Europe/London Asia/Dhaka Pacific/Bougainville',
  cat: 'Africa/Maputo Africa/Johannesburg Africa/Lusaka Africa/Harare Africa/Kigali',
  cdt: 'America/Chicago America/Winnipeg America/Havana America/Matamoros',
  'cest|cet':
    'Europe/Berlin Europe/Paris Europe/Rome Europe/Madrid Europe/Warsaw Europe/Stockholm Europe/Zurich Africa/Algiers',
  'clt|clst': 'America/Santiago',
  cot: 'America/Bogota',
  cst: 'America/Chicago Asia/Shanghai America/Mexico_City America/Winnipeg America/Havana Asia/Taipei Australia/Adelaide',
  ct: 'America/Chicago America/Winnipeg America/Mexico_City Asia/Shanghai',
  eat: 'Africa/Nairobi Africa/Addis_Ababa Africa/Dar_es_Salaam Africa/Kampala Africa/Mogadishu',
  ect: 'America/Guayaquil Europe/Paris America/Puerto_Rico',
  'edt|et': 'America/New_York America/Toronto America/Detroit Australia/Sydney',
  'eest|eet': 'Europe/Kyiv Africa/Cairo Europe/Bucharest Europe/Athens Europe/Helsinki Asia/Beirut',
  est: 'America/New_York America/Toronto America/Jamaica America/Panama Australia/Sydney',
  'gmt|greenwich|greenwich mean': 'UTC Europe/London Africa/Accra Africa/Abidjan',
  gst: 'Asia/Dubai Atlantic/South_Georgia Pacific/Guam',
  'hdt|hst': 'Pacific/Honolulu America/Adak',
  hkt: 'Asia/Hong_Kong',
  ict: 'Asia/Bangkok Asia/Ho_Chi_Minh Asia/Phnom_Penh Asia/Vientiane',
  idt: 'Asia/Jerusalem',
  ist: 'Asia/Kolkata Europe/Dublin Asia/Jerusalem Europe/Istanbul',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  'mdt|mt': 'America/Denver America/Edmonton America/Ciudad_Juarez America/Phoenix',
  'met|mez|mesz': 'Europe/Berlin Europe/Vienna Europe/Zurich',
  mmt: 'Asia/Yangon',
  'msk|msd': 'Europe/Moscow Europe/Minsk Europe/Simferopol',
  mst: 'America/Denver America/Phoenix America/Edmonton America/Hermosillo Asia/Kuala_Lumpur Asia/Yangon Europe/Moscow',
  ndt: 'America/St_Johns',
  'nst|nt': 'America/St_Johns Asia/Kathmandu',
  npt: 'Asia/Kathmandu',
  'nzdt|nzst|nzt|nz': 'Pacific/Auckland',
  'pdt|pt': 'America/Los_Angeles America/Vancouver America/Tijuana',
  pht: 'Asia/Manila',
  pkt: 'Asia/Karachi',
  prc: 'Asia/Shanghai',
  pst: 'America/Los_Angeles America/Vancouver America/Tijuana Asia/Manila',
  rok: 'Asia/Seoul',
  roc: 'Asia/Taipei',
  sast: 'Africa/Johannesburg',
  sgt: 'Asia/Singapore',
  sst: 'Pacific/Pago_Pago Asia/Singapore Pacific/Guadalcanal',
  trt: 'Europe/Istanbul',
  'wast|wat': 'Africa/Lagos Africa/Kinshasa Africa/Luanda Africa/Douala Africa/Windhoek',
  'west|wet': 'Europe/Lisbon Atlantic/Canary Atlantic/Faroe Africa/Casablanca',
  wib: 'Asia/Jakarta',
  wit: 'Asia/Jayapura',
  wita: 'Asia/Makassar',
  atlantic: 'America/Halifax America/Puerto_Rico',
  central: 'America/Chicago America/Winnipeg America/Mexico_City Australia/Adelaide',
  'central european|middle european':
    'Europe/Berlin Europe/Paris Europe/Rome Europe/Madrid Europe/Warsaw Europe/Stockholm',
  eastern: 'America/New_York America/Toronto Australia/Sydney Australia/Brisbane',
  'eastern european': 'Europe/Kyiv Africa/Cairo Europe/Bucharest Europe/Athens Europe/Helsinki',
  mountain: 'America/Denver America/Edmonton America/Phoenix',
  pacific: 'America/Los_Angeles America/Vancouver America/Tijuana',
  'universal|uct|z|zulu|coordinated universal': 'UTC',
  'western european': 'Europe/Lisbon Atlantic/Canary Atlantic/Faroe',
};
const BY_NAME = new Map(
  Object.entries(MEANINGS).flatMap(([names, zones]) =>
    names.split('|').map((name) => [name, zones.split(' ')] as const),
  ),
);

/**
 * Looks up an abbreviation or short name, in lower case: `bst`, `est`, `eastern`. Returns the zones it can mean, most
 * likely first: a single one if it is certain. Undefined if it is unknown.
 */
export function zonesOfAbbreviation(name: string): readonly string[] | undefined {
  return BY_NAME.get(name);
}
