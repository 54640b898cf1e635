/**
 * Whether a glossary that is meant for some sites applies to a host: the site itself and its subdomains. Without
 * sites it applies everywhere.
 *
 * @example
 * appliesOn(['example.com'], 'news.example.com')  // → true
 */
export function appliesOn(sites: readonly string[] | undefined, host: string | undefined): boolean {
  if (sites === undefined) return true;
  return host !== undefined && sites.some((site) => host === site || host.endsWith(`.${site}`));
}
