/** Messages declared with the id of their post in the events, by the organisation $1: they may be found there. */
export const isOfficialMessage = `kind in ('launch_message', 'official_post') and state <> 'cancelled' and object_key is not null`;

export const officialMessages = `select distinct object_key from action where organization_id = $1 and ${isOfficialMessage}`;
