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

  it('lets only our own pages ask for many forms at once', () => {
    const request = { revision: 1, forms: [0, 12] };
    expect(() => checkRequest('describeForms', request, fromUs)).not.toThrow();
    expect(() => checkRequest('describeForms', request, fromPage)).toThrow('not for content scripts');
    expect(() => checkRequest('describeForms', { ...request, forms: [-1] }, fromUs)).toThrow('describeForms');
  });
});
