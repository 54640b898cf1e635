import { describe, expect, it } from 'vitest';
import { checkRequest } from '@/lib/messaging/checks';

const fromPage = { ownPage: false };
const fromUs = { ownPage: true };

describe('checkRequest', () => {
  it.each([
    ['findMatches', { blocks: ['两江新区'] }],
    ['findMatches', { blocks: [] }],
    ['describeForm', { revision: 3, form: 0, text: '兩江新區', termsOnPage: [[0, 12]] }],
    ['reportCount', { count: 12 }],
  ] as const)('lets a well-formed %s pass', (name, request) => {
    expect(() => checkRequest(name, request, fromPage)).not.toThrow();
  });

  it.each([
    ['findMatches', { blocks: '两江新区' }],
    ['findMatches', { blocks: [1] }],
    ['findMatches', {}],
    ['findMatches', undefined],
    ['findMatches', { blocks: ['字'.repeat(4_000_001)] }],
    ['describeForm', { revision: 1.5, form: 0, text: '', termsOnPage: [] }],
    ['describeForm', { revision: 1, form: -1, text: '', termsOnPage: [] }],
    ['describeForm', { revision: 1, form: 1, text: '', termsOnPage: [[0]] }],
    ['describeForm', { revision: 1, form: 1, text: '字'.repeat(2001), termsOnPage: [] }],
    ['reportCount', { count: Number.NaN }],
    ['reportCount', { count: '3' }],
  ] as const)('refuses a malformed %s, naming it', (name, request) => {
    expect(() => checkRequest(name, request, fromPage)).toThrow(name);
  });

  it('lets only our own pages list the terms of a tab', () => {
    expect(() => checkRequest('getPageTerms', { tabId: 1 }, fromUs)).not.toThrow();
    expect(() => checkRequest('getPageTerms', { tabId: 1 }, fromPage)).toThrow('not for content scripts');
  });

  it.each([
    ['describeForms', { revision: 1, forms: [0, 12] }, { forms: [-1] }],
    [
      'describeSenses',
      { revision: 1, senses: [[{ glossary: 0, concept: 7, term: 0 }], []] },
      { senses: [[7]] },
    ],
    [
      'goToTerm',
      { tabId: 1, revision: 1, stands: [{ frameId: 0, forms: [3] }], back: false },
      { stands: [3] },
    ],
  ] as const)('lets only our own pages send %s, and only well-formed', (name, request, broken) => {
    expect(() => checkRequest(name, request, fromUs)).not.toThrow();
    expect(() => checkRequest(name, request, fromPage)).toThrow('not for content scripts');
    expect(() => checkRequest(name, { ...request, ...broken }, fromUs)).toThrow(name);
  });
});
