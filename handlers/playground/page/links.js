// Reads a link to a message, as each platform writes it, into the id that this page knows the message by.

const SLACK = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/;
const TEAMS = /^\/l\/message\/19(?::|%3A)(\w+)(?:@|%40)thread\.\w+\/(\d+)(\d{3})$/i;

/** "C0HELP/1795000000.000100", or null when the link leads elsewhere. Teams' ids are milliseconds. */
export function messageOfLink(href) {
  const { host, pathname } = new URL(href);
  const slack = pathname.match(SLACK);
  if (slack) return host === location.host ? `${slack[1]}/${slack[2]}.${slack[3]}` : null;
  const teams = pathname.match(TEAMS);
  return teams ? `${teams[1].toUpperCase()}/${teams[2]}.${teams[3]}000` : null;
}
