import { defineConfig } from 'wxt';
import { highlightStylesheet } from './lib/settings/underline';

/**
 * `CSS.highlights.highlightsFromPoint`: Chromium 140, Firefox 150. (Underlines inside `::highlight()`: Firefox 146.)
 * See docs/adr/0004-browser-versions.md.
 */
const MINIMUM_VERSIONS = { chromium: '140', firefox: '150.0' };

const HIGHLIGHT_CSS = 'highlight.css';

/** The scripts that go into pages. */
const PAGE_SCRIPTS: readonly string[] = ['annotator', 'popover'];

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // alarms: subscriptions; contextMenus: "Add to glossary", "Glossary from this article"; scripting: the popover's script, and tabs that
    // were open before; storage: settings; the rest is read and underlined by the content script below; the entrypoint
    // `sidepanel` adds sidePanel; offscreen: a worker for files of subscriptions. docs/permissions.md explains each.
    permissions: [
      'alarms',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['offscreen']),
      'scripting',
      'storage',
      'unlimitedStorage',
    ],
    host_permissions: ['<all_urls>'],
    // Free in both browsers; docs/adr/0035-keys-and-the-guide.md says what else was weighed.
    commands: {
      'next-term': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandNextTerm__',
      },
      'previous-term': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandPreviousTerm__',
      },
      'add-to-glossary': {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_commandAddToGlossary__',
      },
    },
    content_scripts: [
      {
        matches: ['<all_urls>'],
        js: ['annotator.js'],
        css: [HIGHLIGHT_CSS],
        run_at: 'document_idle',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
    content_security_policy: {
      extension_pages:
        // wasm-unsafe-eval: the segmenter, in the worker of the draft page. docs/permissions.md.
        // Glossaries that a reader subscribes to come from anywhere, but encrypted, or from this machine.
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'pangzhu@pangzhu.example',
              strict_min_version: MINIMUM_VERSIONS.firefox,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: MINIMUM_VERSIONS.chromium,
          // Half the price of JSON, in which each Chinese character takes three bytes. Older versions know nothing of it and
          // write JSON: messages hold nothing that JSON has not. Firefox clones anyway.
          message_serialization: 'structured_clone',
          // What an organisation can set; Firefox takes it without a schema. docs/organisations.md.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
  hooks: {
    // A page need not carry the polyfill: what these scripts call answers with promises in both browsers by itself.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ name }) => PAGE_SCRIPTS.includes(name))) return;
      config.resolve = { ...config.resolve, alias: { 'wxt/browser': '@wxt-dev/browser' } };
    },
    'build:publicAssets': ({ config }, files) => {
      const contents = highlightStylesheet({ inherited: config.browser !== 'firefox' });
      files.push({ relativeDest: HIGHLIGHT_CSS, contents });
    },
  },
});
