/** What the user must be told, whichever the provider: it names itself in the middle. */
export const LOST = /connection to .* was lost/;

export const LATE = /did not respond in time/;

export const NO_RECEIPT = /did not confirm that the message was marked/;

export const UNREADABLE = /response of .* could not be read/;

export const TOO_LONG = /response of .* is far too long/;

export const TOO_MANY = /Too many requests/;

export const NOT_ABLE =
	/temporarily unavailable|has an internal error|failed while marking|could not reach its WhatsApp engine/;
