/**
 * Discord's limits for messages and their components, in UTF-16 code units unless the name says otherwise. Source:
 * the component and message reference of Discord's developer documentation.
 */

/** Total characters in all text displays of a Components V2 message. */
export const MESSAGE_MAX_CHARS = 4000;
/** Components of a message, including nested ones. */
export const MESSAGE_MAX_COMPONENTS = 40;
/**
 * Total UTF-8 bytes in all text displays. Discord documents no limit, but was observed to fail near 10,170; this stays
 * below.
 */
export const MESSAGE_MAX_BYTES = 9600;
/** What each text display adds to those bytes. */
export const TEXT_DISPLAY_BYTES = 12;
export const CUSTOM_ID_MAX_CHARS = 100;
export const ROW_MAX_BUTTONS = 5;
export const BUTTON_LABEL_MAX_CHARS = 80;
export const BUTTON_URL_MAX_CHARS = 512;
export const SELECT_MAX_OPTIONS = 25;
/** A select option's label, value and description, each. */
export const SELECT_TEXT_MAX_CHARS = 100;
export const SELECT_PLACEHOLDER_MAX_CHARS = 150;
/** Bytes of an attached file, in any server: https://docs.discord.com/developers/reference#uploading-files */
export const FILE_MAX_BYTES = 10 * 1024 * 1024;
export const AUTOCOMPLETE_MAX_CHOICES = 25;
/** An autocomplete choice's name and value, each. */
export const CHOICE_MAX_CHARS = 100;
